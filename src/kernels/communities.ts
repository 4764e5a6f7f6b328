/** Groups that hang together more closely than chance: Louvain and Leiden. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { modularity } from './modularity.js';
import { randomNumbers, shuffle } from './random.js';

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

/** Gains smaller than this are rounding. */
const NOTHING = 1e-12;
/** Leiden starts again from its own result until that brings nothing: twice on large graphs, oftener where it costs little. */
const mostRounds = ({ targets }: Csr) =>
  Math.max(2, Math.min(20, Math.floor(200_000 / Math.max(1, targets.length))));

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
  let groups: Uint32Array = Uint32Array.from({ length: csr.size }, (_, v) => v);
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

/** A graph whose nodes may stand for many: arcs without loops, strengths, and each node's whole strength, loops included. */
interface Level {
  size: number;
  offsets: Uint32Array;
  targets: Uint32Array;
  strengths: Float64Array;
  whole: Float64Array;
  total: number;
}

function levelOf(csr: Csr): Level {
  const strengths = csr.values ?? new Float64Array(csr.targets.length).fill(1);
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
  let place = Uint32Array.from({ length: start.size }, (_, v) => v);
  for (;;) {
    check();
    const moved = moveNodes(level, groups, resolution, random);
    const parts = refining ? refine(level, groups, resolution, random) : groups;
    const merged = renumber(parts);
    if (merged.count === level.size || (!refining && !moved)) break;
    const next = new Uint32Array(merged.count);
    for (let v = 0; v < level.size; v++) next[merged.numbers[v]!] = groups[v]!;
    place = place.map((node) => merged.numbers[node]!);
    level = aggregate(level, merged.numbers, merged.count);
    groups = refining ? renumber(next).numbers : Uint32Array.from({ length: merged.count }, (_, v) => v);
  }
  return renumber(place.map((node) => groups[node]!)).numbers;
}

/** Moves nodes to the neighbouring group that gains most, until no move gains; whether any was made. Changes `groups`. */
function moveNodes(level: Level, groups: Uint32Array, resolution: number, random: () => number): boolean {
  const { size, offsets, targets, strengths, whole, total } = level;
  const strengthOf = new Float64Array(size);
  const members = new Uint32Array(size);
  for (let v = 0; v < size; v++) {
    strengthOf[groups[v]!]! += whole[v]!;
    members[groups[v]!]!++;
  }
  const empty: number[] = [];
  for (let group = 0; group < size; group++) if (members[group] === 0) empty.push(group);
  const queue = shuffled(size, random);
  const queued = new Uint8Array(size).fill(1);
  const ties = new Float64Array(size);
  const near: number[] = [];
  let moved = false;
  let waiting = Array.from(queue);
  while (waiting.length > 0) {
    const following: number[] = [];
    for (const v of waiting) {
      queued[v] = 0;
      const own = groups[v]!;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const group = groups[targets[i]!]!;
        if (ties[group] === 0) near.push(group);
        ties[group]! += strengths[i]!;
      }
      strengthOf[own]! -= whole[v]!;
      const share = (resolution * whole[v]!) / total;
      let best = own;
      let most = ties[own]! - share * strengthOf[own]!;
      for (const group of near) {
        const gain = ties[group]! - share * strengthOf[group]!;
        if (gain > most + NOTHING || (gain > most - NOTHING && best !== own && group < best)) {
          most = gain;
          best = group;
        }
      }
      // A group of its own is worth 0: better than staying where one is not wanted.
      if (most < -NOTHING && members[own]! > 1) best = empty.at(-1)!;
      for (const group of near) ties[group] = 0;
      near.length = 0;
      strengthOf[best]! += whole[v]!;
      if (best === own) continue;
      if (members[best] === 0) empty.pop();
      if (--members[own]! === 0) empty.push(own);
      members[best]!++;
      groups[v] = best;
      moved = true;
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const u = targets[i]!;
        if (queued[u] === 0 && groups[u] !== best) {
          queued[u] = 1;
          following.push(u);
        }
      }
    }
    waiting = following;
  }
  return moved;
}

