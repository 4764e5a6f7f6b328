/** Betweenness from one source at a time: for any distances, any number of paths, any shape of graph. */
import type { Condensed } from './condense.js';
import { arcTo } from './csr.js';
import { dijkstra, tolerance } from './dijkstra.js';
import type { Rooted, Sums } from './forced-steps.js';

/** Path counts are kept below this by moving whole powers of it into a second number: exact in effect, whatever the graph. */
const limit = 2 ** 512;

/**
 * Returns a function that adds to `sums` what the search of this number finds; arcs are scored when there is room for their scores.
 * Paths are measured in steps, or in the distances of `graph.csr.values`, which only a graph of classes of one has.
 *
 * The number of shortest paths grows exponentially (a chain of n diamonds has 2ⁿ) and passes the range of Float64 near 1,024
 * diamonds. A count is therefore held as `count × 2^(512 · shift)`; only ratios of counts enter the score, and a term lost in
 * aligning two shifts is below 2⁻⁵¹² of the sum.
 *
 * A class counts for its members: paths through it multiply by them. Its source is one member; in steps the others are found again as
 * targets, after two steps or around a circle, because the source keeps no rank. O(arcs) a source, in distances O(arcs · log nodes).
 *
 * @throws RangeError when distances are asked for and one is missing, not finite or not above 0
 */
export function scalarKernel(graph: Rooted, valued: boolean, sums: Sums): (search: number) => void {
  const { size, targets } = graph.csr;
  const trace = valued ? traceDistances(graph) : traceSteps(graph);
  const paths: Paths = {
    order: new Uint32Array(size + 1),
    count: new Float64Array(size + 1),
    shift: new Uint32Array(size + 1),
    isShifted: false,
    tight: new Uint32Array(targets.length),
    tightEnd: new Uint32Array(size + 1),
    arcOf: sums.arcScores.length === 0 ? undefined : new Uint32Array(targets.length),
  };
  const share = new Float64Array(size + 1);
  return (search) => {
    const reached = trace(graph.roots[search]!, paths);
    credit(graph, search, paths, reached, share, sums);
    if (paths.arcOf !== undefined) creditArcs(graph, search, paths, reached, share, sums);
    if (paths.isShifted) paths.shift.fill(0);
    paths.isShifted = false;
  };
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
  /** Beside `tight`: which arcs those are. */
  readonly arcOf: Uint32Array | undefined;
}

/** Traces paths in steps: discovers, counts and keeps the arcs in one breadth-first pass. */
function traceSteps({ csr, members }: Condensed): (source: number, paths: Paths) => number {
  const { offsets, targets } = csr;
  const unseen = -1;
  const rank = new Int32Array(csr.size).fill(unseen);
  return (source, paths) => {
    const { order, count, tight, tightEnd, arcOf } = paths;
    order[0] = source;
    count[0] = 1;
    let reached = 1;
    let levelEnd = 1;
    let end = 0;
    for (let r = 0; r < reached; r++) {
      if (r === levelEnd) levelEnd = reached;
      if (count[r]! > limit) raiseShift(paths, r);
      const node = order[r]!;
      const onward = r === 0 ? 1 : count[r]! * members[node]!;
      for (let i = offsets[node]!, last = offsets[node + 1]!; i < last; i++) {
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
        if (paths.isShifted) addShifted(paths, next, onward, paths.shift[r]!);
        else count[next]! += onward;
        if (arcOf !== undefined) arcOf[end] = i;
        tight[end++] = next;
      }
      tightEnd[r] = end;
    }
    for (let r = 0; r < reached; r++) rank[order[r]!] = unseen;
    return reached;
  };
}

