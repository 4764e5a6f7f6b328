/** A small tree that joins several nodes. */
import type { Csr } from './csr.js';

/** Edges as pairs of nodes; terminals that hang together share a number in `groups` (0 first), others have another. */
export interface SteinerTree {
  edges: [number, number][];
  groups: number[];
}

/**
 * A tree over the terminals with at most 2 · (1 − 1/k) times the fewest possible edges, k being the number of terminals
 * (Mehlhorn 1988, doi:10.1016/0020-0190(88)90066-X). The graph is read as undirected. Where the terminals lie on different islands
 * each island gets its own tree. O(nodes + arcs · log arcs).
 *
 * @param blocked nodes with a mask other than 0 are not entered
 * @example in a star, steinerTree(star, [1, 2, 3]).edges joins the three through the centre: three edges
 */
export function steinerTree(csr: Csr, terminals: readonly number[], blocked?: Uint8Array): SteinerTree {
  const { nearest, previous, distance } = voronoi(csr, terminals, blocked);
  // The best bridge between the regions of any two terminals, by length, ties by position.
  const bridges: { length: number; a: number; b: number }[] = [];
  for (let v = 0; v < csr.size; v++) {
    if (nearest[v] === -1) continue;
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const u = csr.targets[i]!;
      if (nearest[u] === -1 || nearest[u] === nearest[v]) continue;
      bridges.push({ length: distance[v]! + 1 + distance[u]!, a: Math.min(u, v), b: Math.max(u, v) });
    }
  }
  bridges.sort((x, y) => x.length - y.length || x.a - y.a || x.b - y.b);
  const union = new Union(terminals.length);
  const kept = new Map<string, [number, number]>();
  const keep = (a: number, b: number) =>
    kept.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
  for (const { a, b } of bridges) {
    if (!union.join(nearest[a]!, nearest[b]!)) continue;
    keep(a, b);
    for (const end of [a, b]) for (let v = end; previous[v] !== -1; v = previous[v]!) keep(v, previous[v]!);
  }
  const roots: number[] = [];
  const groups = terminals.map((_, i) => {
    const root = union.root(i);
    if (!roots.includes(root)) roots.push(root);
    return roots.indexOf(root);
  });
  return { edges: [...kept.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]), groups };
}

/** For every node the terminal nearest to it (its index, -1 out of reach), the way back to it and the distance. */
function voronoi(csr: Csr, terminals: readonly number[], blocked: Uint8Array | undefined) {
  const nearest = new Int32Array(csr.size).fill(-1);
  const previous = new Int32Array(csr.size).fill(-1);
  const distance = new Uint32Array(csr.size);
  const queue: number[] = [];
  terminals.forEach((node, i) => {
    if (nearest[node] === -1) queue.push(node);
    nearest[node] = i;
  });
  for (const v of queue) {
    for (const rows of csr.directed ? [csr, csr.reverse] : [csr]) {
      for (let i = rows.offsets[v]!; i < rows.offsets[v + 1]!; i++) {
        const u = rows.targets[i]!;
        if (nearest[u] !== -1 || (blocked !== undefined && blocked[u] !== 0)) continue;
        nearest[u] = nearest[v]!;
        previous[u] = v;
        distance[u] = distance[v]! + 1;
        queue.push(u);
      }
    }
  }
  return { nearest, previous, distance };
}

class Union {
  readonly #parent: number[];
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }
  root(i: number): number {
    let at = i;
    while (this.#parent[at] !== at) at = this.#parent[at] = this.#parent[this.#parent[at]!]!;
    return at;
  }
  /** False when both were joined already. */
  join(a: number, b: number): boolean {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return false;
    this.#parent[Math.max(x, y)] = Math.min(x, y);
    return true;
  }
}
