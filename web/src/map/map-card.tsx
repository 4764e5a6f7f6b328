/** The card beside what the pointer is on: an entity and how exactly it is placed, a bubble's entities, an arc's relations. */
import { Card, EntityWords, RelationWords, type Spot } from '../graph/hover-card.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { placeWords } from './map-scene.js';
import type { Precision, Stand } from './stands.js';
import type { Under } from './use-under.js';

const MOST_LINES = 6;

/** How exactly a place is known, after its name. */
export const PRECISION_WORDS = {
  exact: 'to the point',
  site: 'to the site',
  city: 'to the city',
  country: 'by country alone',
} as const satisfies Record<Precision, string>;

/** How an entity came to its spot, in words: `Beijing, to the city`, `Somewhere in Chile`. */
export function standWords(stand: Stand, nameOf: (row: number) => string): string {
  const name = stand.name ?? 'its coordinates';
  const place =
    stand.precision === 'country' ? `Somewhere in ${name}` : `${name}, ${PRECISION_WORDS[stand.precision]}`;
  return stand.from === undefined ? place : `${place}; borrowed from ${nameOf(stand.from)}, where it is`;
}

export function MapCard(properties: {
  under: Under;
  graph: ShownGraph;
  stands: readonly (Stand | undefined)[];
  spot: Spot;
}) {
  const { under, graph, stands, spot } = properties;
  const { entities, relations } = graph.columns;
  const nameOf = (row: number) => entities.name[row]!;
  const { mark, arc } = under;
  if (mark?.rows.length === 1) {
    const [row] = mark.rows as [number];
    return (
      <Card spot={spot}>
        <EntityWords id={entities.id[row]!} graph={graph} />
        <p className="hover-more map-place">{standWords(stands[row]!, nameOf)}</p>
      </Card>
    );
  }
  if (mark !== undefined)
    return (
      <Card spot={spot}>
        <strong>{placeWords(mark) || 'Several places'}</strong>
        <p className="hover-kind">
          {mark.rows.length.toLocaleString('en')} entities
          {mark.wide ? ', placed by country alone' : ''}
        </p>
        <Lines words={mark.rows.slice(0, MOST_LINES).map(nameOf)} all={mark.rows.length} />
      </Card>
    );
  if (arc === undefined) return null;
  if (arc.rows.length === 1)
    return (
      <Card spot={spot}>
        <RelationWords id={relations.id[arc.rows[0]!]!} graph={graph} />
      </Card>
    );
  const type = (row: number) =>
    graph.ontology.types.find(({ id }) => id === relations.type[row])?.label ?? relations.type[row]!;
  return (
    <Card spot={spot}>
      <strong>
        {arc.rows.length.toLocaleString('en')} ties:{' '}
        {graph.ontology.families.find(({ id }) => id === arc.family)?.label ?? arc.family}
      </strong>
      <Lines
        words={arc.rows
          .slice(0, MOST_LINES)
          .map((row) => `${nameOf(relations.from[row]!)} ${type(row)} ${nameOf(relations.to[row]!)}`)}
        all={arc.rows.length}
      />
    </Card>
  );
}

function Lines({ words, all }: { words: readonly string[]; all: number }) {
  return (
    <>
      <ul>
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {all > words.length && (
        <p className="hover-more">and {(all - words.length).toLocaleString('en')} more</p>
      )}
    </>
  );
}
