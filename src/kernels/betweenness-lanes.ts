/** Betweenness from eight sources at a time, side by side: the plain twin of `wasm/betweenness-lanes.ts`. */
import { type Rooted, type Sums, zeroSums } from './forced-steps.js';

/** What runs one batch of searches after another. */
export interface LanesKernel {
  /**
   * Sums up what the searches `first .. first + 7` (as far as there are any) find. Returns false, the sums untouched, where it does not
   * fit: there are more paths than a number holds, or the searches share so few visits that one after the other is as fast (long chains,
   * grids).
   */
  run(first: number): boolean;
  /** What was summed up since this was last called. */
  take(): Sums;
}

/** Sources in a batch: eight Float64 fill a cache line. Sixteen share more visits, but threads side by side then wait for memory. */
export const lanes = 8;

/** Counts of paths beyond this are left to the scalar kernel. */
const mostPaths = 2 ** 500;

/**
 * Brandes' algorithm for a batch of sources whose searches are near each other, so that one visit to a node serves several.
 *
 * A search goes level by level. A *visit* is a node and the sources (one bit each) that come to it on one level. It notes the arcs that
 * lead any of them onward, and in the line of the node at the other end adds up the paths that it hands on; the lines of this level and
 * of the next lie in two memories that change places, so that a line is begun anew by the first who comes, and nothing is wiped. Lanes
 * of sources that were there before fill with what means nothing: a visit takes those of its own. The way back follows the arcs that were
 * noted, without a question asked: beyond each of them lies `(ends + members · carried) / paths`, in lanes of the level beyond, 0 in others.
 *
 * A class counts for its members: paths through it multiply by them. Its source is one member; the others are found again as
 * targets, after two steps or around a circle, because the source is not marked as seen. A search finds of what it stands for itself only
 * `own`.
 *
 * Arcs are scored when `tied`, on the way back, at about the same cost again.
 *
 * Memory: 170 bytes a class, and for each of `visitsPerNode`, the visits a class can have on average, 73 a class and 4 an arc; what is
 * not used of it is not touched. O(arcs · levels that a class is on) a batch.
 */
