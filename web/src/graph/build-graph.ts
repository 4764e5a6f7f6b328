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
  row: number;
  size: number;
  curvature: number;
}
export type SkyGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Distance between neighbouring ribbons of one pair, as a share of its chord. */
const CURVE_STEP = 0.14;

/** Pixels of a usual screen that stars share: with few of them they are large enough for an icon, with many small enough to part. */
const SKY_PX = 1000 * 560;

/** Pixels from star to star if they were spread evenly. */
const spacingOf = (entities: number) => Math.sqrt(SKY_PX / Math.max(1, entities));

/**
 * Radius in pixels by degree, in a sky of that many entities: area grows with degree, so that a hub is large without drowning its
 * neighbours. `radiusOf(0, 60)` is 8.7, `radiusOf(16, 60)` 20.9.
 */
export function radiusOf(degree: number, entities: number): number {
  const least = Math.max(3, Math.min(10, 0.09 * spacingOf(entities)));
  return least * Math.min(3.4, 1 + 0.35 * Math.sqrt(degree));
}

/**
 * Width in pixels by confidence, finer in a crowded sky. One that nobody could judge (null) is not the least: it gets a middling
 * line.
 */
export const widthOf = (confidence: number | null, entities: number): number =>
  (confidence === null ? 1.2 : 0.8 + 1.9 * confidence) * Math.max(0.5, Math.min(1, spacingOf(entities) / 70));

/**
 * Builds the graph. A relation of an entity with itself has no line (the table and the inspector list it). Several relations of one
 * pair are spread to both sides of the chord, whichever way they point. O(entities + relations).
 */
export function buildGraph({ entities, relations }: GraphAnswer, ontology: OntologyRecord): SkyGraph {
  const graph: SkyGraph = new MultiDirectedGraph();
  const degree = new Uint32Array(entities.id.length);
  const pairs = new Map<string, number[]>();
  for (let row = 0; row < relations.id.length; row++) {
    const from = relations.from[row]!;
    const to = relations.to[row]!;
    degree[from]!++;
    degree[to]!++;
    if (from === to) continue;
    const pair = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const rows = pairs.get(pair);
    if (rows === undefined) pairs.set(pair, [row]);
    else rows.push(row);
  }
  const icons = new Map(ontology.kinds.map(({ id }) => [id, iconName(ontology, id)]));
  for (let row = 0; row < entities.id.length; row++)
    graph.addNode(entities.id[row]!, {
      x: entities.x[row]!,
      y: entities.y[row]!,
      row,
      degree: degree[row]!,
      size: radiusOf(degree[row]!, entities.id.length),
      icon: icons.get(entities.kind[row]!) ?? 'point',
    });
  for (const rows of pairs.values()) {
    rows.forEach((row, place) => {
      const from = relations.from[row]!;
      const to = relations.to[row]!;
      // A curve bends to the left of its own direction: opposite relations would bend apart or together without the sign.
      const side = from < to ? 1 : -1;
      graph.addEdgeWithKey(relations.id[row]!, entities.id[from]!, entities.id[to]!, {
        row,
        size: widthOf(relations.confidence[row]!, entities.id.length),
        curvature: (place - (rows.length - 1) / 2) * CURVE_STEP * side,
      });
    });
  }
  return graph;
}
