/** Dijkstra's search over positive distances, with buckets where distances are of like size, else with an indexed binary heap. */
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

/** Longest by shortest distance up to which buckets are tried: a search walks over some times as many. */
const mostSpread = 2 ** 12;

/** Buckets to a shortening above which the heap is faster. */
const mostEmpty = 16;

/** Distances that differ by less than this share are one: 0.1 + 0.2 ties with 0.3. Far below any datum, far above rounding. */
export const tolerance = 1e-12;

/** In place of a slot in the heap: settled. */
const taken = 2 ** 32 - 1;

/** From which share of a known distance on another is longer, and below which it is shorter: between them they tie, if that is noted. */
const nearness = (from: Int32Array | undefined) =>
  from === undefined ? { most: 1, least: 1 } : { most: 1 + tolerance, least: 1 - tolerance };

/** `search(source, order, distance)`, see `dijkstra`. */
type Search = (source: number, order: Uint32Array, distance: Float64Array) => number;

/**
 * Returns a search for one graph, its memory kept from one call to the next: `search(source, order, distance)` writes the nodes
 * reached to the head of `order`, each after those that its shortest paths pass through, their distances to `distance` (all Infinity
 * on arrival), and returns how many there are. O((nodes + arcs) · log nodes) a search, with buckets O(nodes + arcs + longest distance
 * by shortest length). Dijkstra 1959, doi:10.1007/BF01386390.
 *
 * @param from if given, a search notes there for each node the one before it on a shortest path, as it is, or `~` it when
 * others may lead as near; not for the source
 * @throws RangeError unless every arc has a finite distance above 0
 */
export function dijkstra(csr: Csr, from?: Int32Array): Search {
  const lengths = requireDistances(csr);
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const length of lengths) {
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
  }
  const perUnit = 2 / shortest;
  // The least of all numbers have no finite reciprocal.
  return longest <= shortest * mostSpread && perUnit < Number.POSITIVE_INFINITY
    ? bucketSearch(csr, lengths, perUnit, longest * perUnit, from)
    : heapSearch(csr, lengths, from);
}

/**
 * Nodes in the lowest bucket are final in any order when no arc is shorter than a bucket is wide (Denardo & Fox 1979,
 * doi:10.1287/opre.27.1.161); half that width leaves room for rounding. There are `perUnit` to a unit of distance, and they are reused
 * in a circle that holds those an arc can lead `mostAhead`.
 */
function bucketSearch(
  csr: Csr,
  lengths: Float64Array,
  perUnit: number,
  mostAhead: number,
  from: Int32Array | undefined,
): Search {
  const { size, offsets, targets } = csr;
  const around = 2 ** Math.ceil(Math.log2(mostAhead + 3)) - 1;
  // An entry a shortening: a node stays in its old buckets and is passed over there.
  const buckets = Array.from({ length: around + 1 }, () => new Uint32Array(16));
  const held = new Uint32Array(around + 1);
  const isSettled = new Uint8Array(size);
  const { most, least } = nearness(from);
  let instead: Search | undefined;
  return (source, order, distance) => {
    if (instead !== undefined) return instead(source, order, distance);
    let reached = 0;
    let entries = 1;
    let passed = 0;
    let bucket = 0;
    distance[source] = 0;
    buckets[0]![0] = source;
    held[0] = 1;
    for (; passed < entries; bucket++) {
      const at = bucket & around;
      const nodes = buckets[at]!;
      const end = held[at]!;
      held[at] = 0;
      passed += end;
      for (let entry = 0; entry < end; entry++) {
        const node = nodes[entry]!;
        if (isSettled[node] !== 0) continue;
        isSettled[node] = 1;
        order[reached++] = node;
        const base = distance[node]!;
        for (let i = offsets[node]!, last = offsets[node + 1]!; i < last; i++) {
          const target = targets[i]!;
          const candidate = base + lengths[i]!;
          const known = distance[target]!;
          if (candidate >= known * most) continue;
          if (from !== undefined) {
            const isShorter = candidate < known * least;
            from[target] = isShorter ? node : ~node;
            if (!isShorter) continue;
          }
          distance[target] = candidate;
          const to = (candidate * perUnit) & around;
          const slot = held[to]!++;
          if (slot === buckets[to]!.length) buckets[to] = doubled(buckets[to]!);
          buckets[to]![slot] = target;
          entries++;
        }
      }
    }
    for (let r = 0; r < reached; r++) isSettled[order[r]!] = 0;
    // Along great distances most buckets are empty.
    if (bucket > mostEmpty * entries + buckets.length) instead = heapSearch(csr, lengths, from);
    return reached;
  };
}

function doubled(nodes: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * nodes.length);
  more.set(nodes);
  return more;
}

function heapSearch(
  { size, offsets, targets }: Csr,
  lengths: Float64Array,
  from: Int32Array | undefined,
): Search {
  const { most, least } = nearness(from);
  const heap = new Uint32Array(size);
  const slotOf = new Uint32Array(size);
  return (source, order, distance) => {
    let held = 0;
    const rise = (node: number, begin: number) => {
      let slot = begin;
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
      slotOf[nearest] = taken;
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
        // Settled nodes are no farther than `base`, and lengths are positive: they may be as near at most, in rounding.
        if (candidate >= known * most) continue;
        if (from !== undefined) {
          const isShorter = candidate < known * least;
          from[target] = isShorter ? node : ~node;
          if (!isShorter) continue;
        }
        distance[target] = candidate;
        rise(target, known === Number.POSITIVE_INFINITY ? held++ : slotOf[target]!);
      }
    }
    return reached;
  };
}
