/** Betweenness estimated from shortest paths drawn at random, with a guarantee: for graphs on which the exact one takes too long. */
import { breadthFirst } from './bfs.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { type Part, sourcesOf } from './parts.js';
import { randomNumbers } from './random.js';
import { Front, isCheaper, type PathWorkspace, pathWorkspace, startSearch } from './shortest-path.js';

export interface Guarantee {
  /** No normalised score is off by more than this … */
  epsilon: number;
  /** … but with this probability. */
  delta: number;
}

/**
 * How many paths have to be drawn for a guarantee on all scores at once: ½/ε² · (⌊log₂(d − 2)⌋ + 1 + ln 1/δ), where d bounds the
 * nodes on a shortest path (Riondato & Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0). ε is that of scores over the pairs of
 * others, a little more than over all pairs. O(nodes + arcs).
 *
 * @throws RangeError unless ε and δ are above 0 and below 1
 * @example sampleSize(starOf0with1and2and3, { epsilon: 0.1, delta: 0.1 }) // 661
 */
export function sampleSize(csr: Csr, { epsilon, delta }: Guarantee): number {
  for (const share of [epsilon, delta]) {
    if (!(share > 0 && share < 1))
      throw new RangeError(`A share must be above 0 and below 1, but is ${share}`);
  }
  if (csr.size < 3) return 0;
  const overAllPairs = (epsilon * (csr.size - 2)) / csr.size;
  const dimension = Math.floor(Math.log2(Math.max(1, mostOnPath(csr) - 2))) + 1;
  return Math.ceil((0.5 / overAllPairs ** 2) * (dimension + Math.log(1 / delta)));
}

/**
 * Bound on the nodes on a shortest path. In a component no two nodes are farther apart than the two farthest from any third add up
 * to; arcs of one direction allow no such thing, and any path may take all nodes.
 */
function mostOnPath(csr: Csr): number {
  const { size } = csr;
  if (csr.directed) return size;
  const order = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let most = 1;
  for (let start = 0; start < size; start++) {
    if (distance[start] !== Number.POSITIVE_INFINITY) continue;
    const reached = breadthFirst(csr, start, order, distance);
    if (reached > 1)
      most = Math.max(most, distance[order[reached - 1]!]! + distance[order[reached - 2]!]! + 1);
  }
  return most;
}

export interface SampledBetweennessOptions {
  /** Paths to draw, see `sampleSize`. */
  samples: number;
  seed: number;
  part?: Part | undefined;
  control?: Control | undefined;
}

/**
 * Estimates raw betweenness, on the scale of `betweenness`: draws pairs of nodes and one of the shortest paths of each, all alike
 * likely, by search from both ends. The same seed and number of parts draw the same paths. Each costs a small part of O(arcs).
 *
 * @example sampledBetweenness(path0to1to2, { samples: 1000, seed: 1 }) // near [0, 1, 0]
 */
export function sampledBetweenness(
  csr: Csr,
  { samples, seed, part, control }: SampledBetweennessOptions,
): Float64Array {
  const { size } = csr;
  const passes = new Float64Array(size);
  if (size < 3 || samples === 0) return passes;
  const random = randomNumbers(seed * 64 + (part?.index ?? 0));
  const workspace = pathWorkspace(size);
  const places = new Uint32Array(size);
  const counts = [new Float64Array(size), new Float64Array(size)] as const;
  const check = checkpoint(control);
  const { from, end } = sourcesOf(samples, part);
  for (let sample = from; sample < end; sample++) {
    check((sample - from) / (end - from));
    const source = Math.floor(random() * size);
    const target = (source + 1 + Math.floor(random() * (size - 1))) % size;
    startSearch(workspace);
    const ahead = new Fan(csr, workspace, 'forward', places, counts[0], source);
    const behind = new Fan(csr.reverse, workspace, 'backward', places, counts[1], target);
    while (!ahead.isSpent && !behind.isSpent) {
      const [near, far] = isCheaper(ahead, behind) ? [ahead, behind] : [behind, ahead];
      const joint = drawJoint(near, far, random);
      if (joint === undefined) {
        near.advance();
        continue;
      }
      near.pass(joint.near, passes, random);
      far.pass(joint.far, passes, random);
      break;
    }
  }
  const pairs = (size * (size - 1)) / (csr.directed ? 1 : 2);
  return passes.map((count) => (count / samples) * pairs);
}

/** Counts of paths are scaled down, a level at a time, before they pass this: only their ratios within a level count. */
const limit = 2 ** 400;

/** A search that counts the shortest paths to what it finds, by place in the queue. */
class Fan extends Front {
  /** By node that has been seen: its place in the queue of the side that saw it. */
  readonly places: Uint32Array;
  readonly paths: Float64Array;

  constructor(
    csr: Csr,
    workspace: PathWorkspace,
    side: 'forward' | 'backward',
    places: Uint32Array,
    paths: Float64Array,
    start: number,
  ) {
    super(csr, workspace, side, start);
    this.places = places;
    this.paths = paths;
    places[start] = 0;
    paths[0] = 1;
  }

  /** Its place in the queue; less than 0 for a node that this side has not seen. */
  placeOf(node: number): number {
    return this.marks[node] === this.mark ? this.places[node]! : -1;
  }

  advance(): void {
    const { offsets, targets } = this.csr;
    const { paths } = this;
    const levelEnd = this.length;
    let most = 0;
    for (let place = this.levelStart; place < levelEnd; place++) {
      const node = this.queue[place]!;
      for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
        let at = this.placeOf(targets[i]!);
        if (at < 0) {
          at = this.length;
          this.places[targets[i]!] = at;
          paths[at] = 0;
          this.add(targets[i]!);
        }
        if (at < levelEnd) continue;
        paths[at]! += paths[place]!;
        most = Math.max(most, paths[at]!);
      }
    }
    if (most > limit) for (let place = levelEnd; place < this.length; place++) paths[place]! /= most;
    this.startLevel(levelEnd);
  }

  /** Draws one of the paths from the start to this place of the deepest level, and counts the nodes on it but the start. */
  pass(place: number, passes: Float64Array, random: () => number): void {
    const { offsets, targets } = this.csr.reverse;
    let at = place;
    for (let level = this.depth; level > 0; level--) {
      const node = this.queue[at]!;
      passes[node]!++;
      let sum = 0;
      for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
        const before = this.placeOf(targets[i]!);
        if (before < this.levels[level - 1]! || before >= this.levels[level]!) continue;
        sum += this.paths[before]!;
        if (random() * sum < this.paths[before]!) at = before;
      }
    }
  }
}

/** Draws one of the arcs that join the deepest levels, in proportion to the paths that take it. */
function drawJoint(near: Fan, far: Fan, random: () => number): { near: number; far: number } | undefined {
  const { offsets, targets } = near.csr;
  let joint: { near: number; far: number } | undefined;
  let sum = 0;
  for (let place = near.levelStart; place < near.length; place++) {
    const node = near.queue[place]!;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      const beyond = far.placeOf(targets[i]!);
      if (beyond < 0) continue;
      const paths = near.paths[place]! * far.paths[beyond]!;
      sum += paths;
      if (random() * sum < paths) joint = { near: place, far: beyond };
    }
  }
  return joint;
}
