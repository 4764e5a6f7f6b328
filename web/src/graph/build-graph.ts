/** Columns of the answer → the graphology graph that sigma draws: positions, sizes, curves. What filters and light change is paint. */
import { MultiDirectedGraph } from 'graphology';
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { iconName } from './icons.js';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  row: number;
  degree: number;
  /** Name of its kind's icon. */
  icon: string;
}
export interface EdgeAttributes {
  /** Row of the relation; of the first one for a bundle. */
  row: number;
  size: number;
  /** Rows of the relations that a bundle stands for. */
  rows?: readonly number[];
  /** Key of the bundle that a relation may be folded into. */
  bundle?: string;
}
export type SkyGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Pixels of a usual screen that stars share: with few of them they are large enough for an icon, with many small enough to part. */
const SKY_PX = 1000 * 560;

/** Pixels from star to star if they were spread evenly. */
const spacingOf = (entities: number) => Math.sqrt(SKY_PX / Math.max(1, entities));

/**
 * Radius in pixels by degree, in a sky of that many entities: area grows with degree, so that a hub is large without drowning its
 * neighbours. `radiusOf(0, 60)` is 8.7, `radiusOf(16, 60)` 20.9.
 */
export function radiusOf(degree: number, entities: number): number {
  const spacing = spacingOf(entities);
  const least = Math.max(1.6, Math.min(3, 0.14 * spacing), Math.min(10, 0.09 * spacing));
  // However small the others are, a hub keeps room for its icon.
  const most = Math.max(9, 3.4 * least);
  return least + (most - least) * Math.min(1, Math.sqrt(degree / LARGEST_DEGREE));
}

/** The degree from which on stars are no larger. */
export const LARGEST_DEGREE = 47;

/**
 * Width in pixels by confidence, finer in a crowded sky. One that nobody could judge (null) is not the least: it gets a middling
 * line.
 */
export const widthOf = (confidence: number | null, entities: number): number =>
  (confidence === null ? 1.2 : 0.8 + 1.9 * confidence) * Math.max(0.5, Math.min(1, spacingOf(entities) / 70));

/** Pages are wide and layouts round: so much wider is the sky drawn at most, and up to this ratio. */
const WIDEST = { stretch: 1.4, ratio: 1.75 };

/** By how much a layout is drawn wider than it was made, so that it fills the page: 1 for one that is wide already. */
export function stretchOf(x: readonly number[], y: readonly number[]): number {
  const spread = (values: readonly number[]) =>
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const [wide, high] = [spread(x), spread(y)];
  if (!(wide > 0 && high > 0)) return 1;
  return Math.max(1, Math.min(WIDEST.stretch, (WIDEST.ratio * high) / wide));
}

/** The key of the line into which the relations of two entities fold; also how the address names it. */
export const bundleKey = (a: string, b: string) => `bundle:${a < b ? `${a},${b}` : `${b},${a}`}`;

/** The two entities of a bundle; undefined for any other key. */
export function bundleEnds(key: string | undefined): readonly [string, string] | undefined {
  const [, a, b] = /^bundle:([^,]+),([^,]+)$/s.exec(key ?? '') ?? [];
  return a === undefined || b === undefined ? undefined : [a, b];
}

/**
 * Builds the graph. A relation of an entity with itself has no line (the table and the inspector list it). Several relations of one
 * pair have a line each and one more, the bundle, into which they fold. O(entities + relations).
 */
export function buildGraph({ entities, relations }: GraphAnswer, ontology: OntologyRecord): SkyGraph {
  const graph: SkyGraph = new MultiDirectedGraph();
  const degree = new Uint32Array(entities.id.length);
  const pairs = new Map<number, number[]>();
  for (let row = 0; row < relations.id.length; row++) {
    const from = relations.from[row]!;
    const to = relations.to[row]!;
    degree[from]!++;
    degree[to]!++;
    if (from === to) continue;
    const pair = Math.min(from, to) * entities.id.length + Math.max(from, to);
    const rows = pairs.get(pair);
    if (rows === undefined) pairs.set(pair, [row]);
    else rows.push(row);
  }
  const icons = new Map(ontology.kinds.map(({ id }) => [id, iconName(ontology, id)]));
  const stretch = stretchOf(entities.x, entities.y);
  for (let row = 0; row < entities.id.length; row++)
    graph.addNode(entities.id[row]!, {
      x: stretch * entities.x[row]!,
      y: entities.y[row]!,
      row,
      degree: degree[row]!,
      size: radiusOf(degree[row]!, entities.id.length),
      icon: icons.get(entities.kind[row]!) ?? 'point',
    });
  for (const rows of pairs.values()) {
    const [first] = rows;
    const ends = [entities.id[relations.from[first!]!]!, entities.id[relations.to[first!]!]!] as const;
    const bundle = rows.length > 1 ? bundleKey(...ends) : undefined;
    for (const row of rows)
      graph.addEdgeWithKey(
        relations.id[row]!,
        entities.id[relations.from[row]!]!,
        entities.id[relations.to[row]!]!,
        {
          row,
          size: widthOf(relations.confidence[row]!, entities.id.length),
          ...(bundle === undefined ? {} : { bundle }),
        },
      );
    if (bundle !== undefined) graph.addEdgeWithKey(bundle, ...ends, { row: first!, size: 1, rows });
  }
  return graph;
}
