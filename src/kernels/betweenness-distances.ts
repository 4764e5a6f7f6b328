/** Betweenness by distances, from one source at a time. */
import { arcTo } from './csr.js';
import { dijkstra, tolerance } from './dijkstra.js';
import type { Rooted, Sums } from './forced-steps.js';
import { addPaths, limit, type PathCounts, raiseShift } from './path-counts.js';

/**
 * Returns a function that adds to `sums` what the search of this number finds along `graph.csr.values`, which only a graph of classes of
 * one has; arcs are scored when there is room for their scores. Most nodes are reached from one other, which the search notes; the rest
 * ask all who have an arc to them, once on the way out and once on the way back. O(arcs · log nodes) a source.
 *
 * @throws RangeError when a distance is missing, not finite or not above 0
 */
export function distancesKernel(graph: Rooted, sums: Sums): (search: number) => void {
  const { csr, ends, own, roots, starts, searchOf } = graph;
  const { size, reverse } = csr;
  const { scores, arcScores, found, met } = sums;
  const from = new Int32Array(size);
  const reach = dijkstra(csr, from);
  const order = new Uint32Array(size);
  const rank = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const paths: PathCounts = { count: new Float64Array(size), shift: new Uint32Array(size), isShifted: false };
  const { count, shift } = paths;
  /** By node: what those beyond it give to each path that comes to it. */
  const beyond = new Float64Array(size);
  const tied = arcScores.length > 0;
  /** For how many nodes the search stands, and what the node at hand gives to each path. */
  let sources = 0;
  let share = 0;
  return (search) => {
    const source = roots[search]!;
    sources = starts[search]!;
    const reached = reach(source, order, distance);
    for (let r = 0; r < reached; r++) {
      rank[order[r]!] = r;
      count[order[r]!] = 0;
    }
    count[source] = 1;
    for (let r = 1; r < reached; r++) arrive(order[r]!);
    for (let r = reached - 1; r > 0; r--) carryBack(order[r]!, search);
    found[search]! += beyond[source]!;
    beyond[source] = 0;
    for (let r = 0; r < reached; r++) distance[order[r]!] = Number.POSITIVE_INFINITY;
    if (paths.isShifted) shift.fill(0);
    paths.isShifted = false;
  };

  function arrive(node: number): void {
    if (from[node]! >= 0) takePaths(from[node]!, node);
    else eachOrigin(node, takePaths);
    if (count[node]! > limit) raiseShift(paths, node);
  }

  function takePaths(origin: number, node: number): void {
    if (paths.isShifted) addPaths(paths, node, count[origin]!, shift[origin]!);
    else count[node]! += count[origin]!;
  }

  function carryBack(node: number, search: number): void {
    const carried = count[node]! * beyond[node]!;
    const isOwn = searchOf[node] === search;
    if (isOwn) met[node] = 1;
    scores[node]! += carried * sources;
    beyond[node] = 0;
    share = ((isOwn ? own[node]! : ends[node]!) + carried) / count[node]!;
    if (from[node]! >= 0) give(from[node]!, node);
    else eachOrigin(node, give);
  }

  function give(origin: number, node: number): void {
    const given = paths.isShifted ? share * limit ** (shift[origin]! - shift[node]!) : share;
    beyond[origin]! += given;
    if (tied) arcScores[arcTo(csr, origin, node)]! += count[origin]! * given * sources;
  }

  /** The nodes before this one on shortest paths. Where a length is lost in rounding, an origin may be as far. */
  function eachOrigin(node: number, visit: (origin: number, node: number) => void): void {
    const most = distance[node]! * (1 + tolerance);
    for (let i = reverse.offsets[node]!, end = reverse.offsets[node + 1]!; i < end; i++) {
      const origin = reverse.targets[i]!;
      if (distance[origin]! + reverse.values![i]! <= most && rank[origin]! < rank[node]!) visit(origin, node);
    }
  }
}
