/** The overview of a graph too large to read: its communities as discs with the ties between them. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { mapCommunities } from '../community-map.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';

/** Members that name a community. */
const NAMED = 3;

export async function answerOverview(
  context: Context,
  parameters: Parameters<'overview'>,
  control: TaskControl,
): Promise<Answer<'overview'>> {
  const { knowledge } = context;
  const scoped = context.scope(scopeOf(parameters), rankDefaults(knowledge.ontology));
  const { members, description } = context.snapshot(scoped, { direction: 'any' });
  const { modularity, communities, ties } = await mapCommunities(
    context,
    scoped,
    parameters.resolution,
    control,
  );
  const mapped = communities.reduce((sum, each) => sum + each.members.length, 0);
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    projection: description,
    modularity,
    communities: communities.map(({ x, y, radius, members: within }) => ({
      size: within.length,
      central: within.slice(0, NAMED).map(({ node }) => context.reference(members[node]!)),
      x: Math.round(10 * x) / 10,
      y: Math.round(10 * y) / 10,
      radius: Math.round(10 * radius) / 10,
    })),
    ties: [...ties],
    alone: members.length - mapped,
  };
}
