/** A field that takes an entity: by any of its names, or by a click on the graph. */
import { ActionIcon, CloseButton, Combobox, Pill, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCrosshair } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useAnswer } from '../ask.js';
import { useHastyEnter } from '../hasty-enter.js';
import classes from './entity-field.module.css';
import { KindBadge } from './kind-badge.js';
import { giveUpPick, startPick, usePick } from './pick.js';
import { useEntity } from './use-entity.js';

interface EntityFieldProperties {
  label: string;
  /** Id, or whatever an address says; undefined when empty. */
  value: string | undefined;
  onChange(id: string | undefined): void;
}

export function EntityField({ label, value, onChange }: EntityFieldProperties) {
  const name = useEntity(value)?.name ?? value ?? '';
  // Undefined while nobody types: then the field shows the entity's name.
  const [typed, setTyped] = useState<string>();
  const [query] = useDebouncedValue(typed?.trim() ?? '', 120);
  const search = useAnswer('search', { q: query, top: 8 }, { enabled: query !== '' });
  const hits = query === '' ? [] : (search.data?.hits ?? []);
  // Until then the rows answer the letters before: they can be clicked, but Enter means those that are typed.
  const isBusy = query !== (typed?.trim() ?? '') || search.isFetching || search.isPlaceholderData;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const choose = (id: string) => {
    setTyped(undefined);
    combobox.closeDropdown();
    onChange(id);
  };
  const setHasty = useHastyEnter(isBusy, hits[0]?.id, choose);
  const pick = usePick();
  const isPicking = pick?.label === label;
  const { selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    if (isBusy || query === '') resetSelectedOption();
    else selectFirstOption();
  }, [isBusy, query, selectFirstOption, resetSelectedOption]);

  return (
    <div className={classes.field}>
      <Combobox store={combobox} onOptionSubmit={choose}>
        <Combobox.Target>
          <TextInput
            className={classes.input}
            label={label}
            placeholder={isPicking ? 'Click an entity in the graph' : 'Any name, 中文, pinyin'}
            value={typed ?? name}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onKeyDown={({ key, nativeEvent }) =>
              setHasty(key === 'Enter' && !nativeEvent.isComposing && isBusy && typed?.trim() !== '')
            }
            onBlur={() => {
              setHasty(false);
              combobox.closeDropdown();
              if (typed?.trim() === '' && value !== undefined) onChange(undefined);
              setTyped(undefined);
            }}
            rightSection={
              value === undefined ? null : (
                <CloseButton
                  size="sm"
                  aria-label={`Clear ${label.toLowerCase()}`}
                  onClick={() => onChange(undefined)}
                />
              )
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={query === ''}>
          <Combobox.Options aria-label={`Entities for ${label.toLowerCase()}`}>
            {hits.map((hit) => (
              <Combobox.Option key={hit.id} value={hit.id} className={classes.option}>
                <span>
                  {hit.name}
                  {hit.matched === hit.name ? '' : ` (${hit.matched})`}
                </span>
                <KindBadge kind={hit.kind} />
              </Combobox.Option>
            ))}
            {hits.length === 0 ? <Combobox.Empty>No name like “{query}”</Combobox.Empty> : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <ActionIcon
        variant={isPicking ? 'filled' : 'default'}
        size="input-sm"
        aria-label={`Pick ${label.toLowerCase()} on the graph`}
        aria-pressed={isPicking}
        onClick={() => (isPicking ? giveUpPick() : startPick(label, onChange))}
      >
        <IconCrosshair size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function EntityPill({ id, onRemove }: { id: string; onRemove(): void }) {
  const name = useEntity(id)?.name ?? id;
  return (
    <Pill
      className={classes.pill}
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': `Remove ${name}`, 'aria-hidden': false, tabIndex: 0 }}
    >
      {name}
    </Pill>
  );
}

/** Several entities: those chosen, and a field that adds one. */
export function EntitiesField(properties: {
  label: string;
  value: readonly string[];
  onChange(ids: readonly string[]): void;
}) {
  const { label, value, onChange } = properties;
  return (
    <div className={classes.several}>
      <EntityField
        label={label}
        value={undefined}
        onChange={(id) => {
          if (id !== undefined && !value.includes(id)) onChange([...value, id]);
        }}
      />
      {value.length === 0 ? null : (
        <Pill.Group>
          {value.map((id) => (
            <EntityPill key={id} id={id} onRemove={() => onChange(value.filter((other) => other !== id))} />
          ))}
        </Pill.Group>
      )}
    </div>
  );
}
