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

/** What a search writes on. */
export interface PathWorkspace {
  /**
   * By node: the number of the search whose source's side has seen it last, below 0 for the target's side. A byte each: they stay near
   * the processor.
   */
  readonly marks: Int8Array;
  search: number;
  readonly forward: Side;
  readonly backward: Side;
}

interface Side {
  readonly queue: Uint32Array;
  /** By place in the queue: the place of the first node that was found from it, or would have been. */
  readonly found: Uint32Array;
}

/** Memory for searches on graphs of `size` nodes, 17 bytes a node, to be used again and again but by one search at a time. */
export function pathWorkspace(size: number): PathWorkspace {
  const column = () => new Uint32Array(size);
  const side = () => ({ queue: column(), found: column() });
  return { marks: new Int8Array(size), search: 0, forward: side(), backward: side() };
}

const lastSearch = 126;
/** Mark of nodes of the source's side that an arc joins to the target's. */
const joined = 127;

/** Marks of searches before this one say nothing any more; they are wiped when their numbers have run out. */
export function startSearch(workspace: PathWorkspace): void {
  if (workspace.search === lastSearch) {
    workspace.marks.fill(0);
    workspace.search = 0;
  }
  workspace.search++;
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
  const workspace = options.workspace ?? pathWorkspace(csr.size);
  if (workspace.marks.length < csr.size) {
    throw new RangeError(`The workspace is for ${workspace.marks.length} nodes, the graph has ${csr.size}`);
  }
  startSearch(workspace);
  const ahead = new Front(csr, workspace, 'forward', source);
  const behind = new Front(csr.reverse, workspace, 'backward', target);
  const isBarred: Bar = notFirst && ((from, to) => from === source && notFirst.has(to));
  const isBarredBack: Bar = isBarred && ((from, to) => isBarred(to, from));
  while (!ahead.isSpent && !behind.isSpent && ahead.depth + behind.depth < maxLength) {
    if (isCheaper(ahead, behind)) {
      const place = advance(ahead, blocked, isBarred);
      if (place !== undefined) return join(ahead, place, behind, isBarred);
    } else {
      const place = advance(behind, blocked, isBarredBack);
      if (place !== undefined)
        return join(ahead, leastJoined(ahead, behind, place, isBarred), behind, isBarred);
    }
  }
  return undefined;
}

/** Arcs that may not be walked. */
type Bar = ((from: number, to: number) => boolean) | undefined;

/**
 * The search from one end, level by level. Rows ascend, so the queue of the source's search holds each level in the lexicographic
 * order of the least paths to its nodes, and a node is found from the one before it on that path.
 */
export class Front {
  readonly csr: Csr;
  readonly queue: Uint32Array;
  readonly found: Uint32Array;
  readonly marks: Int8Array;
  /** What this side marks nodes with: above 0 from the source, below from the target. */
  readonly mark: number;
  /** Where in the queue each level begins; the deepest ends at `length`. */
  readonly levels: number[] = [0];
  length = 0;
  /** Arcs out of the deepest level, as far as they are `counted`. */
  arcs = 0;
  counted = 0;

  constructor(csr: Csr, workspace: PathWorkspace, side: 'forward' | 'backward', start: number) {
    this.csr = csr;
    this.queue = workspace[side].queue;
    this.found = workspace[side].found;
    this.marks = workspace.marks;
    this.mark = side === 'forward' ? workspace.search : -workspace.search;
    this.add(start);
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

  add(node: number): void {
    this.queue[this.length++] = node;
    this.marks[node] = this.mark;
  }

  /** Takes back what was added from this place on. */
  forget(from: number): void {
    const { queue, marks, length } = this;
    for (let place = from; place < length; place++) marks[queue[place]!] = 0;
    this.length = from;
  }

  countArcs(): void {
    const node = this.queue[this.counted++]!;
    this.arcs += this.csr.offsets[node + 1]! - this.csr.offsets[node]!;
  }

  /** What has been added from this place on is a level. */
  startLevel(place: number): void {
    this.levels.push(place);
    this.arcs = 0;
    this.counted = place;
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

/**
 * Makes the next level of a side, unless an arc joins its deepest one to the other side: then the first place that has such an arc, and
 * the side is left as it was.
 */
function advance(side: Front, blocked: Uint8Array | undefined, isBarred: Bar): number | undefined {
  const { offsets, targets } = side.csr;
  // By hand what `add` does, which is faster.
  const { queue, found, marks, mark } = side;
  const levelEnd = side.length;
  let length = levelEnd;
  for (let place = side.levelStart; place < levelEnd; place++) {
    const node = queue[place]!;
    found[place] = length;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      const neighbour = targets[i]!;
      const seen = marks[neighbour]!;
      if (seen === mark || isBarred?.(node, neighbour)) continue;
      if (seen === -mark) {
        side.length = length;
        side.forget(levelEnd);
        return place;
      }
      if (blocked !== undefined && blocked[neighbour] !== 0) continue;
      queue[length++] = neighbour;
      marks[neighbour] = mark;
    }
  }
  side.length = length;
  side.startLevel(levelEnd);
  return undefined;
}

/**
 * The first place of the source's deepest level with an arc to the target's side, which has one at `found`. Where many arcs join, it soon
 * shows from the source's side; else the target's side, all of whose arcs must be looked at, has fewer.
 */
function leastJoined(ahead: Front, behind: Front, found: number, isBarred: Bar): number {
  const { marks, mark } = ahead;
  const forward = ahead.csr;
  let left = behind.arcs;
  for (let place = ahead.levelStart; place < ahead.length && left > 0; place++) {
    const node = ahead.queue[place]!;
    const end = Math.min(forward.offsets[node + 1]!, forward.offsets[node]! + left);
    for (let i = forward.offsets[node]!; i < end; i++) {
      if (marks[forward.targets[i]!] === -mark && !isBarred?.(node, forward.targets[i]!)) return place;
    }
    left -= end - forward.offsets[node]!;
  }
  const { offsets, targets } = behind.csr;
  for (let place = found; place < behind.length; place++) {
    const node = behind.queue[place]!;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      if (marks[targets[i]!] === mark && !isBarred?.(targets[i]!, node)) marks[targets[i]!] = joined;
    }
  }
  let place = ahead.levelStart;
  while (marks[ahead.queue[place]!] !== joined) place++;
  return place;
}

/** The least path to this place of the source's deepest level, and on from there by the least node that is one step nearer. */
function join(ahead: Front, place: number, behind: Front, isBarred: Bar): number[] {
  const path = new Array<number>(ahead.depth + behind.depth + 2);
  path[ahead.depth] = ahead.queue[place]!;
  for (let steps = ahead.depth - 1, at = place; steps >= 0; steps--) {
    // The last of the level before from which no later one than it was found.
    let before = ahead.levels[steps + 1]! - 1;
    while (ahead.found[before]! > at) before--;
    path[steps] = ahead.queue[before]!;
    at = before;
  }
  const { offsets, targets } = ahead.csr;
  for (let left = behind.depth; left > 0; left--) {
    const at = path.length - left - 2;
    const node = path[at]!;
    let i = offsets[node]!;
    while (behind.marks[targets[i]!] !== behind.mark || isBarred?.(node, targets[i]!)) i++;
    path[at + 1] = targets[i]!;
    // So that only nodes that are nearer keep their marks.
    behind.forget(behind.levels[left]!);
  }
  path[path.length - 1] = behind.queue[0]!;
  return path;
}
