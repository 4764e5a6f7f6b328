/** Hubs on a path: entities through which nearly everybody is joined, so that passing through one says little. */
import type { Snapshot } from '../graph/projection.js';
import type { Context } from './context.js';

/** Of the scope, the share that counts as hubs by their neighbours, and how many neighbours that takes at least. */
const TOP_SHARE = 0.01;
const LEAST_NEIGHBORS = 12;

interface Hub {
  readonly entity: number;
  readonly neighbors: number;
  readonly reason: 'kind' | 'degree';
}

/**
 * The hubs that routes pass on their way (`waypoints`, which were asked for, are none), most connected first: entities of a kind that
 * the ontology calls a hub, and the best connected hundredth of the scope. `snapshot` is undirected. O(nodes log nodes).
 */
export function hubsOn(
  context: Context,
  { csr, members }: Snapshot,
  routes: readonly (readonly number[])[],
  waypoints: readonly number[],
): Hub[] {
  const { entities, ontology } = context.knowledge;
  const degree = (node: number) => csr.offsets[node + 1]! - csr.offsets[node]!;
  const degrees = Array.from(members, (_, node) => degree(node)).sort((a, b) => b - a);
  const least = Math.max(LEAST_NEIGHBORS, degrees[Math.floor(TOP_SHARE * members.length)] ?? 0);
  const asked = new Set(waypoints);
  return [...new Set(routes.flat())]
    .flatMap((node): Hub[] => {
      const entity = members[node]!;
      const neighbors = degree(node);
      if (asked.has(entity)) return [];
      if (ontology.isHub(entities[entity]!.kind)) return [{ entity, neighbors, reason: 'kind' }];
      return neighbors >= least ? [{ entity, neighbors, reason: 'degree' }] : [];
    })
    .sort((a, b) => b.neighbors - a.neighbors || a.entity - b.entity);
}
