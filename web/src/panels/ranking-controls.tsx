/** How a ranking is asked and shown: how relations are read, counted or normalised, how many rows. Lives in the address. */
import { NativeSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { changeView, useView } from '../view.js';
import form from './form.module.css';
import { useOntology } from './kind-badge.js';
import classes from './panel.module.css';
import { DIRECTIONS, DirectionField } from './path-form.js';

export const TOPS = ['10', '20', '50', '100', 'all'];
export const FIRST_TOP = '20';
/** Enough for intervals that stand still to a rank or two, and soon done. */
const DRAWS = 200;

/**
 * How relations are read, how many rows, normalised or not: what rankings of actors and of ties share. Folded under a line that says how
 * it stands, so that the answer is in sight.
 */
export function ReadingControls({ children }: { children?: ReactNode }) {
  const view = useView();
  const usual = useOntology()?.defaultDirection ?? 'any';
  const top = view.top ?? FIRST_TOP;
  const direction = view.direction ?? usual;
  const stands = [
    `Read ${DIRECTIONS.find(({ value }) => value === direction)?.label.toLowerCase()}`,
    top === 'all' ? 'all rows' : `top ${top}`,
    view.raw === 'true' ? 'as counted' : 'normalised',
  ];
  return (
    <details className={classes.fold}>
      <summary>{stands.join(' · ')}</summary>
      <div className={form.form}>
        <DirectionField
          value={direction}
          onChange={(next) => changeView({ direction: next === usual ? undefined : next })}
        />
        <div className={form.pair}>
          <NativeSelect
            label="Rows"
            size="xs"
            value={top}
            onChange={(event) => changeView({ top: event.currentTarget.value })}
            data={[...new Set([...TOPS, top])].map((value) => ({
              value,
              label: value === 'all' ? 'All' : `Top ${value}`,
            }))}
          />
          <Switch
            label="Normalised"
            description="comparable between graphs"
            checked={view.raw !== 'true'}
            onChange={(event) => changeView({ raw: event.currentTarget.checked ? undefined : 'true' })}
          />
        </div>
        {children}
      </div>
    </details>
  );
}

/** What stands open is what no other tool asks: how sure a rank is, and on whom it rests. The rest, with the `children`, is folded. */
export function RankingControls({ children }: { children?: ReactNode }) {
  const view = useView();
  return (
    <div className={form.form}>
      <div className={form.switches}>
        <Switch
          label="How sure"
          wrapperProps={{ title: `${view.sensitivity ?? DRAWS} draws of what may not be so` }}
          checked={view.sensitivity !== undefined}
          onChange={(event) =>
            changeView({
              sensitivity: event.currentTarget.checked ? String(DRAWS) : undefined,
              ...(event.currentTarget.checked ? {} : { seed: undefined }),
            })
          }
        />
        <Switch
          label="Rests most on"
          wrapperProps={{ title: 'the source behind each rank' }}
          checked={view.dependence === 'true'}
          onChange={(event) => changeView({ dependence: event.currentTarget.checked ? 'true' : undefined })}
        />
      </div>
      <ReadingControls>{children}</ReadingControls>
    </div>
  );
}
