/** Closeness and harmonic centrality: how near a node is to the others. */
import type { Csr } from './csr.js';
import type { DistanceSums } from './distance-bits.js';
import { type DistanceSumsOptions, distanceSums } from './distance-sums.js';

export interface ClosenessOptions extends DistanceSumsOptions {
  /** Wasserman and Faust's correction; true unless refused. */
  corrected?: boolean | undefined;
}

/** One number a node in each. */
export interface Closeness {
  closeness: Float64Array;
  harmonic: Float64Array;
}

/**
 * Closeness and harmonic centrality of every node over distances *outward* along arcs. NetworkX measures inward: pass
 * `csr.reverse` for its numbers on a directed graph. Harmonic is the plain sum of 1/distance (Boldi & Vigna 2014,
 * doi:10.1080/15427951.2013.865686). Cost and errors as `distanceSums`.
 *
 * @example closeness(path0to1to2) // closeness [2/3, 1, 2/3], harmonic [1.5, 2, 1.5]
 */
export function closeness(csr: Csr, { corrected = true, ...options }: ClosenessOptions = {}): Closeness {
  const sums = distanceSums(csr, options);
  return { closeness: closenessOf(sums, corrected), harmonic: sums.near };
}

/**
 * With r the number of others that v reaches and s the sum of their distances, closeness is r/s, times r/(n − 1) when corrected
 * (Wasserman & Faust 1994, doi:10.1017/CBO9780511815478), so that a small component does not shine; 0 where nothing is
 * reached. O(nodes).
 *
 * @example closenessOf(distanceSums(path0to1to2), true) // [2/3, 1, 2/3]
 */
export function closenessOf({ reached, far }: DistanceSums, corrected: boolean): Float64Array {
  return reached.map((others, v) => {
    if (others === 0) return 0;
    return (others / far[v]!) * (corrected ? others / (reached.length - 1) : 1);
  });
}