/** Traces paths in distances: most nodes are reached from one other, which the search notes; the rest are asked for all of theirs. */
function traceDistances({ csr }: Condensed): (source: number, paths: Paths) => number {
  const { size, reverse } = csr;
  const from = new Int32Array(size);
  const search = dijkstra(csr, from);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const rank = new Uint32Array(size);
  /** By rank, one after the other: the ranks from which shortest paths arrive. */
  const origins = new Uint32Array(csr.targets.length);
  const originsEnd = new Uint32Array(size);
  const filled = new Uint32Array(size);
  return (source, paths) => {
    const { order, count, tight, tightEnd, arcOf } = paths;
    const reached = search(source, order, distance);
    for (let r = 0; r < reached; r++) rank[order[r]!] = r;
    tightEnd.fill(0, 0, reached);
    count.fill(0, 0, reached);
    count[0] = 1;
    let arrived = 0;
    for (let r = 1; r < reached; r++) {
      const node = order[r]!;
      if (from[node]! >= 0) {
        origins[arrived++] = rank[from[node]!]!;
      } else {
        const most = distance[node]! * (1 + tolerance);
        for (let i = reverse.offsets[node]!, end = reverse.offsets[node + 1]!; i < end; i++) {
          const origin = reverse.targets[i]!;
          // Where a length is lost in rounding, the origin may be no nearer.
          if (distance[origin]! + reverse.values![i]! <= most && rank[origin]! < r) {
            origins[arrived++] = rank[origin]!;
          }
        }
      }
      for (let at = originsEnd[r - 1]!; at < arrived; at++) {
        const origin = origins[at]!;
        tightEnd[origin]!++;
        if (paths.isShifted) addShifted(paths, r, count[origin]!, paths.shift[origin]!);
        else count[r]! += count[origin]!;
      }
      originsEnd[r] = arrived;
      if (count[r]! > limit) raiseShift(paths, r);
    }
    let end = 0;
    for (let r = 0; r < reached; r++) {
      filled[r] = end;
      end += tightEnd[r]!;
      tightEnd[r] = end;
      distance[order[r]!] = Number.POSITIVE_INFINITY;
    }
    for (let r = 1; r < reached; r++) {
      for (let at = originsEnd[r - 1]!, last = originsEnd[r]!; at < last; at++) {
        const slot = filled[origins[at]!]!++;
        tight[slot] = r;
        if (arcOf !== undefined) arcOf[slot] = arcTo(csr, order[origins[at]!]!, order[r]!);
      }
    }
    return reached;
  };
}

/** Adds what each class carries of the paths from one source, from the farthest class back. */
function credit(
  { members, ends, own, starts, searchOf }: Rooted,
  search: number,
  { order, count, shift, isShifted, tight, tightEnd }: Paths,
  reached: number,
  share: Float64Array,
  { scores, found, met }: Sums,
): void {
  for (let r = reached - 1; r >= 0; r--) {
    let sum = 0;
    for (let i = r === 0 ? 0 : tightEnd[r - 1]!, end = tightEnd[r]!; i < end; i++) {
      const next = tight[i]!;
      sum += isShifted ? share[next]! * limit ** (shift[r]! - shift[next]!) : share[next]!;
    }
    const carried = count[r]! * sum;
    if (r === 0) {
      found[search]! += carried;
      continue;
    }
    const node = order[r]!;
    const isOwn = searchOf[node] === search;
    if (isOwn) met[node] = 1;
    share[r] = ((isOwn ? own[node]! : ends[node]!) + members[node]! * carried) / count[r]!;
    scores[node]! += carried * starts[search]!;
  }
}

/** Adds what each arc carries of the paths from one source, once `share` is known. */
function creditArcs(
  { members, starts }: Rooted,
  search: number,
  { order, count, shift, isShifted, tight, tightEnd, arcOf }: Paths,
  reached: number,
  share: Float64Array,
  { arcScores }: Sums,
): void {
  for (let r = 0; r < reached; r++) {
    const onward = (r === 0 ? 1 : count[r]! * members[order[r]!]!) * starts[search]!;
    for (let i = r === 0 ? 0 : tightEnd[r - 1]!, end = tightEnd[r]!; i < end; i++) {
      const next = tight[i]!;
      const carried = onward * share[next]!;
      arcScores[arcOf![i]!]! += isShifted ? carried * limit ** (shift[r]! - shift[next]!) : carried;
    }
  }
}

function raiseShift(paths: Paths, r: number): void {
  paths.count[r]! /= limit;
  paths.shift[r]!++;
  paths.isShifted = true;
}

/** Adds to the count of rank `to` this many paths at this shift, at the greater of the two shifts. */
function addShifted({ count, shift }: Paths, to: number, paths: number, at: number): void {
  const gap = at - shift[to]!;
  if (gap <= 0) {
    count[to]! += paths * limit ** gap;
  } else {
    count[to] = count[to]! * limit ** -gap + paths;
    shift[to] = at;
  }
}
