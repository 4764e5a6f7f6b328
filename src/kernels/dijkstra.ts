/** Dijkstra's search over positive distances, with an indexed binary heap in typed arrays. */
import type { Csr } from './csr.js';

/** @throws RangeError unless every arc has a finite distance above 0 */
export function requireDistances(csr: Csr): Float64Array {
  if (csr.values === undefined) throw new RangeError('Distances are asked for, but the arcs carry no values');
  for (let i = 0; i < csr.values.length; i++) {
    const value = csr.values[i]!;
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A distance must be finite and above 0, but arc ${i} has ${value}`);
    }
  }
  return csr.values;
}

/**
 * Returns a search for one graph, its heap kept from one call to the next: `search(source, order, distance)` writes the nodes
 * reached, nearest first, to the head of `order`, their distances to `distance` (all Infinity on arrival), and returns how many
 * there are. O((nodes + arcs) · log nodes) a search. Dijkstra 1959, doi:10.1007/BF01386390.
 *
 * @throws RangeError unless every arc has a finite distance above 0
 */
export function dijkstra(csr: Csr): (source: number, order: Uint32Array, distance: Float64Array) => number {
  const { size, offsets, targets } = csr;
  const lengths = requireDistances(csr);
  const heap = new Uint32Array(size);
  const slotOf = new Uint32Array(size);
  return (source, order, distance) => {
    let held = 0;
    const rise = (node: number, from: number) => {
      let slot = from;
      const key = distance[node]!;
      while (slot > 0) {
        const above = (slot - 1) >> 1;
        const other = heap[above]!;
        if (distance[other]! <= key) break;
        heap[slot] = other;
        slotOf[other] = slot;
        slot = above;
      }
      heap[slot] = node;
      slotOf[node] = slot;
    };
    const takeNearest = () => {
      const nearest = heap[0]!;
      const last = heap[--held]!;
      const key = distance[last]!;
      let slot = 0;
      for (let child = 1; child < held; child = 2 * slot + 1) {
        if (child + 1 < held && distance[heap[child + 1]!]! < distance[heap[child]!]!) child++;
        const other = heap[child]!;
        if (distance[other]! >= key) break;
        heap[slot] = other;
        slotOf[other] = slot;
        slot = child;
      }
      heap[slot] = last;
      slotOf[last] = slot;
      return nearest;
    };
    let reached = 0;
    distance[source] = 0;
    rise(source, held++);
    while (held > 0) {
      const node = takeNearest();
      order[reached++] = node;
      const base = distance[node]!;
      for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
        const target = targets[i]!;
        const candidate = base + lengths[i]!;
        const known = distance[target]!;
        // Settled nodes are no farther than `base`, and lengths are positive, so they never pass this test.
        if (candidate >= known) continue;
        distance[target] = candidate;
        rise(target, known === Number.POSITIVE_INFINITY ? held++ : slotOf[target]!);
      }
    }
    return reached;
  };
}
