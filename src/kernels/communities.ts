/** Groups that hang together more closely than chance: Louvain and Leiden. */
import { type Level, moveNodes, NOTHING, refine } from './community-moves.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { modularity } from './modularity.js';
import { randomNumbers } from './random.js';

export interface CommunityOptions {
  algorithm: 'louvain' | 'leiden';
  /** Above 1 smaller groups, below 1 larger ones. */
  resolution?: number | undefined;
  /** Of the order in which nodes are visited: the same seed, the same groups. */
  seed?: number | undefined;
  control?: Control | undefined;
}

export interface Communities {
  /** Group of each node, numbered from the largest (0), ties by least node. */
  groups: Uint32Array;
  modularity: Float64Array;
}

/** Leiden starts again from its own result until that brings nothing: three times at most on large graphs, oftener where it costs little. */
const mostRounds = ({ targets }: Csr) =>
  Math.max(3, Math.min(20, Math.floor(200_000 / Math.max(1, targets.length))));

/**
 * Partitions an undirected graph by modularity. `csr.values` are strengths where present. Louvain (Blondel et al. 2008,
 * doi:10.1088/1742-5468/2008/10/P10008) moves nodes, merges groups into nodes, and repeats; Leiden (Traag, Waltman & van Eck 2019,
 * doi:10.1038/s41598-019-41695-z) also splits groups before merging, so that every group is connected, and starts again from its
 * own result until nothing improves. Isolated nodes are groups of their own. About O(arcs) a round, some tens of rounds.
 *
 * @throws RangeError when the graph is directed; an `AbortError` when cancelled
 * @example two triangles joined by an edge: groups [0, 0, 0, 1, 1, 1], modularity 0.357
 */
export function communities(csr: Csr, options: CommunityOptions): Communities {
  if (csr.directed) throw new RangeError('Communities are sought in undirected graphs');
  const { algorithm, resolution = 1, seed = 1 } = options;
  const check = checkpoint(options.control);
  const random = randomNumbers(seed);
  const start = levelOf(csr);
  let groups = ownNumbers(csr.size);
  let best = Number.NEGATIVE_INFINITY;
  const rounds = algorithm === 'leiden' ? mostRounds(csr) : 1;
  for (let round = 0; round < rounds; round++) {
    check(round / rounds);
    const found = optimise(start, groups, algorithm === 'leiden', resolution, random, () =>
      check(round / rounds),
    );
    const score = modularity(csr, found, resolution);
    if (score <= best + NOTHING) break;
    best = score;
    groups = found;
  }
  return {
    groups: numberBySize(groups),
    modularity: Float64Array.of(csr.size === 0 ? 0 : modularity(csr, groups, resolution)),
  };
}

/** The graph as a level. Strengths are brought near 1, by a power of two and so to the last bit, for gains are held against `NOTHING`. */
function levelOf(csr: Csr): Level {
  const given = csr.values ?? new Float64Array(csr.targets.length).fill(1);
  const mean = given.reduce((a, b) => a + b, 0) / given.length;
  const unit = mean > 0 ? 2 ** Math.round(Math.log2(mean)) : 1;
  const strengths = unit === 1 ? given : given.map((strength) => strength / unit);
  const whole = new Float64Array(csr.size);
  for (let v = 0; v < csr.size; v++) {
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) whole[v]! += strengths[i]!;
  }
  return {
    size: csr.size,
    offsets: csr.offsets,
    targets: csr.targets,
    strengths,
    whole,
    total: whole.reduce((a, b) => a + b, 0),
  };
}

function optimise(
  start: Level,
  initial: Uint32Array,
  refining: boolean,
  resolution: number,
  random: () => number,
  check: () => void,
): Uint32Array {
  let level = start;
  let groups: Uint32Array = initial.slice();
  /** The node of the present level that each original node has become part of. */
  const place = ownNumbers(start.size);
  for (;;) {
    check();
    const moved = moveNodes(level, groups, resolution, random);
    const parts = refining ? refine(level, groups, resolution, random) : groups;
    const merged = renumber(parts);
    if (merged.count === level.size || (!refining && !moved)) break;
    const next = new Uint32Array(merged.count);
    for (let v = 0; v < level.size; v++) next[merged.numbers[v]!] = groups[v]!;
    for (let v = 0; v < place.length; v++) place[v] = merged.numbers[place[v]!]!;
    groups = refining ? renumber(next, level.size).numbers : ownNumbers(merged.count);
    level = aggregate(level, merged.numbers, merged.count);
  }
  for (let v = 0; v < place.length; v++) place[v] = groups[place[v]!]!;
  return renumber(place).numbers;
}

/** Each group becomes a node; ties between groups add up, ties within remain in its whole strength. */
function aggregate(level: Level, numbers: Uint32Array, count: number): Level {
  const { size, offsets: before, targets: beforeTargets, strengths: beforeStrengths } = level;
  const whole = new Float64Array(count);
  // The members of each group in a row, by counting.
  const ends = new Uint32Array(count + 1);
  for (let v = 0; v < size; v++) ends[numbers[v]! + 1]!++;
  for (let group = 0; group < count; group++) ends[group + 1]! += ends[group]!;
  const next = ends.slice(0, count);
  const members = new Uint32Array(size);
  for (let v = 0; v < size; v++) members[next[numbers[v]!]!++] = v;
  const offsets = new Uint32Array(count + 1);
  const targets = new Uint32Array(beforeTargets.length);
  const strengths = new Float64Array(beforeTargets.length);
  // Where the present group's tie to another stands, counted from 1; of earlier groups it stands no higher than their end.
  const place = new Uint32Array(count);
  let length = 0;
  for (let group = 0; group < count; group++) {
    const begin = length;
    for (let m = ends[group]!, last = ends[group + 1]!; m < last; m++) {
      const v = members[m]!;
      whole[group]! += level.whole[v]!;
      for (let i = before[v]!, end = before[v + 1]!; i < end; i++) {
        const to = numbers[beforeTargets[i]!]!;
        if (to === group) continue;
        const at = place[to]!;
        if (at > begin) {
          strengths[at - 1]! += beforeStrengths[i]!;
        } else {
          targets[length] = to;
          strengths[length++] = beforeStrengths[i]!;
          place[to] = length;
        }
      }
    }
    offsets[group + 1] = length;
  }
  return {
    size: count,
    offsets,
    targets: targets.subarray(0, length),
    strengths: strengths.subarray(0, length),
    whole,
    total: level.total,
  };
}

/** Numbers without gaps, in the order of first appearance. Groups are numbered below `bound`. */
function renumber(groups: Uint32Array, bound = groups.length): { numbers: Uint32Array; count: number } {
  const known = new Uint32Array(bound);
  const numbers = new Uint32Array(groups.length);
  let count = 0;
  for (let v = 0; v < groups.length; v++) {
    const group = groups[v]!;
    if (known[group] === 0) known[group] = ++count;
    numbers[v] = known[group]! - 1;
  }
  return { numbers, count };
}

function numberBySize(groups: Uint32Array): Uint32Array {
  const { numbers, count } = renumber(groups);
  const sizes = new Uint32Array(count);
  for (const number of numbers) sizes[number]!++;
  const place = new Uint32Array(count);
  Array.from(sizes.keys())
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b)
    .forEach((group, rank) => {
      place[group] = rank;
    });
  return numbers.map((number) => place[number]!);
}

function ownNumbers(size: number): Uint32Array {
  const numbers = new Uint32Array(size);
  for (let v = 0; v < size; v++) numbers[v] = v;
  return numbers;
}
