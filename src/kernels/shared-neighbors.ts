/** Pairs that are not tied though they share neighbours: what link prediction counts, and what likeness is. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';

/** Scores of a pair, of the degrees k of the neighbours it shares and of those of its own two. */
const SCORES = {
  common: { each: () => 1, whole: (sum: number) => sum },
  /** Adamic & Adar 2003, doi:10.1016/S0378-8733(03)00009-1. */
  adamicAdar: { each: (k: number) => 1 / Math.log(k), whole: (sum: number) => sum },
  /** Zhou, Lü & Zhang 2009, doi:10.1140/epjb/e2009-00335-8. */
  resourceAllocation: { each: (k: number) => 1 / k, whole: (sum: number) => sum },
  /** Shared neighbours as a share of all neighbours of either (Jaccard 1901). */
  jaccard: { each: () => 1, whole: (sum: number, own: number, other: number) => sum / (own + other - sum) },
};
export type PairScore = keyof typeof SCORES;

/** Which pairs are wanted, and how they are scored. */
export interface SharedNeighborsOptions {
  score: PairScore;
  /** How many pairs are given back, best first. */
  top: number;
  /** Only pairs of this node, as `a`. */
  of?: number | undefined;
  /** Tied pairs too. */
  tied?: boolean | undefined;
  /** Neighbours with more ties are passed over as go-betweens: what everybody shares tells nothing, and its pairs are too many. */
  mostTies?: number | undefined;
  /** By node: bit 1 and bit 2 say which end of a pair it may be; either, without it. */
  ends?: Uint8Array | undefined;
}

/** A pair a place, best first, ties by `a`, then `b`; `common` is how many neighbours it shares. `total` says how many pairs there are. */
export interface SharedNeighbors {
  a: Uint32Array;
  b: Uint32Array;
  common: Uint32Array;
  score: Float64Array;
  total: Float64Array;
}

interface Pair {
  a: number;
  b: number;
  common: number;
  score: number;
}

const byScore = (x: Pair, y: Pair) => y.score - x.score || x.a - y.a || x.b - y.b;

/**
 * The pairs of an undirected graph with a shared neighbour, `a` below `b` unless `of` is given. O(Σ of squared degrees) time, O(nodes
 * + top) memory.
 *
 * @throws an `AbortError` when cancelled
 * @example in a square 0-1-2-3 the pairs (0, 2) and (1, 3), each with two shared neighbours and jaccard 1
 */
export function sharedNeighbors(
  { size, offsets, targets }: Csr,
  { score, top, of, tied = false, mostTies = Number.POSITIVE_INFINITY, ends }: SharedNeighborsOptions,
  control?: Control,
): SharedNeighbors {
  const check = checkpoint(control);
  const degree = (v: number) => offsets[v + 1]! - offsets[v]!;
  const { each, whole } = SCORES[score];
  const common = new Uint32Array(size);
  const sums = new Float64Array(size);
  const others = new Uint32Array(size);
  const best: Pair[] = [];
  /** Whoever comes after it is not among the best. */
  let bar: Pair | undefined;
  let total = 0;
  const [from, end] = of === undefined ? [0, size] : [of, of + 1];
  for (let a = from; a < end; a++) {
    check((a - from) / (end - from));
    let found = 0;
    for (let i = offsets[a]!; i < offsets[a + 1]!; i++) {
      const between = targets[i]!;
      if (degree(between) > mostTies) continue;
      const share = each(degree(between));
      for (let j = offsets[between]!; j < offsets[between + 1]!; j++) {
        const b = targets[j]!;
        if (b === a || (of === undefined && b < a)) continue;
        if (common[b] === 0) others[found++] = b;
        common[b]!++;
        sums[b]! += share;
      }
    }
    if (!tied) for (let i = offsets[a]!; i < offsets[a + 1]!; i++) common[targets[i]!] = 0;
    for (let i = 0; i < found; i++) {
      const b = others[i]!;
      if (common[b] !== 0 && mayEnd(ends, a, b)) {
        total++;
        offer({ a, b, common: common[b]!, score: whole(sums[b]!, degree(a), degree(b)) });
      }
      common[b] = 0;
      sums[b] = 0;
    }
  }
  best.sort(byScore).splice(top);
  return {
    a: Uint32Array.from(best, (pair) => pair.a),
    b: Uint32Array.from(best, (pair) => pair.b),
    common: Uint32Array.from(best, (pair) => pair.common),
    score: Float64Array.from(best, (pair) => pair.score),
    total: Float64Array.of(total),
  };

  /** Keeps the best, and some more, so that they are seldom sorted. */
  function offer(pair: Pair): void {
    if (bar !== undefined && byScore(pair, bar) > 0) return;
    best.push(pair);
    if (best.length < 2 * top + 100) return;
    best.sort(byScore).splice(top);
    bar = best.at(-1);
  }
}

function mayEnd(ends: Uint8Array | undefined, a: number, b: number): boolean {
  if (ends === undefined) return true;
  return ((ends[a]! & 1) !== 0 && (ends[b]! & 2) !== 0) || ((ends[a]! & 2) !== 0 && (ends[b]! & 1) !== 0);
}
