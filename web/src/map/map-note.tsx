/** What the map shows and what it cannot: how many stand on it, how many have no place, and what its signs mean. */

import type { ShownGraph } from '../graph/use-shown.js';
import { parseSelection } from '../selected.js';
import { changeView, useView } from '../view.js';
import type { Stand } from './stands.js';

export function MapNote(properties: {
  graph: ShownGraph;
  stands: readonly (Stand | undefined)[];
  placed: number;
}) {
  const { graph, stands, placed } = properties;
  const { select, panel } = useView();
  const { entities } = graph.columns;
  const without = graph.shown.visibleEntities - placed;
  const selection = parseSelection(select);
  const row = selection?.what === 'entity' ? entities.id.indexOf(selection.id) : -1;
  return (
    <section className="panel map-note" aria-label="What the map shows">
      <p>
        <span className="number">{placed.toLocaleString('en')}</span> on the map ·{' '}
        <button
          type="button"
          className="link"
          onClick={() =>
            changeView({
              panel: panel === 'places' && select === undefined ? undefined : 'places',
              select: undefined,
            })
          }
        >
          {without.toLocaleString('en')} without a place
        </button>
      </p>
      {row >= 0 && stands[row] === undefined && (
        <p className="map-unplaced" role="status">
          {entities.name[row]} has no place of its own.{' '}
          <button type="button" className="link" onClick={() => changeView({ map: undefined })}>
            Find it in the sky
          </button>
        </p>
      )}
      <p className="muted small map-key">
        <Key shape="point">place</Key>
        <Key shape="borrowed">borrowed</Key>
        <Key shape="area">country only</Key>
        <Key shape="several">several</Key>
        <i>Base map: Natural Earth</i>
      </p>
    </section>
  );
}

function Key({ shape, children }: { shape: 'point' | 'borrowed' | 'area' | 'several'; children: string }) {
  return (
    <span>
      <svg className={`map-key-${shape}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r={shape === 'point' || shape === 'borrowed' ? 4 : 5.5} />
        {shape === 'several' && (
          <text x="7" y="9.6" textAnchor="middle" fontSize="7.5">
            3
          </text>
        )}
      </svg>
      {children}
    </span>
  );
}
