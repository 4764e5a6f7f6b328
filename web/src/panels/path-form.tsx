/** The question of the paths panel: two ends, how many, how long, through and around whom. Every field lives in the address. */
import { ActionIcon, NumberInput, SegmentedControl } from '@mantine/core';
import { IconArrowsUpDown } from '@tabler/icons-react';
import { changeView, useView, type View } from '../view.js';
import { EntitiesField, EntityField } from './entity-field.js';
import form from './form.module.css';
import classes from './panel.module.css';
import { joinIds, splitIds } from './path-question.js';

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
        data={[
          { value: 'any', label: 'Either way' },
          { value: 'out', label: 'As they point' },
          { value: 'in', label: 'Against' },
        ]}
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
      onChange={(value) =>
        changeView({ [field]: value === '' ? undefined : String(value) }, { replace: true })
      }
    />
  );
}

export function PathForm() {
  const view = useView();
  const isFull = ['via', 'avoid', 'direction', 'maxLength'].some(
    (field) => view[field as keyof View] !== undefined,
  );
  return (
    <div className={form.form}>
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
      <div className={form.pair}>
        <fieldset className={form.choice}>
          <legend>Find</legend>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="Find"
            value={view.mode ?? 'shortest'}
            onChange={(mode) => changeView({ mode: mode === 'shortest' ? undefined : mode })}
            data={[
              { value: 'shortest', label: 'The shortest' },
              { value: 'k-shortest', label: 'Several' },
            ]}
          />
        </fieldset>
        {view.mode === 'k-shortest' ? (
          <CountField label="How many" field="k" most={100} placeholder="5" />
        ) : null}
      </div>
      <details className={classes.fold} open={isFull || undefined}>
        <summary>Length, direction, via, avoid</summary>
        <div className={classes.stack}>
          <CountField label="At most this many steps" field="maxLength" most={20} placeholder="Any length" />
          <DirectionField
            value={view.direction ?? 'any'}
            onChange={(direction) => changeView({ direction: direction === 'any' ? undefined : direction })}
          />
          <EntitiesField
            label="Via, in this order"
            value={splitIds(view.via)}
            onChange={(ids) => changeView({ via: joinIds(ids) })}
          />
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
