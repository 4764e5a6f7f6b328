/** How much denser groups are inside than chance would make them. */
import type { Csr } from './csr.js';

/**
 * Modularity of a partition of an undirected graph (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113): the share of strength
 * inside groups, less what the strengths of the nodes lead to expect. `csr.values` are strengths where present, else every edge
 * counts 1. 0 for a graph without edges. O(nodes + arcs).
 *
 * @param groups a number a node, 0 upwards, few of them left out
 * @example two triangles joined by an edge, each a group: 6/7 − 1/2 = 0.357
 */
export function modularity(csr: Csr, groups: ArrayLike<number>, resolution = 1): number {
  let total = 0;
  let inside = 0;
  let most = 0;
  for (let v = 0; v < csr.size; v++) most = Math.max(most, groups[v]!);
  const strengthOf = new Float64Array(most + 1);
  for (let v = 0; v < csr.size; v++) {
    const group = groups[v]!;
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const strength = csr.values === undefined ? 1 : csr.values[i]!;
      total += strength;
      if (groups[csr.targets[i]!] === group) inside += strength;
      strengthOf[group]! += strength;
    }
  }
  if (total === 0) return 0;
  let expected = 0;
  for (const strength of strengthOf) expected += (strength / total) ** 2;
  return inside / total - resolution * expected;
}