/**
 * Splits each group into parts that are connected and worth merging: every node starts alone, and one that is still alone and well
 * tied to the rest of its group joins the part, itself well tied, that gains most.
 */
function refine(level: Level, groups: Uint32Array, resolution: number, random: () => number): Uint32Array {
  const { size, offsets, targets, strengths, whole, total } = level;
  const parts = Uint32Array.from({ length: size }, (_, v) => v);
  const strengthOfGroup = new Float64Array(size);
  for (let v = 0; v < size; v++) strengthOfGroup[groups[v]!]! += whole[v]!;
  const strengthOf = whole.slice();
  const members = new Uint32Array(size).fill(1);
  /** Strength from a part to the rest of its group. */
  const outward = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++)
      if (groups[targets[i]!] === groups[v]) outward[v]! += strengths[i]!;
  }
  const isWellTied = (part: number, group: number) =>
    outward[part]! >=
    (resolution * strengthOf[part]! * (strengthOfGroup[group]! - strengthOf[part]!)) / total - NOTHING;
  const ties = new Float64Array(size);
  const near: number[] = [];
  for (const v of shuffled(size, random)) {
    const group = groups[v]!;
    if (members[parts[v]!] !== 1 || !isWellTied(parts[v]!, group)) continue;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const u = targets[i]!;
      if (groups[u] !== group) continue;
      const part = parts[u]!;
      if (ties[part] === 0) near.push(part);
      ties[part]! += strengths[i]!;
    }
    let best = parts[v]!;
    let most = 0;
    for (const part of near) {
      const gain = ties[part]! - (resolution * whole[v]! * strengthOf[part]!) / total;
      if (gain > most + NOTHING && isWellTied(part, group)) {
        most = gain;
        best = part;
      }
    }
    if (best !== parts[v]) {
      const own = parts[v]!;
      outward[best]! += outward[own]! - 2 * ties[best]!;
      strengthOf[best]! += whole[v]!;
      strengthOf[own] = 0;
      members[best]!++;
      members[own] = 0;
      parts[v] = best;
    }
    for (const part of near) ties[part] = 0;
    near.length = 0;
  }
  return parts;
}

/** Each group becomes a node; ties between groups add up, ties within remain in its whole strength. */
function aggregate(level: Level, numbers: Uint32Array, count: number): Level {
  const rows = Array.from({ length: count }, () => new Map<number, number>());
  const whole = new Float64Array(count);
  for (let v = 0; v < level.size; v++) {
    const from = numbers[v]!;
    whole[from]! += level.whole[v]!;
    for (let i = level.offsets[v]!; i < level.offsets[v + 1]!; i++) {
      const to = numbers[level.targets[i]!]!;
      if (to !== from) rows[from]!.set(to, (rows[from]!.get(to) ?? 0) + level.strengths[i]!);
    }
  }
  const offsets = new Uint32Array(count + 1);
  rows.forEach((row, v) => {
    offsets[v + 1] = offsets[v]! + row.size;
  });
  const targets = Uint32Array.from(rows.flatMap((row) => [...row.keys()]));
  const strengths = Float64Array.from(rows.flatMap((row) => [...row.values()]));
  return { size: count, offsets, targets, strengths, whole, total: level.total };
}

/** Numbers without gaps, in the order of first appearance. */
function renumber(groups: Uint32Array): { numbers: Uint32Array; count: number } {
  const known = new Map<number, number>();
  const numbers = groups.map((group) => {
    const number = known.get(group) ?? known.size;
    known.set(group, number);
    return number;
  });
  return { numbers, count: known.size };
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

const shuffled = (size: number, random: () => number) =>
  shuffle(
    Uint32Array.from({ length: size }, (_, v) => v),
    random,
  );
