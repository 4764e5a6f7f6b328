/** Ranks in two states of the graph, side by side. */
import type { Movement } from '../contract/answers.js';
import type { TaskControl } from '../contract/questions.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import type { Context } from './context.js';
import { type AskedRule, measureRule, measureScope } from './measure-scope.js';
import { measureById } from './measures/registry.js';

/** How ranks are compared: by which measure, taken how, and how many movements are told (0: all). */
export interface MovementRule extends Omit<AskedRule, 'approximate'> {
  measure: string;
  top: number;
}

/**
 * The entities whose ranks differ most between two scopes, greatest movement first (appearing and vanishing before all), ties by
 * the better rank, then by id. Costs the measure twice.
 */
export async function compareRanks(
  context: Context,
  before: ScopedGraph,
  after: ScopedGraph,
  rule: MovementRule,
  control: TaskControl,
): Promise<{ measure: { id: string; title: string; projection: string }; movements: Movement[] }> {
  const measure = measureById(rule.measure);
  const how = measureRule(context, [measure], rule);
  const states = [];
  for (const scoped of [before, after]) {
    states.push(await measureScope(context, scoped, measure, how, control));
  }
  const [first, second] = [states[0]!, states[1]!];
  const at = (state: typeof first, entity: number) => {
    const node = state.snapshot.nodeOf[entity]!;
    return node === -1
      ? { rank: null, value: null }
      : { rank: state.ranks[node]!, value: state.values[node]! };
  };
  const movements = context.knowledge.entities.flatMap((_, entity) => {
    const [was, is] = [at(first, entity), at(second, entity)];
    if (was.rank === is.rank) return [];
    return [
      {
        ...context.reference(entity),
        before: was.rank,
        after: is.rank,
        valueBefore: was.value,
        valueAfter: is.value,
      },
    ];
  });
  const size = ({ before, after }: Movement) =>
    before === null || after === null ? Number.POSITIVE_INFINITY : Math.abs(before - after);
  const best = ({ before, after }: Movement) =>
    Math.min(before ?? Number.POSITIVE_INFINITY, after ?? Number.POSITIVE_INFINITY);
  const order = (a: Movement, b: Movement) => {
    const [x, y] = [size(a), size(b)];
    return (x === y ? 0 : y - x) || best(a) - best(b) || (a.id < b.id ? -1 : 1);
  };
  movements.sort(order);
  return {
    measure: { id: measure.id, title: measure.title, projection: second.snapshot.description },
    movements: rule.top === 0 ? movements : movements.slice(0, rule.top),
  };
}
