/** Degrees: how many others a node is tied to. */
import type { Csr } from './csr.js';

/**
 * Number of nodes that v has an arc to: the degree in an undirected graph, the out-degree in a directed one
 * (pass `csr.reverse` for the in-degree). O(nodes).
 *
 * @example degree(buildCsr(3, Uint32Array.of(0, 0), Uint32Array.of(1, 2), true)) // [2, 0, 0]
 */
export function degree(csr: Csr): Uint32Array {
  const { size, offsets } = csr;
  const degrees = new Uint32Array(size);
  for (let v = 0; v < size; v++) degrees[v] = offsets[v + 1]! - offsets[v]!;
  return degrees;
}

/**
 * Arcs that touch v: in-degree plus out-degree in a directed graph, so that a mutual tie counts twice (as NetworkX has it);
 * the degree in an undirected one. O(nodes).
 *
 * @example totalDegree(buildCsr(2, Uint32Array.of(0, 1), Uint32Array.of(1, 0), true)) // [2, 2]
 */
export function totalDegree(csr: Csr): Uint32Array {
  const degrees = degree(csr);
  if (!csr.directed) return degrees;
  const inward = degree(csr.reverse);
  return degrees.map((outward, v) => outward + inward[v]!);
}