export function lanesKernel(graph: Rooted, tied = false, visitsPerNode = 3): LanesKernel {
  const { csr, members, ends, own, roots, starts, searchOf } = graph;
  const { size, offsets, targets } = csr;
  const mostVisits = size * visitsPerNode + lanes;
  let sums = zeroSums(graph, tied);
  let here = new Float64Array(size * lanes);
  let there = new Float64Array(size * lanes);
  const seen = new Uint8Array(size);
  const next = new Uint8Array(size);
  const visited = new Uint32Array(mostVisits);
  const visitors = new Uint8Array(mostVisits);
  /** By visit: the paths that its members hand on in all, 0 in the lanes of others. */
  const paths = new Float64Array(mostVisits * lanes);
  /** By visit: where its arcs onward begin. */
  const rows = new Uint32Array(mostVisits + 1);
  const onward = new Uint32Array(targets.length * visitsPerNode);
  const levelStart = new Uint32Array(size + 3);
  const sum = new Float64Array(lanes);
  let visits = 0;
  let arcs = 0;

  return { run, take };

  function take(): Sums {
    const taken = sums;
    sums = zeroSums(graph, tied);
    return taken;
  }

  function run(first: number): boolean {
    visits = Math.min(lanes, roots.length - first);
    arcs = 0;
    for (let lane = 0; lane < visits; lane++) {
      const root = roots[first + lane]!;
      visited[lane] = root;
      visitors[lane] = 1 << lane;
      there[root * lanes + lane] = 1;
    }
    levelStart[1] = visits;
    let level = 0;
    let fits = true;
    while (fits && levelStart[level + 1]! > levelStart[level]!) {
      [here, there] = [there, here];
      fits = push(level++);
      levelStart[level + 1] = visits;
    }
    if (fits) carryBack(first, level - 1);
    for (let i = 0; i < visits; i++) seen[visited[i]!] = 0;
    return fits;
  }

  /** Finds the next level; false when arcs, visits or paths do not fit. */
  function push(level: number): boolean {
    const last = levelStart[level + 1]!;
    let fits = true;
    for (let i = levelStart[level]!; i < last && fits; i++) {
      const node = visited[i]!;
      const sources = visitors[i]!;
      rows[i] = arcs;
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        if ((sources & ~seen[targets[arc]!]!) !== 0) onward[arcs++] = targets[arc]!;
      }
      fits =
        arcs <= onward.length &&
        visits + arcs - rows[i]! <= mostVisits &&
        settle(i, level === 0 ? 1 : members[node]!) <= mostPaths;
      for (let at = rows[i]!; at < arcs && fits; at++) {
        const target = onward[at]!;
        if (next[target] === 0) {
          visited[visits++] = target;
          clearLanes(there, target * lanes);
        }
        next[target]! |= sources & ~seen[target]!;
        addLanes(there, target * lanes, paths, i * lanes);
      }
    }
    rows[last] = arcs;
    for (let i = last; i < visits; i++) {
      const node = visited[i]!;
      visitors[i] = next[node]!;
      seen[node]! |= next[node]!;
      next[node] = 0;
    }
    return fits;
  }

  /** Notes the paths that a visit hands on, those of its lanes times `count`, and returns the most of them. */
  function settle(visit: number, count: number): number {
    const begin = visited[visit]! * lanes;
    let most = 0;
    for (let lane = 0; lane < lanes; lane++) {
      const handedOn = ((visitors[visit]! >> lane) & 1) === 0 ? 0 : here[begin + lane]! * count;
      paths[visit * lanes + lane] = handedOn;
      if (handedOn > most) most = handedOn;
    }
    return most;
  }

  function carryBack(first: number, deepest: number): void {
    const { scores, found, met } = sums;
    for (let level = deepest; level >= 0; level--) {
      [here, there] = [there, here];
      for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) {
        if (tied) carryArcs(i, first);
        const node = visited[i]!;
        const count = members[node]!;
        clearLanes(sum, 0);
        for (let at = rows[i]!; at < rows[i + 1]!; at++) addLanes(sum, 0, there, onward[at]! * lanes);
        if (level === 0) {
          found[first + i]! += sum[i]!;
          continue;
        }
        for (let lane = 0; lane < lanes; lane++) {
          const at = node * lanes + lane;
          here[at] = 0;
          if (((visitors[i]! >> lane) & 1) === 0) continue;
          const handedOn = paths[i * lanes + lane]!;
          const carried = (handedOn * sum[lane]!) / count;
          scores[node]! += carried * starts[first + lane]!;
          const isOwn = searchOf[node] === first + lane;
          if (isOwn) met[node] = 1;
          here[at] = (count * ((isOwn ? own[node]! : ends[node]!) + count * carried)) / handedOn;
        }
      }
    }
  }

  /** Finds the arcs that a visit noted among all of its node, both lists ascending. */
  function carryArcs(visit: number, first: number): void {
    for (let lane = 0; lane < lanes; lane++) {
      sum[lane] = paths[visit * lanes + lane]! * (starts[first + lane] ?? 0);
    }
    let at = rows[visit]!;
    for (let arc = offsets[visited[visit]!]!; at < rows[visit + 1]!; arc++) {
      if (targets[arc] !== onward[at]) continue;
      const from = onward[at++]! * lanes;
      for (let lane = 0; lane < lanes; lane++) sums.arcScores[arc]! += sum[lane]! * there[from + lane]!;
    }
  }
}

/** These two are written out, which runs several times as fast as a loop or a call of the platform. */
function clearLanes(values: Float64Array, at: number): void {
  values[at] = 0;
  values[at + 1] = 0;
  values[at + 2] = 0;
  values[at + 3] = 0;
  values[at + 4] = 0;
  values[at + 5] = 0;
  values[at + 6] = 0;
  values[at + 7] = 0;
}

function addLanes(to: Float64Array, at: number, from: Float64Array, begin: number): void {
  to[at]! += from[begin]!;
  to[at + 1]! += from[begin + 1]!;
  to[at + 2]! += from[begin + 2]!;
  to[at + 3]! += from[begin + 3]!;
  to[at + 4]! += from[begin + 4]!;
  to[at + 5]! += from[begin + 5]!;
  to[at + 6]! += from[begin + 6]!;
  to[at + 7]! += from[begin + 7]!;
}
