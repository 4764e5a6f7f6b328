/** Sums of distances by searches from many sources at once, a bit for each: the plain twin of `wasm/distance-bits.ts`. */
import type { Csr } from './csr.js';

/** Each node's numbers over the others it reaches, one a node in each. */
export interface DistanceSums {
  /** How many others. */
  reached: Float64Array;
  /** The sum of their distances. */
  far: Float64Array;
  /** The sum of 1 / distance. */
  near: Float64Array;
  /** No sum: the greatest of their distances, 0 without any. */
  farthest: Float64Array;
}

/** Sources that fill words of 32, in the order in which they are to be taken. */
export interface SourceWords {
  /** 32 a word; `noSource` where there is none. */
  readonly sources: Uint32Array;
  /** For each word, how many nodes each of its sources stands for. */
  readonly strengths: Uint32Array;
}

export const noSource = 0xffffffff;
export const wordBits = 32;

/** What searches from some words at a time. */
export interface BitsKernel {
  /** Words that are searched from side by side. */
  readonly words: number;
  /** Adds to the sums of every node what lies on the paths from it to the sources of the words `first .. first + words - 1`. */
  run(first: number): void;
  /** The sums since this was last called. */
  takeSums(): DistanceSums;
}

/**
 * After Then et al. 2014, The more the merrier (doi:10.14778/2735496.2735507): one search from 32 sources, in which a node's word
 * holds the sources on whose front it is, and a step along all arcs is a disjunction of words. Searches go against the arcs, from the
 * ends of paths: then every node adds up its own distances, by counting bits, and the sums over parts of the sources are sums.
 *
 * O(levels · arcs) for 32 sources; memory 12 bytes a node.
 */
export function bitsKernel(csr: Csr, { sources, strengths }: SourceWords): BitsKernel {
  const { size, offsets, targets } = csr;
  let sums = sumsOver(size);
  const seen = new Uint32Array(size);
  let front = new Uint32Array(size);
  let next = new Uint32Array(size);
  const takeSums = () => {
    const taken = sums;
    sums = sumsOver(size);
    return taken;
  };
  return { words: 1, run, takeSums };

  function run(first: number): void {
    seen.fill(0);
    front.fill(0);
    let all = 0;
    for (let bit = 0; bit < wordBits; bit++) {
      const source = sources[first * wordBits + bit]!;
      if (source === noSource) continue;
      front[source]! |= 1 << bit;
      all |= 1 << bit;
    }
    seen.set(front);
    let isMoving = true;
    for (let steps = 1; isMoving; steps++) {
      isMoving = false;
      for (let node = 0; node < size; node++) {
        const unseen = all & ~seen[node]!;
        let found = 0;
        if (unseen !== 0) {
          for (let i = offsets[node]!, end = offsets[node + 1]!; i < end; i++) found |= front[targets[i]!]!;
          found &= unseen;
        }
        next[node] = found;
        if (found === 0) continue;
        isMoving = true;
        seen[node]! |= found;
        const count = bitsIn(found) * strengths[first]!;
        sums.reached[node]! += count;
        sums.far[node]! += count * steps;
        sums.near[node]! += count / steps;
        sums.farthest[node] = Math.max(sums.farthest[node]!, steps);
      }
      [front, next] = [next, front];
    }
  }
}

export function sumsOver(size: number): DistanceSums {
  const column = () => new Float64Array(size);
  return { reached: column(), far: column(), near: column(), farthest: column() };
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
