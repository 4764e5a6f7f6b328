/** What hangs on a single node or tie: articulation points, bridges, and how many pairs a removal would part. */
import type { Csr } from './csr.js';

export interface Separation {
  /** Pairs of other nodes that would no longer be joined without the node; 0 for a node that is no articulation point. */
  partedPairs: Float64Array;
  /** Ties without which their ends would no longer be joined: their lesser and greater ends, side by side. */
  bridges: [number, number][];
}

/**
 * Articulation points with the pairs that they join, and bridges, of an undirected graph, by one depth-first search (Tarjan 1972,
 * doi:10.1137/0201010), in O(nodes + arcs) and without recursion.
 *
 * @throws RangeError when the graph is directed
 * @example on a path of four the inner nodes part 2 pairs each, and every tie is a bridge
 */
export function separation(csr: Csr): Separation {
  if (csr.directed) throw new RangeError('Separation is sought in undirected graphs');
  const { size, offsets, targets } = csr;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const below = new Float64Array(size).fill(1);
  const parent = new Int32Array(size).fill(-1);
  const next = offsets.slice(0, size);
  const partedPairs = new Float64Array(size);
  /** Nodes below the cut children of a node, so far. */
  const cutOff = new Float64Array(size);
  const bridges: [number, number][] = [];
  let time = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const visited: number[] = [];
    const stack = [root];
    order[root] = low[root] = time++;
    while (stack.length > 0) {
      const v = stack.at(-1)!;
      if (next[v]! < offsets[v + 1]!) {
        const u = targets[next[v]!++]!;
        if (order[u] === -1) {
          parent[u] = v;
          order[u] = low[u] = time++;
          stack.push(u);
        } else if (u !== parent[v]) low[v] = Math.min(low[v]!, order[u]!);
        continue;
      }
      stack.pop();
      visited.push(v);
      const up = parent[v]!;
      if (up === -1) continue;
      below[up]! += below[v]!;
      low[up] = Math.min(low[up]!, low[v]!);
      if (low[v]! > order[up]!) bridges.push([Math.min(up, v), Math.max(up, v)]);
      // Everything below v hangs on `up`: paired with what was cut off before it.
      if (low[v]! >= order[up]!) {
        partedPairs[up]! += cutOff[up]! * below[v]!;
        cutOff[up]! += below[v]!;
      }
    }
    // What remains on the other side: all of the island that is neither the node nor cut off from it.
    const island = below[root]!;
    for (const v of visited) partedPairs[v]! += cutOff[v]! * (island - 1 - cutOff[v]!);
  }
  return { partedPairs, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}
