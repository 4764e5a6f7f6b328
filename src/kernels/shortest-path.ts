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

/** What a search writes on. All zero between searches: distances are kept plus 1, and each search wipes what it touched. */
export interface PathWorkspace {
  readonly forward: Side;
  readonly backward: Side;
}

interface Side {
  readonly distance: Uint32Array;
  readonly queue: Uint32Array;
}

/** Memory for searches on graphs of `size` nodes, 16 bytes a node, to be used again and again but by one search at a time. */
export function pathWorkspace(size: number): PathWorkspace {
  const side = () => ({ distance: new Uint32Array(size), queue: new Uint32Array(size) });
  return { forward: side(), backward: side() };
}

/**
 * A shortest path along arcs from `source` to `target`, as node positions with both ends, or undefined when there is none.
 * Among shortest paths it is the one whose positions are lexicographically least, so the answer does not depend on the order of
 * search. From a node to itself the path is that node. With a workspace a search takes time and memory only for what it
 * touches: whole levels from either end, the cheaper one next, until they meet (Pohl 1971).
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
  if (forward.distance.length < csr.size) {
    throw new RangeError(`The workspace is for ${forward.distance.length} nodes, the graph has ${csr.size}`);
  }
  const ahead = new Front(csr, forward, source);
  const behind = new Front(csr.reverse, backward, target);
  const isBarred = (from: number, to: number) =>
    notFirst !== undefined && from === source && notFirst.has(to);
  try {
    let met = false;
    while (!met) {
      if (ahead.isSpent || behind.isSpent || ahead.depth + behind.depth >= maxLength) return undefined;
      met =
        ahead.arcsNext <= behind.arcsNext
          ? ahead.advance(behind, blocked, isBarred)
          : behind.advance(ahead, blocked, (from, to) => isBarred(to, from));
    }
    return walk(ahead, behind, isBarred);
  } finally {
    ahead.wipe();
    behind.wipe();
  }
}

/** The search from one end, level by level. */
class Front {
  readonly csr: Csr;
  readonly distance: Uint32Array;
  readonly queue: Uint32Array;
  /** Levels complete; the deepest is `queue[levelStart .. length]`. */
  depth = 0;
  levelStart = 0;
  length = 0;
  /** What the next level costs. */
  arcsNext = 0;

  constructor(csr: Csr, side: Side, start: number) {
    this.csr = csr;
    this.distance = side.distance;
    this.queue = side.queue;
    this.add(start, 0);
  }

  get isSpent(): boolean {
    return this.levelStart === this.length;
  }

  add(node: number, distance: number): void {
    this.distance[node] = distance + 1;
    this.queue[this.length++] = node;
    this.arcsNext += this.csr.offsets[node + 1]! - this.csr.offsets[node]!;
  }

  /** Adds the next level, whole, so that no shortest path is missed; true when it holds a node that the other side knows. */
  advance(
    other: Front,
    blocked: Uint8Array | undefined,
    isBarred: (from: number, to: number) => boolean,
  ): boolean {
    const { offsets, targets } = this.csr;
    const levelEnd = this.length;
    let met = false;
    this.arcsNext = 0;
    this.depth++;
    for (let next = this.levelStart; next < levelEnd; next++) {
      const node = this.queue[next]!;
      for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
        const neighbour = targets[i]!;
        if (this.distance[neighbour] !== 0) continue;
        if ((blocked !== undefined && blocked[neighbour] !== 0) || isBarred(node, neighbour)) continue;
        this.add(neighbour, this.depth);
        if (other.distance[neighbour] !== 0) met = true;
      }
    }
    this.levelStart = levelEnd;
    return met;
  }

  wipe(): void {
    for (let i = 0; i < this.length; i++) this.distance[this.queue[i]!] = 0;
  }
}

/**
 * The least path once the fronts have met. The distance to the target is known behind the meeting line; it is carried back from
 * there over every shortest path, and then the walk takes the least node that comes one step nearer.
 */
function walk(ahead: Front, behind: Front, isBarred: (from: number, to: number) => boolean): number[] {
  const total = ahead.depth + behind.depth;
  const toTarget = behind.distance;
  const path = [ahead.queue[0]!];
  // Later nodes of this queue are those that carrying back adds, level by level.
  let carried = behind.length;
  for (let i = ahead.levelStart; i < ahead.length; i++) {
    const node = ahead.queue[i]!;
    if (toTarget[node] !== 0) carryBack(node);
  }
  for (; carried < behind.length; carried++) carryBack(behind.queue[carried]!);

  for (let left = total - 1; left >= 0; left--) {
    const node = path.at(-1)!;
    const { offsets, targets } = ahead.csr;
    let i = offsets[node]!;
    while (toTarget[targets[i]!] !== left + 1 || isBarred(node, targets[i]!)) i++;
    path.push(targets[i]!);
  }
  return path;

  function carryBack(node: number): void {
    const { offsets, targets } = behind.csr;
    const steps = ahead.distance[node]!;
    // Nothing is asked of the source, which is all that lies before the first level.
    if (steps <= 2) return;
    for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) {
      const before = targets[i]!;
      if (ahead.distance[before] !== steps - 1 || toTarget[before] !== 0) continue;
      behind.add(before, toTarget[node]!);
    }
  }
}
