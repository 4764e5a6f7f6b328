/** Clustering coefficients: how many of a node's neighbours are tied to each other. */
import type { Control } from './control.js';
import type { Csr } from './csr.js';
import { totalDegree } from './degree.js';
import { eachTriangle, withMutualAsTwo } from './triangles.js';

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
  const ties = csr.directed ? withMutualAsTwo(csr) : csr;
  // The values of the caller's own graph are distances or strengths and mean nothing here.
  const arcs = csr.directed ? ties.values : undefined;
  const triangles = new Float64Array(csr.size);
  eachTriangle(ties, control, (a, b, c, ab, ac, bc) => {
    const found = arcs === undefined ? 1 : arcs[ab]! * arcs[ac]! * arcs[bc]!;
    triangles[a]! += found;
    triangles[b]! += found;
    triangles[c]! += found;
  });

  const degrees = totalDegree(csr);
  const coefficients = triangles.map((found, v) => {
    if (found === 0) return 0;
    const ends = degrees[v]! * (degrees[v]! - 1);
    const mutual = degrees[v]! - (ties.offsets[v + 1]! - ties.offsets[v]!);
    return csr.directed ? found / (ends - 2 * mutual) : found / (ends / 2);
  });
  return { triangles, coefficients };
}
