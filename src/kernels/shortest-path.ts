/** One shortest path between two nodes, in steps, by search from both ends. */
import type { Csr } from './csr.js';

export interface ShortestPathOptions {
  /** Nodes with a mask other than 0 are not entered; a blocked end has no path. */
  blocked?: Uint8Array | undefined;
  /** Most steps; no limit unless said. */
  maxLength?: number | undefined;
  /** Nodes that the first step may not lead to. */
  notFirst?: ReadonlySet<number> | undefined;
  /** Kept by a caller who asks often; see `pathWorkspace`. */
  workspace?: PathWorkspace | undefined;
}

/** What a search writes on. Marks are all zero between searches: each search wipes what it touched. */
export interface PathWorkspace {
  readonly forward: Side;
  readonly backward: Side;
}

interface Side {
  /** 1 + place in the queue, by node; 0 where the search has not been. */
  readonly marks: Uint32Array;
  readonly queue: Uint32Array;
  /** By place in the queue: the place from which it was found. */
  readonly from: Uint32Array;
}

/** Memory for searches on graphs of `size` nodes, 24 bytes a node, to be used again and again but by one search at a time. */
export function pathWorkspace(size: number): PathWorkspace {
  const column = () => new Uint32Array(size);
  const side = () => ({ marks: column(), queue: column(), from: column() });
  return { forward: side(), backward: side() };
}

/**
 * A shortest path along arcs from `source` to `target`, as node positions with both ends, or undefined when there is none.
 * Among shortest paths it is the one whose positions are lexicographically least, so the answer does not depend on the order of
 * search. From a node to itself the path is that node. With a workspace a search takes time and memory only for what it
 * touches: whole levels from either end, the cheaper one next, until one arc joins them (Pohl 1971).
 *
 * @throws RangeError when the workspace is too small for the graph
 * @example shortestPath(square0to1to3and0to2to3, 0, 3) // [0, 1, 3]
 */
export function shortestPath(
  csr: Csr,
  source: number,
  target: number,
  options: ShortestPathOptions = {},
): number[] | undefined {
  const { blocked, notFirst, maxLength = Number.POSITIVE_INFINITY } = options;
  if (blocked !== undefined && (blocked[source] !== 0 || blocked[target] !== 0)) return undefined;
  if (source === target) return [source];
  const { forward, backward } = options.workspace ?? pathWorkspace(csr.size);
  if (forward.marks.length < csr.size) {
    throw new RangeError(`The workspace is for ${forward.marks.length} nodes, the graph has ${csr.size}`);
  }
  const ahead = new Front(csr, forward, source);
  const behind = new Front(csr.reverse, backward, target);
  const isBarred: Bar = notFirst && ((from, to) => from === source && notFirst.has(to));
  const isBarredBack: Bar = isBarred && ((from, to) => isBarred(to, from));
  try {
    for (;;) {
      if (ahead.isSpent || behind.isSpent || ahead.depth + behind.depth >= maxLength) return undefined;
      if (isCheaper(ahead, behind)) {
        const place = firstJoined(ahead, behind, isBarred);
        if (place !== undefined) return join(ahead, place, behind, isBarred);
        ahead.advance(blocked, isBarred);
      } else {
        const place = firstReached(behind, ahead, isBarredBack);
        if (place !== undefined) return join(ahead, place, behind, isBarred);
        behind.advance(blocked, isBarredBack);
      }
    }
  } finally {
    ahead.wipe();
    behind.wipe();
  }
}

/** Arcs that may not be walked. */
type Bar = ((from: number, to: number) => boolean) | undefined;

/**
 * The search from one end, level by level. Rows ascend, so the queue of the source's search holds each level in the lexicographic
 * order of the least paths to its nodes, and a node is found from the one before it on that path.
 */
export class Front {
  readonly csr: Csr;
  readonly marks: Uint32Array;
  readonly queue: Uint32Array;
  readonly from: Uint32Array;
  /** Where in the queue each level begins; the deepest ends at `length`. */
  readonly levels: number[] = [0];
  length = 0;
  /** Arcs out of the deepest level, as far as they are `counted`. */
  arcs = 0;
  counted = 0;

