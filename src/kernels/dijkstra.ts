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
const tolerance = 1e-12;

export const none = -1;

/** The arcs by which shortest paths arrive, of one search at a time: chains from `last`, by node, over `before`, by entry. */
export interface LastArcs {
  readonly last: Int32Array;
  readonly before: Int32Array;
  /** By entry: the arc, and the node it leaves. */
  readonly arc: Uint32Array;
  readonly from: Uint32Array;
  length: number;
}

/** Memory for the arcs of one graph. Whoever reads the chains after a search leaves `last` at `none` for the next. */
export function lastArcs({ size, targets }: Csr): LastArcs {
  const { length } = targets;
  return {
    last: new Int32Array(size).fill(none),
    before: new Int32Array(length),
    arc: new Uint32Array(length),
    from: new Uint32Array(length),
    length: 0,
  };
}

/** Notes an arc, as the only one so far or beside those that lead as near. */
function noteArc(arcs: LastArcs, from: number, arc: number, to: number, isShorter: boolean): void {
  const entry = arcs.length++;
  arcs.before[entry] = isShorter ? none : arcs.last[to]!;
  arcs.arc[entry] = arc;
  arcs.from[entry] = from;
  arcs.last[to] = entry;
}

/** From which share of a known distance on another is longer, and below which it is shorter: between them they tie, if arcs are noted. */
const nearness = (arcs: LastArcs | undefined) =>
  arcs === undefined ? { most: 1, least: 1 } : { most: 1 + tolerance, least: 1 - tolerance };

/** In place of a slot in the heap: settled. */
const taken = 2 ** 32 - 1;

/** `search(source, order, distance)`, see `dijkstra`. */
type Search = (source: number, order: Uint32Array, distance: Float64Array) => number;

/**
 * Returns a search for one graph, its memory kept from one call to the next: `search(source, order, distance)` writes the nodes
 * reached to the head of `order`, each after those that its shortest paths pass through, their distances to `distance` (all Infinity
 * on arrival), and returns how many there are. O((nodes + arcs) · log nodes) a search, with buckets O(nodes + arcs + longest distance
 * by shortest length). Dijkstra 1959, doi:10.1007/BF01386390.
 *
 * @param arcs if given, each search begins it anew and notes there the arcs on shortest paths
 * @throws RangeError unless every arc has a finite distance above 0
 */
export function dijkstra(csr: Csr, arcs?: LastArcs): Search {
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
    ? bucketSearch(csr, lengths, perUnit, longest * perUnit, arcs)
    : heapSearch(csr, lengths, arcs);
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
  arcs: LastArcs | undefined,
): Search {
  const { size, offsets, targets } = csr;
  const buckets = new Int32Array(2 ** Math.ceil(Math.log2(mostAhead + 3))).fill(none);
  const around = buckets.length - 1;
  // An entry a shortening: a node stays in its old buckets and is passed over there.
  const nodeOf = new Uint32Array(targets.length + 1);
  const nextOf = new Int32Array(targets.length + 1);
  const isSettled = new Uint8Array(size);
  const { most, least } = nearness(arcs);
  let instead: Search | undefined;
  return (source, order, distance) => {
    if (instead !== undefined) return instead(source, order, distance);
    if (arcs !== undefined) arcs.length = 0;
    let reached = 0;
    let entries = 1;
    let passed = 0;
    let bucket = 0;
    distance[source] = 0;
    nodeOf[0] = source;
    nextOf[0] = none;
    buckets[0] = 0;
    for (; passed < entries; bucket++) {
      const at = bucket & around;
      let entry = buckets[at]!;
      buckets[at] = none;
      for (; entry !== none; entry = nextOf[entry]!) {
        passed++;
        const node = nodeOf[entry]!;
        if (isSettled[node] !== 0) continue;
        isSettled[node] = 1;
        order[reached++] = node;
        const base = distance[node]!;
        for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
          const target = targets[i]!;
          const candidate = base + lengths[i]!;
          const known = distance[target]!;
          if (candidate >= known * most) continue;
          if (arcs !== undefined) {
            const isShorter = candidate < known * least;
            if (!isShorter && isSettled[target] !== 0) continue;
            noteArc(arcs, node, i, target, isShorter);
            if (!isShorter) {
              if (candidate < known) distance[target] = candidate;
              continue;
            }
          }
          distance[target] = candidate;
          const to = Math.floor(candidate * perUnit) & around;
          nodeOf[entries] = target;
          nextOf[entries] = buckets[to]!;
          buckets[to] = entries++;
        }
      }
    }
    for (let r = 0; r < reached; r++) isSettled[order[r]!] = 0;
    // Along great distances most buckets are empty.
    if (bucket > mostEmpty * entries + buckets.length) instead = heapSearch(csr, lengths, arcs);
    return reached;
  };
}

function heapSearch(
  { size, offsets, targets }: Csr,
  lengths: Float64Array,
  arcs: LastArcs | undefined,
): Search {
  const { most, least } = nearness(arcs);
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
      slotOf[nearest] = taken;
      return nearest;
    };
    if (arcs !== undefined) arcs.length = 0;
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
        if (arcs !== undefined) {
          const isShorter = candidate < known * least;
          if (!isShorter && slotOf[target] === taken) continue;
          noteArc(arcs, node, i, target, isShorter);
          if (candidate >= known) continue;
        }
        distance[target] = candidate;
        rise(target, known === Number.POSITIVE_INFINITY ? held++ : slotOf[target]!);
      }
    }
    return reached;
  };
}
