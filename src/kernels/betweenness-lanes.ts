/** Betweenness from eight sources at a time, side by side: the plain twin of `wasm/betweenness-lanes.ts`. */
import type { Condensed } from './condense.js';

/** What runs one batch of sources after another on a condensed graph. */
export interface LanesKernel {
  /**
   * Adds to the scores what the classes `first .. first + 7` (as far as there are any) give as sources, and returns how many
   * sources shared a visit to a node on average, 1 to 8: the gain of the batch. Returns 0, the scores untouched, when there are
   * more paths than fit.
   */
  run(first: number): number;
  /** Sources to a visit below which one source after another is as fast: long chains and grids. */
  readonly leastShared: number;
  /** One a class: what each of its members carries, summed over ordered pairs since this was last called. */
  takeScores(): Float64Array;
}

/** Sources in a batch: eight Float64 fill a cache line. */
export const lanes = 8;

/** Counts of paths beyond this are left to the scalar kernel. */
const mostPaths = 2 ** 500;

/**
 * Brandes' algorithm for a batch of sources whose searches are near each other, so that one visit to a node serves several.
 *
 * A search goes level by level. `front` holds for every node the sources (one bit each) whose current level it is on, `here` the
 * paths it hands on in their lanes and 0 in the others, so that sums need no masks; `there` gathers those of the next level. A level
 * is pushed along arcs out of the front while that is small, else pulled by what is not yet seen by all. The way back reads
 * `(ends + members · carried) / paths` of the level beyond in the same manner.
 *
 * A class counts for its members: paths through it multiply by them. Its source is one member; the others are found again as
 * targets, after two steps or around a circle, because the source is not marked as seen.
 *
 * Memory: 192 bytes a class and 40 a class for the levels. O(arcs · levels that a class is on) a batch.
 */
export function lanesKernel({ csr, members, ends, own }: Condensed): LanesKernel {
  const { size, offsets, targets, reverse } = csr;
  const scores = new Float64Array(size);
  const paths = new Float64Array(size * lanes);
  let here = new Float64Array(size * lanes);
  let there = new Float64Array(size * lanes);
  const seen = new Uint8Array(size);
  const front = new Uint8Array(size);
  const next = new Uint8Array(size);
  // Visits: a node and the sources that come to it on one level. Each source comes to each node once, to itself twice.
  const visited = new Uint32Array(size * lanes + lanes);
  const visitors = new Uint8Array(size * lanes + lanes);
  const levelStart = new Uint32Array(size + 3);
  const sum = new Float64Array(lanes);
  let visits = 0;
  let most = 0;

  const takeScores = () => {
    const taken = scores.slice();
    scores.fill(0);
    return taken;
  };
  return { run, leastShared: 4.5, takeScores };

  function run(first: number): number {
    const all = 2 ** Math.min(lanes, size - first) - 1;
    visits = 0;
    most = 0;
    for (let lane = 0; lane < lanes && first + lane < size; lane++) {
      here[(first + lane) * lanes + lane] = 1;
      front[first + lane] = 1 << lane;
      visited[visits] = first + lane;
      visitors[visits++] = 1 << lane;
    }
    let level = 0;
    levelStart[1] = visits;
    for (; levelStart[level + 1]! > levelStart[level]!; level++) {
      if (isSmall(level)) push(level);
      else pull(all);
      levelStart[level + 2] = visits;
      leave(level, here);
      [here, there] = [there, here];
      enter(level + 1);
    }
    const deepest = level - 1;
    if (most <= mostPaths) carryBack(first, deepest);
    for (let i = 0; i < visits; i++) {
      const node = visited[i]!;
      seen[node] = 0;
      front[node] = 0;
    }
    if (most > mostPaths) return 0;
    return countVisitors() / visits;
  }

  /** Whether the arcs out of a level are few beside all arcs. */
  function isSmall(level: number): boolean {
    let arcs = 0;
    for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) {
      arcs += offsets[visited[i]! + 1]! - offsets[visited[i]!]!;
    }
    return arcs * 4 < targets.length;
  }

  function push(level: number): void {
    const begin = visits;
    for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) {
      const node = visited[i]!;
      const sources = visitors[i]!;
      for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++) {
        const target = targets[arc]!;
        const fresh = sources & ~seen[target]!;
        if (fresh === 0) continue;
        if (next[target] === 0) visited[visits++] = target;
        next[target]! |= fresh;
        addLanes(there, target * lanes, here, node * lanes);
      }
    }
    for (let i = begin; i < visits; i++) {
      const node = visited[i]!;
      visitors[i] = next[node]!;
      next[node] = 0;
      settle(node, visitors[i]!, there, node * lanes);
    }
  }

  function pull(all: number): void {
    for (let node = 0; node < size; node++) {
      const unseen = all & ~seen[node]!;
      if (unseen === 0) continue;
      const sources = gather(reverse.offsets, reverse.targets, node, unseen, here);
      if (sources === 0) continue;
      visited[visits] = node;
      visitors[visits++] = sources;
      settle(node, sources, sum, 0);
    }
  }

  /** Sums lanes over the neighbours on the front, and returns which of the sources asked about are there. */
  function gather(
    rows: Uint32Array,
    neighbours: Uint32Array,
    node: number,
    asked: number,
    from: Float64Array,
  ): number {
    let found = 0;
    clearLanes(sum, 0);
    for (let arc = rows[node]!, end = rows[node + 1]!; arc < end; arc++) {
      const neighbour = neighbours[arc]!;
      const common = front[neighbour]! & asked;
      if (common === 0) continue;
      found |= common;
      addLanes(sum, 0, from, neighbour * lanes);
    }
    return found;
  }

  /** Notes the paths to a node, found at `begin`, in the lanes of these sources, and what it hands on. */
  function settle(node: number, sources: number, found: Float64Array, begin: number): void {
    const onward = there;
    const count = members[node]!;
    seen[node]! |= sources;
    for (let lane = 0, at = node * lanes; lane < lanes; lane++, at++) {
      if (((sources >> lane) & 1) === 0) {
        onward[at] = 0;
        continue;
      }
      const counted = found[begin + lane]!;
      paths[at] = counted;
      onward[at] = counted * count;
      if (counted * count > most) most = counted * count;
    }
  }

  function enter(level: number): void {
    for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) front[visited[i]!] = visitors[i]!;
  }

  function leave(level: number, values: Float64Array): void {
    for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) {
      const node = visited[i]!;
      front[node] = 0;
      clearLanes(values, node * lanes);
    }
  }

  function carryBack(first: number, deepest: number): void {
    for (let level = deepest; level > 0; level--) {
      for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) {
        const node = visited[i]!;
        const sources = visitors[i]!;
        gather(offsets, targets, node, sources, there);
        for (let lane = 0; lane < lanes; lane++) {
          if (((sources >> lane) & 1) === 0) continue;
          const at = node * lanes + lane;
          const carried = paths[at]! * sum[lane]!;
          scores[node]! += carried * ends[first + lane]!;
          const isSource = node === first + lane;
          const found = isSource ? own[node]! : ends[node]!;
          here[at] = (found + members[node]! * carried) / paths[at]!;
        }
      }
      leave(level + 1, there);
      [here, there] = [there, here];
      enter(level);
    }
    leave(1, there);
  }

  function countVisitors(): number {
    let count = 0;
    for (let i = 0; i < visits; i++) {
      for (let sources = visitors[i]!; sources !== 0; sources &= sources - 1) count++;
    }
    return count;
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
