/** Folding: several visible relations of two entities as one line, and the curves on which they lie when they are looked at. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import type { TimeMark } from '../time/moments.js';
import { type SkyGraph, widthOf } from './build-graph.js';
import type { Shown } from './filter.js';

/** What a bundle tells of the visible relations in it. */
export interface Folded {
  readonly count: number;
  /** A type of the family that more than half belong to; undefined when there is none. */
  readonly family: string | undefined;
  /** Row of the entity from which all point; undefined when they do not agree, or one has no direction. */
  readonly from: number | undefined;
  readonly width: number;
  /** Row whose dashes stand for all; undefined when they differ. */
  readonly dash: number | undefined;
  /** What the dates mark all of them as; undefined when they differ. */
  readonly mark: TimeMark | undefined;
}

/** Distance between neighbouring ribbons of one pair, as a share of its chord. */
const CURVE_STEP = 0.14;
/** More than this many relations do not make a line wider. */
const WIDEST = 16;

/**
 * The bundles of two and more visible relations by key, and by row how far each relation's curve bends: to both sides of the chord,
 * whichever way they point, 0 for one that is alone. O(edges of the graph).
 */
export function foldBundles(columns: GraphAnswer, ontology: OntologyRecord, shown: Shown, graph: SkyGraph) {
  const { relations } = columns;
  const types = new Map(ontology.types.map((type) => [type.id, type]));
  const bundles = new Map<string, Folded>();
  const curvature = new Float32Array(relations.id.length);
  graph.forEachEdge((key, { rows }) => {
    const visible = rows?.filter((row) => shown.relations[row] === 0) ?? [];
    const [first] = visible;
    if (first === undefined || visible.length === 1) return;
    visible.forEach((row, place) => {
      // A curve bends to the left of its own direction: opposite relations would bend apart or together without the sign.
      const side = relations.from[row]! < relations.to[row]! ? 1 : -1;
      curvature[row] = (place - (visible.length - 1) / 2) * CURVE_STEP * side;
    });
    const families = new Map<string | undefined, number[]>();
    for (const row of visible) {
      const family = types.get(relations.type[row]!)?.family;
      families.set(family, [...(families.get(family) ?? []), row]);
    }
    const most = [...families.values()].reduce((a, b) => (b.length > a.length ? b : a));
    const agree = (of: (row: number) => unknown) => visible.every((row) => of(row) === of(first));
    const directed = visible.every((row) => types.get(relations.type[row]!)?.symmetric !== true);
    const widths = visible.map((row) => widthOf(relations.confidence[row]!, columns.entities.id.length));
    bundles.set(key, {
      count: visible.length,
      family: 2 * most.length > visible.length ? relations.type[most[0]!] : undefined,
      from: directed && agree((row) => relations.from[row]) ? relations.from[first] : undefined,
      width: Math.max(...widths) * (1 + 0.3 * Math.log2(Math.min(WIDEST, visible.length))),
      mark: agree((row) => shown.relationMarks[row]) ? shown.relationMarks[first] : undefined,
      dash:
        agree((row) => relations.status[row]) &&
        agree((row) => relations.disputed[row]) &&
        agree((row) => shown.relationMarks[row])
          ? first
          : undefined,
    });
  });
  return { bundles, curvature };
}
