/** Core numbers: the largest k such that a node belongs to a group whose members each have k ties within it. */
import type { Csr } from './csr.js';
import { totalDegree } from './degree.js';

/**
 * Core number of every node by peeling in order of degree, in O(nodes + arcs): Batagelj & Zaversnik 2003 (arXiv:cs/0310049).
 * In a directed graph the degree is in plus out, as in NetworkX, so a mutual tie counts twice.
 *
 * @example coreNumber(triangle0to1to2WithLeaf3) // [2, 2, 2, 1]
 */
export function coreNumber(csr: Csr): Uint32Array {
  const { size } = csr;
  const core = totalDegree(csr);
  const sides = csr.directed ? [csr, csr.reverse] : [csr];
  // Nodes ascending by degree left; the nodes of degree d begin at `begin[d]`.
  const begin = new Uint32Array(core.reduce((a, b) => Math.max(a, b), 0) + 2);
  for (let v = 0; v < size; v++) begin[core[v]! + 1]!++;
  for (let d = 1; d < begin.length; d++) begin[d]! += begin[d - 1]!;
  const order = new Uint32Array(size);
  const place = new Uint32Array(size);
  const filled = begin.slice();
  for (let v = 0; v < size; v++) {
    const slot = filled[core[v]!]!++;
    place[v] = slot;
    order[slot] = v;
  }
  for (let k = 0; k < size; k++) {
    const node = order[k]!;
    for (const { offsets, targets } of sides) {
      for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
        const other = targets[i]!;
        if (core[other]! <= core[node]!) continue;
        // One degree less: swap with the first of its block, and let the block begin one later.
        const first = begin[core[other]!]!++;
        const displaced = order[first]!;
        const slot = place[other]!;
        order[first] = other;
        place[other] = first;
        order[slot] = displaced;
        place[displaced] = slot;
        core[other]!--;
      }
    }
  }
  return core;
}
