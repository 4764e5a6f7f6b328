/** Core numbers: the largest k such that a node belongs to a group whose members each have k ties within it. */
import type { Csr } from './csr.js';
import { totalDegree } from './degree.js';

/**
 * Core number of every node, peeled a level at a time: at level k each node with k ties left goes and takes one from its neighbours,
 * until none has so few. A node is looked at once a level until it goes, hence no oftener than it has ties: O(nodes + arcs), as with
 * the ordered nodes of Batagelj & Zaversnik 2003 (arXiv:cs/0310049), and with less to write. In a directed graph the degree is in plus
 * out, as in NetworkX, so a mutual tie counts twice.
 *
 * @example coreNumber(triangle0to1to2WithLeaf3) // [2, 2, 2, 1]
 */
export function coreNumber(csr: Csr): Uint32Array {
  const core = totalDegree(csr);
  const sides = csr.directed ? [csr, csr.reverse] : [csr];
  const left = new Uint32Array(csr.size);
  for (let node = 0; node < csr.size; node++) left[node] = node;
  const going = new Uint32Array(csr.size);
  for (let k = 0, count = csr.size; count > 0; k++) {
    let kept = 0;
    let gone = 0;
    for (let i = 0; i < count; i++) {
      const node = left[i]!;
      if (core[node]! > k) left[kept++] = node;
      else if (core[node]! === k) going[gone++] = node;
    }
    count = kept;
    for (let nth = 0; nth < gone; nth++) {
      const node = going[nth]!;
      // Not by the sides' iterator, which would be made anew for each node.
      for (let side = 0; side < sides.length; side++) {
        const { offsets, targets } = sides[side]!;
        for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
          const other = targets[i]!;
          if (core[other]! > k && --core[other]! === k) going[gone++] = other;
        }
      }
    }
  }
  return core;
}
