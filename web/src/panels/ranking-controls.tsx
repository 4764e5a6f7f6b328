/** How a ranking is asked and shown: how relations are read, counted or normalised, how many rows. Lives in the address. */
import { NativeSelect, Switch } from '@mantine/core';
import { changeView, useView } from '../view.js';
import form from './form.module.css';
import { useOntology } from './kind-badge.js';
import { DirectionField } from './path-form.js';

export const TOPS = ['10', '20', '50', '100', 'all'];
export const FIRST_TOP = '20';
/** Enough for intervals that stand still to a rank or two, and soon done. */
const DRAWS = 200;

/** How relations are read, how many rows, normalised or not: what rankings of actors and of ties share. */
export function ReadingControls() {
  const view = useView();
  const usual = useOntology()?.defaultDirection ?? 'any';
  const top = view.top ?? FIRST_TOP;
  return (
    <>
      <DirectionField
        value={view.direction ?? usual}
        onChange={(direction) => changeView({ direction: direction === usual ? undefined : direction })}
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
    </>
  );
}

export function RankingControls() {
  const view = useView();
  return (
    <div className={form.form}>
      <ReadingControls />
      <div className={form.pair}>
        <Switch
          label="How sure"
          description={`${view.sensitivity ?? DRAWS} draws of what may not be so`}
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
          description="the source behind each rank"
          checked={view.dependence === 'true'}
          onChange={(event) => changeView({ dependence: event.currentTarget.checked ? 'true' : undefined })}
        />
      </div>
    </div>
  );
}
