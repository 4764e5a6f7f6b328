/** Breadth-first search: distances in steps from one node, to a depth. */
import type { Csr } from './csr.js';

/** Nodes in the order they were reached, nearest first, the source at their head; `distances` runs beside `nodes`. */
export interface Reached {
  nodes: Uint32Array;
  distances: Uint32Array;
}

/**
 * Nodes that a walk along at most `depth` arcs reaches from `source`, with their distances, in O(nodes) memory and
 * O(nodes + arcs touched) time. A blocked node (mask ≠ 0) is never entered; a blocked source reaches nothing.
 *
 * @example bfs(path0to1to2, 0, 1) // nodes [0, 1], distances [0, 1]
 */
export function bfs(
  csr: Csr,
  source: number,
  depth = Number.POSITIVE_INFINITY,
  blocked?: Uint8Array,
): Reached {
  if (blocked !== undefined && blocked[source] !== 0) {
    return { nodes: new Uint32Array(0), distances: new Uint32Array(0) };
  }
  const order = new Uint32Array(csr.size);
  const distance = new Float64Array(csr.size).fill(Number.POSITIVE_INFINITY);
  blocked?.forEach((mask, node) => {
    if (mask !== 0) distance[node] = Number.NEGATIVE_INFINITY;
  });
  const nodes = order.slice(0, breadthFirst(csr, source, order, distance, depth));
  return { nodes, distances: Uint32Array.from(nodes, (node) => distance[node]!) };
}

/**
 * The bare search into the caller's arrays: writes the nodes reached to the head of `order` and their distances to `distance`,
 * and returns how many there are. Enters only nodes whose distance is Infinity on arrival.
 */
export function breadthFirst(
  csr: Csr,
  source: number,
  order: Uint32Array,
  distance: Float64Array,
  depth = Number.POSITIVE_INFINITY,
): number {
  const { offsets, targets } = csr;
  order[0] = source;
  distance[source] = 0;
  let reached = 1;
  for (let next = 0; next < reached; next++) {
    const node = order[next]!;
    const beyond = distance[node]! + 1;
    if (beyond > depth) break;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      const target = targets[i]!;
      if (distance[target] !== Number.POSITIVE_INFINITY) continue;
      distance[target] = beyond;
      order[reached++] = target;
    }
  }
  return reached;
}
