/** What a rank rests on: the source without which it changes most. */
import type { Answer, TaskControl } from '../contract/questions.js';
import type { Scope } from '../contract/scope.js';
import { type Context, scopeOf } from './context.js';
import { rankDefaults } from './defaults.js';
import { type Measured, type MeasureRule, measureScope } from './measure-scope.js';
import type { Measure } from './measures/measure.js';

type Dependence = NonNullable<Answer<'rank'>['rows'][number]['dependence']>;

/**
 * For each of some nodes the source whose removal moves its rank farthest (the first of equals, by id); absent where none does.
 * Takes the measure once for every source that supports a relation in scope.
 */
export async function dependenceOf(
  context: Context,
  asked: Scope,
  measure: Measure,
  rule: MeasureRule,
  nodes: readonly number[],
  { snapshot, ranks }: Measured,
  control: TaskControl,
): Promise<Map<number, Dependence>> {
  const { knowledge } = context;
  const scope = scopeOf(asked);
  const found = new Map<number, { change: number; dependence: Dependence }>();
  const sources = [...knowledge.sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [nth, source] of sources.entries()) {
    control.signal.throwIfAborted();
    control.progress(nth / sources.length, 'Taking sources away');
    const without = context.scope(
      { ...scope, without: [...(scope.without ?? []), source.id] },
      rankDefaults(knowledge.ontology),
    );
    const left = await measureScope(
      context,
      without,
      measure,
      { ...rule, raw: false },
      { ...control, progress: () => {} },
    );
    for (const node of nodes) {
      const then = left.snapshot.nodeOf[snapshot.members[node]!]!;
      const rank = then === -1 ? null : left.ranks[then]!;
      const change = rank === null ? Number.POSITIVE_INFINITY : Math.abs(rank - ranks[node]!);
      if (change <= (found.get(node)?.change ?? 0)) continue;
      found.set(node, { change, dependence: { source: source.id, title: source.title, rank } });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return new Map([...found].map(([node, { dependence }]) => [node, dependence]));
}
