/** Clustering coefficients: how many of a node's neighbours are tied to each other. */
import { type Control, checkpoint } from './control.js';
import { buildCsr, type Csr } from './csr.js';
import { totalDegree } from './degree.js';

/** One number a node in each; `coefficients` lie in 0..1. */
export interface Clustering {
  triangles: Float64Array;
  coefficients: Float64Array;
}

/**
 * Triangles through every node and their share of those possible; 0 where none is possible. Undirected: Watts & Strogatz 1998
 * (doi:10.1038/30918). Directed: Fagiolo 2007 (doi:10.1103/PhysRevE.76.026107), where three nodes make up to eight triangles,
 * one for each choice of an arc between each two, and all count, as in NetworkX.
 *
 * Each triangle is found once, from its node of least degree: O(arcs^1.5).
 *
 * @throws an `AbortError` when cancelled
 * @example clustering(triangle0to1to2WithLeaf3on0).coefficients // [1/3, 1, 1, 0]
 */
export function clustering(csr: Csr, control?: Control): Clustering {
  const { size } = csr;
  const ties = csr.directed ? withMutualAsTwo(csr) : csr;
  const { offsets, targets } = ties;
  // The values of the caller's own graph are distances or strengths and mean nothing here.
  const arcs = csr.directed ? ties.values : undefined;
  const check = checkpoint(control);
  const triangles = new Float64Array(size);
  const degreeOf = (v: number) => offsets[v + 1]! - offsets[v]!;
  const isBefore = (a: number, b: number) =>
    degreeOf(a) < degreeOf(b) || (degreeOf(a) === degreeOf(b) && a < b);
  const arcsTo = (i: number) => (arcs === undefined ? 1 : arcs[i]!);

  // Arcs between the node at hand and each of its later neighbours; 0 for all others.
  const marked = new Uint8Array(size);
  for (let a = 0; a < size; a++) {
    check(a / size);
    const end = offsets[a + 1]!;
    for (let i = offsets[a]!; i < end; i++) {
      const b = targets[i]!;
      if (isBefore(a, b)) marked[b] = arcsTo(i);
    }
    for (let i = offsets[a]!; i < end; i++) {
      const b = targets[i]!;
      if (marked[b] === 0) continue;
      for (let j = offsets[b]!, last = offsets[b + 1]!; j < last; j++) {
        const c = targets[j]!;
        if (marked[c] === 0 || !isBefore(b, c)) continue;
        const found = marked[b]! * marked[c]! * arcsTo(j);
        triangles[a]! += found;
        triangles[b]! += found;
        triangles[c]! += found;
      }
    }
    for (let i = offsets[a]!; i < end; i++) marked[targets[i]!] = 0;
  }

  const degrees = totalDegree(csr);
  const coefficients = triangles.map((found, v) => {
    if (found === 0) return 0;
    const ends = degrees[v]! * (degrees[v]! - 1);
    const mutual = degrees[v]! - degreeOf(v);
    return csr.directed ? found / (ends - 2 * mutual) : found / (ends / 2);
  });
  return { triangles, coefficients };
}

/** The undirected graph of a directed one, with the number of arcs between two nodes, 1 or 2, as the value. */
function withMutualAsTwo(csr: Csr): Csr {
  const from = new Uint32Array(csr.targets.length);
  for (let v = 0; v < csr.size; v++) from.fill(v, csr.offsets[v]!, csr.offsets[v + 1]!);
  return buildCsr(csr.size, from, csr.targets, false, { parallel: 'sum' });
}
