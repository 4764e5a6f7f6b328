/** The question of the paths panel: two ends, how many, how long, through and around whom. Every field lives in the address. */
import { ActionIcon, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { IconArrowsUpDown } from '@tabler/icons-react';
import { joinIds, splitIds } from '../id-list.js';
import { changeView, useView, type View } from '../view.js';
import { EntitiesField, EntityField } from './entity-field.js';
import form from './form.module.css';
import classes from './panel.module.css';
import { DEFAULT_MODE, LENGTH_OF_ALL, PATH_MODES } from './path-question.js';

/** How relations can be read. */
export const DIRECTIONS = [
  { value: 'any', label: 'Either way' },
  { value: 'out', label: 'As they point' },
  { value: 'in', label: 'Against' },
];

/** The direction control, which paths and rankings share; `''` stands for the question's own default. */
export function DirectionField({ value, onChange }: { value: string; onChange(direction: string): void }) {
  return (
    <fieldset className={form.choice}>
      <legend>Read relations</legend>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Read relations"
        value={value}
        onChange={onChange}
        data={DIRECTIONS}
      />
    </fieldset>
  );
}

/** A count in the address; the field empties to the default. */
function CountField(properties: {
  label: string;
  field: 'k' | 'maxLength';
  most: number;
  placeholder: string;
}) {
  const { label, field, most, placeholder } = properties;
  const view = useView();
  return (
    <NumberInput
      label={label}
      placeholder={placeholder}
      value={view[field] ?? ''}
      min={1}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) => changeView({ [field]: value === '' ? undefined : String(value) }, { fold: field })}
    />
  );
}

/** The two ends, which paths and cuts share. */
export function EndsFields() {
  const view = useView();
  return (
    <div className={form.ends}>
      <div className={classes.stack}>
        <EntityField label="From" value={view.from} onChange={(from) => changeView({ from })} />
        <EntityField label="To" value={view.to} onChange={(to) => changeView({ to })} />
      </div>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="Swap the two ends"
        disabled={view.from === undefined && view.to === undefined}
        onClick={() => changeView({ from: view.to, to: view.from })}
      >
        <IconArrowsUpDown size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** Entities or ties: what paths may not share, what a cut takes away. `undefined` stands for entities, the default. */
export function SharedField(properties: {
  label: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, value, onChange } = properties;
  return (
    <fieldset className={form.choice}>
      <legend>{label}</legend>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value ?? 'entities'}
        onChange={(next) => onChange(next === 'entities' ? undefined : next)}
        data={[
          { value: 'entities', label: 'Actors' },
          { value: 'ties', label: 'Ties' },
        ]}
      />
    </fieldset>
  );
}

export function PathForm() {
  const view = useView();
  const mode = PATH_MODES[view.mode ?? DEFAULT_MODE];
  const isFull = ['via', 'avoid', 'direction', 'maxLength'].some(
    (field) => view[field as keyof View] !== undefined,
  );
  return (
    <div className={form.form}>
      <EndsFields />
      <NativeSelect
        label="Find"
        description={mode?.sentence}
        inputWrapperOrder={['label', 'input', 'description']}
        value={view.mode ?? DEFAULT_MODE}
        onChange={(event) => {
          const next = event.currentTarget.value;
          changeView({
            mode: next === DEFAULT_MODE ? undefined : next,
            // What the mode cannot take goes with it, rather than ending in an error.
            ...(PATH_MODES[next]?.via === false ? { via: undefined } : {}),
          });
        }}
        data={Object.entries(PATH_MODES).map(([value, { label }]) => ({ value, label }))}
      />
      {mode === undefined || mode.count === null ? null : (
        <div className={form.pair}>
          <CountField label="How many" field="k" most={500} placeholder={String(mode.count)} />
          {view.mode === 'all' ? (
            <CountField label="Most steps" field="maxLength" most={20} placeholder={String(LENGTH_OF_ALL)} />
          ) : null}
          {view.mode === 'disjoint' ? (
            <SharedField
              label="May not share"
              value={view.disjoint}
              onChange={(disjoint) => changeView({ disjoint })}
            />
          ) : null}
        </div>
      )}
      <details className={classes.fold} open={isFull || undefined}>
        <summary>
          {mode?.via === false ? 'Length, direction, avoid' : 'Length, direction, via, avoid'}
        </summary>
        <div className={classes.stack}>
          {view.mode === 'all' ? null : (
            <CountField
              label="At most this many steps"
              field="maxLength"
              most={20}
              placeholder="Any length"
            />
          )}
          <DirectionField
            value={view.direction ?? 'any'}
            onChange={(direction) => changeView({ direction: direction === 'any' ? undefined : direction })}
          />
          {mode?.via === false ? null : (
            <EntitiesField
              label="Via, in this order"
              value={splitIds(view.via)}
              onChange={(ids) => changeView({ via: joinIds(ids) })}
            />
          )}
          <EntitiesField
            label="Avoid"
            value={splitIds(view.avoid)}
            onChange={(ids) => changeView({ avoid: joinIds(ids) })}
          />
        </div>
      </details>
    </div>
  );
}
