/** Sweeps of PageRank over all nodes: the plain twin of `wasm/pagerank-sweeps.ts`. */
import type { Csr } from './csr.js';

/** What the walker does: one number a node each, strengths one an arc inward. */
export interface Walk {
  inward: Csr;
  /** Undefined when all arcs count alike. */
  strengths: Float64Array | undefined;
  /** Above 0. */
  outward: Float64Array;
  fresh: Float64Array;
  damping: number;
  /** How many times as far as told scores move. */
  farther: number;
}

/** Scores, and what moves them. */
export interface SweepsKernel {
  /** Score of each node by the unit of its strength outward: what an arc hands on is this by its own strength. */
  readonly perStrength: Float64Array;
  /** Moves every score, in place, with so many fresh starts; tells by how much in all, and what they sum up to. */
  sweep(unit: number): { change: number; sum: number };
}

/** O(arcs) a sweep, which takes new scores at once. */
export function sweepsKernel(walk: Walk): SweepsKernel {
  const { inward, strengths, outward, fresh, damping, farther } = walk;
  const { size, offsets, targets: origins } = inward;
  const perStrength = new Float64Array(size);
  const sweep = (unit: number) => {
    let change = 0;
    let sum = 0;
    for (let v = 0; v < size; v++) {
      const end = offsets[v + 1]!;
      let arriving = 0;
      for (let i = offsets[v]!; i < end; i++) {
        const score = perStrength[origins[i]!]!;
        arriving += strengths === undefined ? score : score * strengths[i]!;
      }
      const before = perStrength[v]!;
      const step = farther * ((unit * fresh[v]! + damping * arriving) / outward[v]! - before);
      perStrength[v] = before + step;
      change += Math.abs(step) * outward[v]!;
      sum += (before + step) * outward[v]!;
    }
    return { change, sum };
  };
  return { perStrength, sweep };
}
