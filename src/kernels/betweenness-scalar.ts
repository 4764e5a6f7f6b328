/** Betweenness in steps from one source at a time: for any number of paths and any shape of graph. */
import type { Condensed } from './condense.js';
import type { Rooted, Sums } from './forced-steps.js';
import { addPaths, limit, type PathCounts, raiseShift } from './path-counts.js';

/**
 * Returns a function that adds to `sums` what the search of this number finds; arcs are scored when there is room for their scores.
 *
 * A class counts for its members: paths through it multiply by them. Its source is one member; the others are found again as targets,
 * after two steps or around a circle, because the source keeps no rank. O(arcs) a source.
 */
export function scalarKernel(graph: Rooted, sums: Sums): (search: number) => void {
  const { size, targets } = graph.csr;
  const trace = traceSteps(graph);
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
 * All shortest paths from one source. Beside `order`, nodes go by their rank in it, so that memory is touched almost in sequence: `count`
 * and `shift` are by rank, and the arcs on shortest paths out of rank r lead to the ranks `tight[tightEnd[r - 1] .. tightEnd[r]]`.
 */
interface Paths extends PathCounts {
  readonly order: Uint32Array;
  readonly tight: Uint32Array;
  readonly tightEnd: Uint32Array;
  /** Beside `tight`: which arcs those are. */
  readonly arcOf: Uint32Array | undefined;
}

/** Discovers nodes, counts paths and keeps arcs in one breadth-first pass. */
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
        if (paths.isShifted) addPaths(paths, next, onward, paths.shift[r]!);
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
