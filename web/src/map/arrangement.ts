/** Everybody who shows and has a place, gathered by where they stand; at each zoom, the marks they make and the arcs between these. */
import { radiusOf, type SkyGraph } from '../graph/build-graph.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { arrange, type Mark, type Place } from './arrange.js';
import { type Arc, foldTies } from './fold-ties.js';
import type { Stand } from './stands.js';

const LARGEST_PX = 12;
/** Marks of few entities are no larger than those of so many. */
const FEW = 120;

export interface Arrangement {
  /** Rows of the entities that stand on the map. */
  readonly rows: readonly number[];
  /** What is drawn at a zoom, with stars of a share of their size; marks of many and of the most connected first. */
  at(zoom: number, share: number): { readonly marks: readonly Mark[]; readonly arcs: readonly Arc[] };
}

export function arrangementOf(
  { columns, ontology, shown }: ShownGraph,
  stands: readonly (Stand | undefined)[],
  sky: SkyGraph,
): Arrangement {
  const degrees = columns.entities.id.map((id) => sky.getNodeAttribute(id, 'degree'));
  const rows = stands.flatMap((stand, row) =>
    stand !== undefined && shown.entities[row] === 0 ? [row] : [],
  );
  const places = gatherPlaces(rows, stands, (row) => degrees[row]!);
  const crowd = Math.max(FEW, rows.length);
  const radius = (row: number) => Math.min(LARGEST_PX, radiusOf(degrees[row]!, crowd));
  const prominence = ({ rows }: Mark) => rows.length * 1000 + degrees[rows[0]!]!;
  return {
    rows,
    at(zoom, share) {
      const marks = arrange(places, zoom, (row) => share * radius(row)).sort(
        (a, b) => prominence(b) - prominence(a),
      );
      const markOf = new Map(marks.flatMap((mark) => mark.rows.map((row) => [row, mark] as const)));
      const visible = columns.relations.id.flatMap((_, row) => (shown.relations[row] === 0 ? [row] : []));
      return { marks, arcs: foldTies(columns, ontology, visible, markOf) };
    },
  };
}

/** Entities by where they stand, the most connected first. Areas are kept apart from points. */
function gatherPlaces(
  rows: readonly number[],
  stands: readonly (Stand | undefined)[],
  degreeOf: (row: number) => number,
): Place[] {
  const places = new Map<string, { first: Stand; rows: number[] }>();
  for (const row of rows) {
    const stand = stands[row];
    if (stand === undefined) continue;
    const key = `${stand.lon.toFixed(2)} ${stand.lat.toFixed(2)} ${stand.precision === 'country'}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, { first: stand, rows: [row] });
    else place.rows.push(row);
  }
  return [...places.values()].map(({ first, rows: here }) => ({
    lon: first.lon,
    lat: first.lat,
    wide: first.precision === 'country',
    name: here.map((row) => stands[row]!.name).find((name) => name !== null) ?? null,
    rows: here.sort((a, b) => degreeOf(b) - degreeOf(a) || a - b),
  }));
}
