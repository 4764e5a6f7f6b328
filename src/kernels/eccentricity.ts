/** How far away the farthest is. */
import { breadthFirst } from './bfs.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { type Part, sourcesOf } from './parts.js';

/**
 * Steps from each node to the farthest that it reaches along arcs; 0 where it reaches none. On islands it is that of the island
 * (Hage & Harary 1995, doi:10.1016/0378-8733(94)00248-9). O(nodes · arcs).
 *
 * @param part sources to take; the others stay 0
 * @example on a path of three: 2, 1, 2
 */
export function eccentricity(
  csr: Csr,
  options: { part?: Part | undefined; control?: Control | undefined } = {},
): Float64Array {
  const { size } = csr;
  const check = checkpoint(options.control);
  const farthest = new Float64Array(size);
  const order = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const { from, end } = sourcesOf(size, options.part);
  for (let source = from; source < end; source++) {
    check((source - from) / (end - from));
    const reached = breadthFirst(csr, source, order, distance);
    farthest[source] = distance[order[reached - 1]!]!;
    for (let i = 0; i < reached; i++) distance[order[i]!] = Number.POSITIVE_INFINITY;
  }
  return farthest;
}
