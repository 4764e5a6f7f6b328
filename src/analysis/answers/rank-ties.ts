/** Ties by betweenness: which pairs of actors, and through which relations, the ways between the others run. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import type { ProjectionRule } from '../../graph/projection.js';
import type { ScopedGraph } from '../../graph/scoped-graph.js';
import { separation } from '../../kernels/separation.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';
import { ranksOf } from '../measure-scope.js';
import { relationFacts, relationsBetween } from '../views.js';

type Tie = Answer<'ties'>['ties'][number];

/** Betweenness of every tie of the projection; normalised over all pairs, as NetworkX does it. Parallel relations share. */
export async function answerTies(
  context: Context,
  parameters: Parameters<'ties'>,
  control: TaskControl,
): Promise<Answer<'ties'>> {
  const { knowledge } = context;
  const { raw, distance, top } = parameters;
  const scoped = context.scope(scopeOf(parameters), rankDefaults(knowledge.ontology));
  const direction = parameters.direction ?? knowledge.ontology.record.defaultDirection;
  const rule: ProjectionRule = { direction, ...(distance === undefined ? {} : { distance }) };
  const { csr, members, description } = context.snapshot(scoped, rule);
  const compute = context.compute(control, 'Betweenness of ties');
  const { scores } = await compute('tie-betweenness', csr, { valued: distance !== undefined });
  const from: number[] = [];
  const arcs: number[] = [];
  for (let v = 0; v < csr.size; v++) {
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      if (!csr.directed && csr.targets[i]! < v) continue;
      from.push(v);
      arcs.push(i);
    }
  }
  const pairs = (csr.size * (csr.size - 1)) / (csr.directed ? 1 : 2);
  const values = Float64Array.from(arcs, (arc) => (raw ? scores[arc]! : scores[arc]! / pairs));
  const ranks = ranksOf(values);
  const order = Array.from(values.keys()).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const { bridges } = separation(context.snapshot(scoped, { direction: 'any' }).csr);
  const isBridge = new Set(bridges.map(([a, b]) => a * csr.size + b));
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    title: 'Betweenness of ties',
    projection: description,
    parameters: { raw, ...rule },
    unit: raw ? 'pairs' : 'share of pairs',
    total: order.length,
    ties: (top === 0 ? order : order.slice(0, top)).map((nth) => {
      const [a, b] = [from[nth]!, csr.targets[arcs[nth]!]!];
      const value = values[nth]!;
      return {
        from: context.reference(members[a]!),
        to: context.reference(members[b]!),
        value,
        rank: ranks[nth]!,
        bridge: isBridge.has(Math.min(a, b) * csr.size + Math.max(a, b)),
        relations: shareOut(scoped, rule, members[a]!, members[b]!, value),
      };
    }),
  };
}

/** The relations that make a tie in this projection: of parallel distances the shortest, each the same part of the value. */
function shareOut(
  { knowledge, relations }: ScopedGraph,
  { direction, distance }: ProjectionRule,
  a: number,
  b: number,
  value: number,
): Tie['relations'] {
  const { ontology, from } = knowledge;
  const start = direction === 'in' ? b : a;
  const lengthOf = (i: number) =>
    distance === undefined ? 0 : Number(knowledge.relations[i]!.attributes[distance]);
  const carrying = relationsBetween(knowledge, relations, a, b).filter(
    (i) =>
      direction === 'any' ||
      from[i] === start ||
      ontology.type(knowledge.relations[i]!.type)?.symmetric === true,
  );
  const least = Math.min(...carrying.map(lengthOf));
  const shortest = carrying.filter((i) => lengthOf(i) === least);
  return shortest.map((i) => ({ ...relationFacts(knowledge, i), value: value / shortest.length }));
}
