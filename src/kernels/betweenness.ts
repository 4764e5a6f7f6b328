/** Betweenness: how many shortest paths between others pass through a node. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { dijkstra, requireDistances } from './dijkstra.js';
import { type Part, sourcesOf } from './parts.js';

export interface BetweennessOptions {
  /** Paths are measured in `csr.values`, positive distances; otherwise in steps. */
  valued?: boolean | undefined;
  /** Only paths from this part of the sources; the sums over all parts are the scores. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/** Path counts are kept below this by moving whole powers of it into a second number: exact in effect, whatever the graph. */
const limit = 2 ** 512;

/** Distances that differ by less than this share are one: 0.1 + 0.2 ties with 0.3. Far below any datum, far above rounding. */
const tolerance = 1e-12;

/**
 * Raw betweenness of every node, after Brandes 2001 (doi:10.1080/0022250X.2001.9990249): the sum over ordered pairs of others
 * of the share of their shortest paths that pass through the node, halved in an undirected graph. Ends of a path do not count;
 * pairs that do not reach each other add nothing. `normaliseBetweenness` gives the shares of NetworkX.
 *
 * The number of shortest paths grows exponentially (a chain of n diamonds has 2ⁿ) and passes the range of Float64 near 1,024
 * diamonds. A count is therefore held as `count × 2^(512 · shift)`; only ratios of counts enter the score, and a term lost in
 * aligning two shifts is below 2⁻⁵¹² of the sum.
 *
 * O(nodes · arcs), valued O(nodes · arcs · log nodes); memory O(nodes + arcs).
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example betweenness(path0to1to2) // [0, 1, 0]
 */
export function betweenness(csr: Csr, options: BetweennessOptions = {}): Float64Array {
  const { size } = csr;
  const trace = options.valued === true ? traceDistances(csr) : traceSteps(csr);
  const check = checkpoint(options.control);
  const scores = new Float64Array(size);
  const paths: Paths = {
    order: new Uint32Array(size),
    count: new Float64Array(size),
    shift: new Uint32Array(size),
    isShifted: false,
    tight: new Uint32Array(csr.targets.length),
    tightEnd: new Uint32Array(size),
  };
  const share = new Float64Array(size);
  const { from, end } = sourcesOf(size, options.part);
  for (let source = from; source < end; source++) {
    check((source - from) / (end - from));
    const reached = trace(source, paths);
    credit(paths, reached, share, scores);
    if (paths.isShifted) paths.shift.fill(0);
    paths.isShifted = false;
  }
  return csr.directed ? scores : scores.map((score) => score / 2);
}

/**
 * All shortest paths from one source. Beside `order`, nodes go by their rank in it, so that memory is touched almost in
 * sequence: `count` and `shift` are by rank, and the arcs on shortest paths out of rank r lead to the ranks
 * `tight[tightEnd[r - 1] .. tightEnd[r]]`.
 */
interface Paths {
  readonly order: Uint32Array;
  readonly count: Float64Array;
  readonly shift: Uint32Array;
  isShifted: boolean;
  readonly tight: Uint32Array;
  readonly tightEnd: Uint32Array;
}

/** Traces paths in steps: discovers, counts and keeps the arcs in one breadth-first pass. */
function traceSteps(csr: Csr): (source: number, paths: Paths) => number {
  const { offsets, targets } = csr;
  const unseen = -1;
  const rank = new Int32Array(csr.size).fill(unseen);
  return (source, paths) => {
    const { order, count, tight, tightEnd } = paths;
    order[0] = source;
    rank[source] = 0;
    count[0] = 1;
    let reached = 1;
    let levelEnd = 1;
    let end = 0;
    for (let r = 0; r < reached; r++) {
      if (r === levelEnd) levelEnd = reached;
      if (count[r]! > limit) raiseShift(paths, r);
      const found = count[r]!;
      for (let i = offsets[order[r]!]!, last = offsets[order[r]! + 1]!; i < last; i++) {
        const target = targets[i]!;
        let next = rank[target]!;
        if (next === unseen) {
          next = reached++;
          rank[target] = next;
          order[next] = target;
          count[next] = 0;
        } else if (next < levelEnd) {
          continue;
        }
        if (paths.isShifted) addShifted(paths, next, r);
        else count[next]! += found;
        tight[end++] = next;
      }
      tightEnd[r] = end;
    }
    for (let r = 0; r < reached; r++) rank[order[r]!] = unseen;
    return reached;
  };
}

/** Traces paths in distances: Dijkstra's search first, then counts in the order of settling. */
function traceDistances(csr: Csr): (source: number, paths: Paths) => number {
  const { size, offsets, targets } = csr;
  const search = dijkstra(csr);
  const lengths = requireDistances(csr);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const rank = new Uint32Array(size);
  return (source, paths) => {
    const { order, count, tight, tightEnd } = paths;
    const reached = search(source, order, distance);
    for (let r = 0; r < reached; r++) {
      rank[order[r]!] = r;
      count[r] = 0;
    }
    count[0] = 1;
    let end = 0;
    for (let r = 0; r < reached; r++) {
      if (count[r]! > limit) raiseShift(paths, r);
      const node = order[r]!;
      const base = distance[node]!;
      for (let i = offsets[node]!, last = offsets[node + 1]!; i < last; i++) {
        const target = targets[i]!;
        const next = rank[target]!;
        // Where rounding swallows a distance whole, the order of settling decides.
        if (next <= r || base + lengths[i]! > distance[target]! * (1 + tolerance)) continue;
        if (paths.isShifted) addShifted(paths, next, r);
        else count[next]! += count[r]!;
        tight[end++] = next;
      }
      tightEnd[r] = end;
    }
    for (let r = 0; r < reached; r++) distance[order[r]!] = Number.POSITIVE_INFINITY;
    return reached;
  };
}

/** Adds what each node carries of the paths from one source, from the farthest node back. */
function credit(paths: Paths, reached: number, share: Float64Array, scores: Float64Array): void {
  const { order, count, shift, isShifted, tight, tightEnd } = paths;
  for (let r = reached - 1; r > 0; r--) {
    let sum = 0;
    for (let i = tightEnd[r - 1]!, end = tightEnd[r]!; i < end; i++) {
      const next = tight[i]!;
      sum += isShifted ? share[next]! * limit ** (shift[r]! - shift[next]!) : share[next]!;
    }
    const dependency = count[r]! * sum;
    share[r] = (1 + dependency) / count[r]!;
    scores[order[r]!]! += dependency;
  }
}

function raiseShift(paths: Paths, r: number): void {
  paths.count[r]! /= limit;
  paths.shift[r]!++;
  paths.isShifted = true;
}

/** Adds the count of rank `from` to that of rank `to`, at the greater of their shifts. */
function addShifted({ count, shift }: Paths, to: number, from: number): void {
  const gap = shift[from]! - shift[to]!;
  if (gap <= 0) {
    count[to]! += count[from]! * limit ** gap;
  } else {
    count[to] = count[to]! * limit ** -gap + count[from]!;
    shift[to] = shift[from]!;
  }
}
