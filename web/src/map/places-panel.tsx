/** The map's equal: every place with those who stand there, and who has none, as lists that a keyboard and a screen reader can walk. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { countText } from '../count-text.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { EntityLink } from '../panels/selection.js';
import { toggleMap, useView } from '../view.js';
import { PRECISION_WORDS } from './map-card.js';
import type { Stand } from './stands.js';
import { useStands, useWorld } from './world.js';
import './places-panel.css';
import { litOnHover } from '../panels/lights.js';

/** Rows of one fold that are drawn at once: a long list is slow to lay out. */
const MOST_ROWS = 200;

interface Fold {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly number[];
}

export function PlacesPanel() {
  const graph = useShown();
  const stands = useStands();
  const world = useWorld();
  const isOnMap = useView().map !== undefined;
  const [text, setText] = useState('');
  if (world.isError) return <p role="alert">{world.error.message}</p>;
  if (graph === undefined || stands === undefined) return <p role="status">Looking up places…</p>;
  const { entities } = graph.columns;
  const words = text.trim().toLowerCase();
  const rows = entities.id.flatMap((_, row) =>
    graph.shown.entities[row] === 0 &&
    `${entities.name[row]} ${stands[row]?.name ?? ''}`.toLowerCase().includes(words)
      ? [row]
      : [],
  );
  const placed = rows.filter((row) => stands[row] !== undefined);
  const without = rows.filter((row) => stands[row] === undefined);
  return (
    <div className="places-panel">
      {!isOnMap && (
        <button type="button" className="link" onClick={toggleMap}>
          Show the map
        </button>
      )}
      <TextInput
        size="xs"
        aria-label="Keep places and names with these words"
        placeholder="Keep places and names with these words"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Folds
        title={`${countText.entities(placed.length)} with a place`}
        folds={foldBy(placed, (row) => placeOf(stands[row]!))}
        graph={graph}
        say={(row) => {
          const from = stands[row]?.from;
          return from === undefined ? '' : `with ${entities.name[from]}`;
        }}
      />
      <Folds
        title={`${without.length.toLocaleString('en')} without a place`}
        folds={foldBy(without, (row) => ({
          title:
            graph.ontology.kinds.find(({ id }) => id === entities.kind[row])?.label ?? entities.kind[row]!,
          note: '',
        }))}
        graph={graph}
        say={() => ''}
      >
        <p className="muted small">
          Nobody has recorded where these are, or they are nowhere: their ties are not drawn on the map.
        </p>
      </Folds>
    </div>
  );
}

const placeOf = (stand: Stand) => ({
  title: stand.name ?? `${stand.lat.toFixed(1)}°, ${stand.lon.toFixed(1)}°`,
  note: PRECISION_WORDS[stand.precision],
});

/** Rows under common titles, the fullest first. */
function foldBy(rows: readonly number[], titleOf: (row: number) => { title: string; note: string }): Fold[] {
  const folds = new Map<string, { title: string; note: string; rows: number[] }>();
  for (const row of rows) {
    const { title, note } = titleOf(row);
    const fold = folds.get(`${title}\n${note}`) ?? { title, note, rows: [] };
    fold.rows.push(row);
    folds.set(`${title}\n${note}`, fold);
  }
  return [...folds.values()].sort((a, b) => b.rows.length - a.rows.length || a.title.localeCompare(b.title));
}

function Folds(properties: {
  title: string;
  folds: readonly Fold[];
  graph: ShownGraph;
  say: (row: number) => string;
  children?: ReactNode;
}) {
  const { title, folds, graph, say, children } = properties;
  return (
    <section>
      <h3 className="eyebrow">{title}</h3>
      {children}
      {folds.map((fold) => (
        <PlaceFold key={`${fold.title} ${fold.note}`} fold={fold} graph={graph} say={say} />
      ))}
    </section>
  );
}

function PlaceFold({ fold, graph, say }: { fold: Fold; graph: ShownGraph; say: (row: number) => string }) {
  const [open, setOpen] = useState(false);
  const { entities } = graph.columns;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {fold.title} <span className="muted small">{fold.note}</span>
        <span className="number muted">{fold.rows.length.toLocaleString('en')}</span>
      </summary>
      {open && (
        <ul>
          {fold.rows.slice(0, MOST_ROWS).map((row) => {
            const id = entities.id[row]!;
            return (
              <li key={id} {...litOnHover({ entities: [id] })}>
                <EntityLink id={id} name={entities.name[row]!} kind={entities.kind[row]!} />{' '}
                <span className="muted small">{say(row)}</span>
              </li>
            );
          })}
          {fold.rows.length > MOST_ROWS && (
            <li className="muted">and {(fold.rows.length - MOST_ROWS).toLocaleString('en')} more</li>
          )}
        </ul>
      )}
    </details>
  );
}
