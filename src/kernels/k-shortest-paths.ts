/** The k shortest loopless paths between two nodes, in steps. */
import type { Csr } from './csr.js';
import { byLengthThenNodes } from './path-order.js';
import { pathWorkspace, shortestPath } from './shortest-path.js';

export interface KShortestPathsOptions {
  /** Nodes with a mask other than 0 are not entered; a blocked end has no path. */
  blocked?: Uint8Array | undefined;
  /** Most steps of a path; no limit unless said. */
  maxLength?: number | undefined;
}

/** A path, the index of the node where it leaves the path it was found from, and the nodes it was not to go to from there. */
interface Candidate {
  path: number[];
  deviation: number;
  refused: ReadonlySet<number>;
}

/**
 * At most `k` paths without repeated nodes along arcs from `source` to `target`, as node positions with both ends: shortest
 * first, equally long ones in lexicographic order of positions. Fewer when there are no more; none when there is no path.
 *
 * Yen 1971 (doi:10.1287/mnsc.17.11.712), with Lawler's partition (1972, doi:10.1287/mnsc.18.7.401): each path found splits the
 * paths left into disjoint sets, one for each node it can be left at, so none comes twice. O(k · length) searches, each
 * touching O(nodes + arcs) at worst.
 *
 * @example kShortestPaths(square0to1to3and0to2to3, 0, 3, 5) // [[0, 1, 3], [0, 2, 3]]
 */
export function kShortestPaths(
  csr: Csr,
  source: number,
  target: number,
  k: number,
  options: KShortestPathsOptions = {},
): number[][] {
  const { maxLength = Number.POSITIVE_INFINITY } = options;
  const workspace = pathWorkspace(csr.size);
  const blocked = options.blocked?.slice() ?? new Uint8Array(csr.size);
  const found: number[][] = [];
  const candidates: Candidate[] = [];

  /** Adds the least path that begins with `root` and goes on from its end to none of `refused`. */
  const offer = (root: readonly number[], refused: ReadonlySet<number>) => {
    const deviation = root.length - 1;
    const rest = shortestPath(csr, root[deviation]!, target, {
      blocked,
      maxLength: maxLength - deviation,
      notFirst: refused,
      workspace,
    });
    if (rest !== undefined) candidates.push({ path: [...root.slice(0, -1), ...rest], deviation, refused });
  };

  if (k > 0) offer([source], new Set());
  while (candidates.length > 0) {
    const { path, deviation, refused } = takeLeast(candidates);
    found.push(path);
    if (found.length >= k) break;
    // What is left of this path's set: leave it where it left its own origin, or at any node after that.
    const masked: number[] = [];
    const mask = (node: number) => {
      if (blocked[node] === 0) masked.push(node);
      blocked[node] = 1;
    };
    for (const node of path.slice(0, deviation)) mask(node);
    for (let at = deviation; at < path.length - 1; at++) {
      const next = path[at + 1]!;
      offer(path.slice(0, at + 1), at === deviation ? new Set(refused).add(next) : new Set([next]));
      mask(path[at]!);
    }
    for (const node of masked) blocked[node] = 0;
  }
  return found;
}

function takeLeast(candidates: Candidate[]): Candidate {
  let least = 0;
  for (let i = 1; i < candidates.length; i++) {
    if (byLengthThenNodes(candidates[i]!.path, candidates[least]!.path) < 0) least = i;
  }
  return candidates.splice(least, 1)[0]!;
}
