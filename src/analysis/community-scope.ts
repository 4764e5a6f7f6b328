/** A scope cut down to the community that one entity belongs to. */
import type { TaskControl } from '../contract/questions.js';
import { type ScopedGraph, withMasks } from '../graph/scoped-graph.js';
import { findCommunities } from './community-map.js';
import type { Context } from './context.js';

const kept = new WeakMap<ScopedGraph, Map<string, ScopedGraph>>();

/**
 * The members of that community, as `grouped` has them, with the relations that `scoped` has among them. The same cut is made once.
 * Costs the communities, and one look at each relation.
 *
 * @throws AppError `invalid-parameter` when the entity lies outside the scope; as `context.entity` for its name
 */
export async function communityScope(
  context: Context,
  scoped: ScopedGraph,
  grouped: ScopedGraph,
  reference: string,
  resolution: number,
  control: TaskControl,
): Promise<ScopedGraph> {
  const { knowledge } = context;
  const center = context.entity(reference);
  const { csr, members, nodeOf } = context.snapshot(grouped, { direction: 'any' });
  const node = nodeOf[center]!;
  if (node === -1)
    throw context.outsideScope('community', center, 'Choose another lens, or leave the community.');
  const { groups } = await findCommunities(context, csr, resolution, control);
  const key = `${groups[node]} ${resolution}`;
  const known = kept.get(scoped) ?? new Map<string, ScopedGraph>();
  kept.set(scoped, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const entities = new Uint8Array(scoped.entities.length);
  groups.forEach((group, at) => {
    if (group === groups[node]) entities[members[at]!] = scoped.entities[members[at]!]!;
  });
  const relations = scoped.relations.map((isIn, i) =>
    isIn === 1 && entities[knowledge.from[i]!] === 1 && entities[knowledge.to[i]!] === 1 ? 1 : 0,
  );
  const cut = withMasks(scoped, entities, relations);
  known.set(key, cut);
  return cut;
}
