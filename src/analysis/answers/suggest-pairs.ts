/** Pairs worth a look: actors that share neighbours but are not tied, and actors that are placed alike. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { type SharedNeighbors, sharedNeighbors } from '../../kernels/shared-neighbors.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';

const SCORES = {
  'adamic-adar': 'adamicAdar',
  'resource-allocation': 'resourceAllocation',
  'common-neighbors': 'common',
} as const;

/** Shared neighbours that an answer names. */
const NAMED = 10;

export function answerLeads(
  context: Context,
  parameters: Parameters<'leads'>,
  control: TaskControl,
): Answer<'leads'> {
  const { knowledge } = context;
  const score = SCORES[parameters.method];
  const { scoped, pairs, neighborsOf, reference, kindOf } = pairsOf(
    context,
    parameters,
    parameters.entity,
    control,
    {},
  );
  const between = parameters.between?.map((kind) => knowledge.ontology.descendants(kind));
  const kept = pairs.filter(({ a, b }) => {
    if (between === undefined) return true;
    const fits = (x: number, y: number) => between[0]!.has(kindOf(x)) && between.at(-1)!.has(kindOf(y));
    return fits(a, b) || fits(b, a);
  });
  kept.sort((x, y) => y[score] - x[score] || x.a - y.a || x.b - y.b);
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    method: parameters.method,
    total: kept.length,
    leads: kept.slice(0, parameters.top).map((pair) => ({
      a: reference(pair.a),
      b: reference(pair.b),
      score: pair[score],
      common: pair.common,
      through: neighborsOf(pair).slice(0, NAMED),
      question: `Is there a tie between ${reference(pair.a).name} and ${reference(pair.b).name} that no source here states?`,
    })),
  };
}

export function answerSimilar(
  context: Context,
  parameters: Parameters<'similar'>,
  control: TaskControl,
): Answer<'similar'> {
  const { scoped, pairs, neighborsOf, reference } = pairsOf(
    context,
    parameters,
    parameters.id,
    control,
    // A likeness is a share of all neighbours, so hubs count too.
    { tied: true, mostTies: Number.POSITIVE_INFINITY },
  );
  pairs.sort((x, y) => y.jaccard - x.jaccard || x.b - y.b);
  return {
    revision: context.knowledge.revision,
    scope: scoped.answer,
    entity: context.reference(context.entity(parameters.id)),
    similar: pairs.slice(0, parameters.top).map((pair) => ({
      ...reference(pair.b),
      likeness: pair.jaccard,
      common: pair.common,
      through: neighborsOf(pair).slice(0, NAMED),
    })),
  };
}

function pairsOf(
  context: Context,
  parameters: Parameters<'leads'> | Parameters<'similar'>,
  entity: string | undefined,
  control: TaskControl,
  which: { tied?: boolean; mostTies?: number },
) {
  const { knowledge } = context;
  const scoped = context.scope(scopeOf(parameters), rankDefaults(knowledge.ontology));
  const { csr, members, nodeOf } = context.snapshot(scoped, { direction: 'any' });
  const node = entity === undefined ? undefined : nodeOf[context.entity(entity)]!;
  const work = {
    cancelled: () => control.signal.aborted,
    progress: (share: number) => control.progress(share, 'Pairs'),
  };
  const pairs: SharedNeighbors[] =
    node === -1
      ? []
      : sharedNeighbors(csr, { ...(node === undefined ? {} : { of: node }), ...which, control: work });
  const reference = (of: number) => context.reference(members[of]!);
  const row = (of: number) => csr.targets.subarray(csr.offsets[of], csr.offsets[of + 1]);
  return {
    scoped,
    pairs,
    reference,
    kindOf: (of: number) => knowledge.entities[members[of]!]!.kind,
    /** Shared neighbours, those with the fewest ties first: they tell the most. */
    neighborsOf: ({ a, b }: SharedNeighbors) => {
      const of = new Set(row(b));
      return Array.from(row(a).filter((v) => of.has(v)))
        .sort((x, y) => row(x).length - row(y).length || x - y)
        .map(reference);
    },
  };
}