  constructor(csr: Csr, { marks, queue, from }: Side, start: number) {
    this.csr = csr;
    this.marks = marks;
    this.queue = queue;
    this.from = from;
    this.add(start, 0);
  }

  get depth(): number {
    return this.levels.length - 1;
  }

  get levelStart(): number {
    return this.levels[this.depth]!;
  }

  get isSpent(): boolean {
    return this.levelStart === this.length;
  }

  add(node: number, from: number): void {
    this.queue[this.length] = node;
    this.from[this.length++] = from;
    this.marks[node] = this.length;
  }

  countArcs(): void {
    const node = this.queue[this.counted++]!;
    this.arcs += this.csr.offsets[node + 1]! - this.csr.offsets[node]!;
  }

  advance(blocked: Uint8Array | undefined, isBarred: Bar): void {
    const { offsets, targets } = this.csr;
    const levelEnd = this.length;
    for (let place = this.levelStart; place < levelEnd; place++) {
      const node = this.queue[place]!;
      for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
        const neighbour = targets[i]!;
        if (this.marks[neighbour] !== 0) continue;
        if ((blocked !== undefined && blocked[neighbour] !== 0) || isBarred?.(node, neighbour)) continue;
        this.add(neighbour, place);
      }
    }
    this.startLevel(levelEnd);
  }

  /** What has been added from this place on is a level. */
  startLevel(place: number): void {
    this.levels.push(place);
    this.arcs = 0;
    this.counted = place;
  }

  wipe(): void {
    for (let i = 0; i < this.length; i++) this.marks[this.queue[i]!] = 0;
  }
}

/** Whether the next level of `a` costs no more than that of `b`: counts the arcs of both only until that is clear. */
export function isCheaper(a: Front, b: Front): boolean {
  for (;;) {
    const lesser = a.arcs <= b.arcs ? a : b;
    if (lesser.counted === lesser.length) return lesser === a;
    lesser.countArcs();
  }
}

/** Looks from the source's side, before its next level is made: the first place of its deepest one with an arc to the other side. */
function firstJoined(ahead: Front, behind: Front, isBarred: Bar): number | undefined {
  const { offsets, targets } = ahead.csr;
  const { marks } = behind;
  for (let place = ahead.levelStart; place < ahead.length; place++) {
    const node = ahead.queue[place]!;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      if (marks[targets[i]!] !== 0 && !isBarred?.(node, targets[i]!)) return place;
    }
  }
  return undefined;
}

/** The same, looked for from the target's side. */
function firstReached(behind: Front, ahead: Front, isBarred: Bar): number | undefined {
  const { offsets, targets } = behind.csr;
  const { marks } = ahead;
  let least = Number.POSITIVE_INFINITY;
  for (let place = behind.levelStart; place < behind.length; place++) {
    const node = behind.queue[place]!;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      const mark = marks[targets[i]!]!;
      if (mark !== 0 && mark <= least && !isBarred?.(node, targets[i]!)) least = mark;
    }
  }
  return least === Number.POSITIVE_INFINITY ? undefined : least - 1;
}

/** The least path to this place of the source's deepest level, and on from there by the least node that is one step nearer. */
function join(ahead: Front, place: number, behind: Front, isBarred: Bar): number[] {
  const path = new Array<number>(ahead.depth + behind.depth + 2);
  for (let steps = ahead.depth, at = place; steps >= 0; steps--) {
    path[steps] = ahead.queue[at]!;
    at = ahead.from[at]!;
  }
  const { offsets, targets } = ahead.csr;
  let levelEnd = behind.length;
  for (let left = behind.depth; left >= 0; left--) {
    const node = path[path.length - left - 2]!;
    const levelStart = behind.levels[left]!;
    const isOnLevel = (mark: number) => mark > levelStart && mark <= levelEnd;
    let i = offsets[node]!;
    while (!isOnLevel(behind.marks[targets[i]!]!) || isBarred?.(node, targets[i]!)) i++;
    path[path.length - left - 1] = targets[i]!;
    levelEnd = levelStart;
  }
  return path;
}
