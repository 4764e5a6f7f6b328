/** Communities of a scope, labelled by their most central members. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { membersByGroup } from '../community-map.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';

/** Members that name a community. */
const NAMED = 2;

export async function answerCommunities(
  context: Context,
  parameters: Parameters<'communities'>,
  control: TaskControl,
): Promise<Answer<'communities'>> {
  const { knowledge } = context;
  const { algorithm, resolution, seed, strength } = parameters;
  const scoped = context.scope(scopeOf(parameters), rankDefaults(knowledge.ontology));
  const snapshot = context.snapshot(scoped, {
    direction: 'any',
    ...(strength === undefined ? {} : { strength }),
  });
  const { csr, members, description } = snapshot;
  const found = await context.compute(control, 'Communities')('communities', csr, {
    algorithm,
    resolution,
    seed,
  });
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    algorithm,
    projection: description,
    modularity: found.modularity[0]!,
    communities: membersByGroup(csr, found.groups).map((group, id) => {
      const listed = group.map(({ node, ties }) => ({ ...context.reference(members[node]!), ties }));
      return {
        id,
        label: listed
          .slice(0, NAMED)
          .map(({ name }) => name)
          .join(', '),
        size: listed.length,
        members: listed,
      };
    }),
  };
}
