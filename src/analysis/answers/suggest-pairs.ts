/** Pairs worth a look: actors that share neighbours but are not tied, and actors that are placed alike. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import type { SharedNeighborsOptions } from '../../kernels/shared-neighbors.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';

const SCORES = {
  'adamic-adar': 'adamicAdar',
  'resource-allocation': 'resourceAllocation',
  'common-neighbors': 'common',
} as const;

/** Shared neighbours that an answer names. */
const NAMED = 10;
/** Whoever has more neighbours is no lead from one to another. */
const MOST_TIES = 1_000;

export async function answerLeads(
  context: Context,
  parameters: Parameters<'leads'>,
  control: TaskControl,
): Promise<Answer<'leads'>> {
  const { ontology, entities, revision } = context.knowledge;
  const { scoped, total, pairs } = await pairsOf(
    context,
    parameters,
    parameters.entity,
    control,
    (members) => {
      const kinds = parameters.between?.map((kind) => ontology.descendants(kind));
      const endOf = ({ kind }: { kind: string }) =>
        (kinds!.at(0)!.has(kind) ? 1 : 0) | (kinds!.at(-1)!.has(kind) ? 2 : 0);
      return {
        score: SCORES[parameters.method],
        mostTies: MOST_TIES,
        ...(kinds === undefined
          ? {}
          : { ends: Uint8Array.from(members, (position) => endOf(entities[position]!)) }),
      };
    },
  );
  return {
    revision,
    scope: scoped.answer,
    method: parameters.method,
    total,
    leads: pairs.map((pair) => ({
      ...pair,
      question: `Is there a tie between ${pair.a.name} and ${pair.b.name} that no source here states?`,
    })),
  };
}

export async function answerSimilar(
  context: Context,
  parameters: Parameters<'similar'>,
  control: TaskControl,
): Promise<Answer<'similar'>> {
  // A likeness is a share of all neighbours, so hubs count too.
  const how = { score: 'jaccard', tied: true } as const;
  const { scoped, pairs } = await pairsOf(context, parameters, parameters.id, control, () => how);
  return {
    revision: context.knowledge.revision,
    scope: scoped.answer,
    entity: context.reference(context.entity(parameters.id)),
    similar: pairs.map(({ b, score, common, through }) => ({ ...b, likeness: score, common, through })),
  };
}

async function pairsOf(
  context: Context,
  parameters: Parameters<'leads'> | Parameters<'similar'>,
  entity: string | undefined,
  control: TaskControl,
  how: (members: Uint32Array) => Omit<SharedNeighborsOptions, 'of' | 'top'>,
) {
  const scoped = context.scope(scopeOf(parameters), rankDefaults(context.knowledge.ontology));
  const { csr, members, nodeOf } = context.snapshot(scoped, { direction: 'any' });
  const node = entity === undefined ? undefined : nodeOf[context.entity(entity)]!;
  if (node === -1) return { scoped, total: 0, pairs: [] };
  const found = await context.compute(control, 'Pairs')('shared-neighbors', csr, {
    ...how(members),
    top: parameters.top,
    of: node,
  });
  const reference = (of: number) => context.reference(members[of]!);
  const row = (of: number) => csr.targets.subarray(csr.offsets[of], csr.offsets[of + 1]);
  /** Those with the fewest ties first: they tell the most. */
  const through = (a: number, b: number) => {
    const of = new Set(row(b));
    return Array.from(row(a).filter((v) => of.has(v)))
      .sort((x, y) => row(x).length - row(y).length || x - y)
      .slice(0, NAMED)
      .map(reference);
  };
  return {
    scoped,
    total: found.total[0]!,
    pairs: Array.from(found.a, (a, place) => ({
      a: reference(a),
      b: reference(found.b[place]!),
      score: found.score[place]!,
      common: found.common[place]!,
      through: through(a, found.b[place]!),
    })),
  };
}
