/** A measure taken on a scope: the projection, the values, the ranks. */
import type { TaskControl } from '../contract/questions.js';
import type { ProjectionRule, Snapshot } from '../graph/projection.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import type { Context } from './context.js';
import type { Measure } from './measures/measure.js';

/** Values nearer than this, relative to the greatest, count as equal: they differ by the order of additions alone. */
const TIE = 1e-12;

/** Values and places by node of the snapshot. */
export interface Measured {
  snapshot: Snapshot;
  values: Float64Array;
  ranks: Uint32Array;
}

/** Projects the scope and runs the measure. Throws what the projection and the measure throw; costs what the measure costs. */
export async function measureScope(
  context: Context,
  scoped: ScopedGraph,
  measure: Measure,
  { raw, ...rule }: ProjectionRule & { raw: boolean },
  control: TaskControl,
): Promise<Measured> {
  const snapshot = context.snapshot(scoped, rule);
  const values = await measure.run(snapshot.csr, {
    raw,
    valued: rule.distance !== undefined ? 'distance' : rule.strength !== undefined ? 'strength' : undefined,
    compute: context.compute(control, measure.title),
  });
  return { snapshot, values, ranks: ranksOf(values) };
}

/** Places in a competition: equals share a place, and the next one counts them (1, 2, 2, 4). */
export function ranksOf(values: Float64Array): Uint32Array {
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
  const tolerance = TIE * (values[order[0] ?? 0] ?? 0);
  const ranks = new Uint32Array(values.length);
  order.forEach((node, place) => {
    const previous = order[place - 1];
    const tied = previous !== undefined && values[previous]! - values[node]! <= tolerance;
    ranks[node] = tied ? ranks[previous]! : place + 1;
  });
  return ranks;
}
