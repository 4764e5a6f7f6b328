/** What a rank rests on: the source without which it changes most. */
import type { Answer, TaskControl } from '../contract/questions.js';
import { projectScope } from '../graph/projection.js';
import { type ScopedGraph, sourceRemoval } from '../graph/scoped-graph.js';
import type { Context } from './context.js';
import { type Measured, type MeasureRule, projectionFor, ranksOf, takeMeasure } from './measure-scope.js';
import type { Measure } from './measures/measure.js';

type Dependence = NonNullable<Answer<'rank'>['rows'][number]['dependence']>;

/** States of the graph under way together: enough to keep several threads busy, few enough to wait for their slowest. */
const AT_A_TIME = 16;

/**
 * For each of some nodes the source whose removal moves its rank farthest (the first of equals, by id); absent where none does.
 * Takes the measure once for every source on which a relation in scope rests alone; without any other the graph stays as it is.
 */
export async function dependenceOf(
  context: Context,
  scoped: ScopedGraph,
  measure: Measure,
  rule: MeasureRule,
  nodes: readonly number[],
  { snapshot, ranks }: Measured,
  control: TaskControl,
): Promise<Map<number, Dependence>> {
  const { knowledge } = context;
  const without = sourceRemoval(scoped);
  const sources = [...knowledge.sources.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((source) => {
      const left = without(source.id);
      return left === undefined ? [] : [{ source, left }];
    });
  const compute = context.compute({ ...control, progress: () => {} }, 'Taking sources away', true);
  const ranksWithout = async (left: ScopedGraph) => {
    const projected = projectScope(left, projectionFor(measure, rule));
    const values = await takeMeasure(context, projected, measure, { ...rule, raw: false }, compute);
    return { nodeOf: projected.nodeOf, ranks: ranksOf(values) };
  };
  const found = new Map<number, { change: number; dependence: Dependence }>();
  for (let first = 0; first < sources.length; first += AT_A_TIME) {
    control.signal.throwIfAborted();
    control.progress(first / sources.length, 'Taking sources away');
    const batch = sources.slice(first, first + AT_A_TIME);
    const states = await Promise.all(batch.map(({ left }) => ranksWithout(left)));
    states.forEach((state, nth) => {
      const { id, title } = batch[nth]!.source;
      for (const node of nodes) {
        const then = state.nodeOf[snapshot.members[node]!]!;
        const rank = then === -1 ? null : state.ranks[then]!;
        const change = rank === null ? Number.POSITIVE_INFINITY : Math.abs(rank - ranks[node]!);
        if (change <= (found.get(node)?.change ?? 0)) continue;
        found.set(node, { change, dependence: { source: id, title, rank } });
      }
    });
    // Cancellation and other questions are heard between batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return new Map([...found].map(([node, { dependence }]) => [node, dependence]));
}
