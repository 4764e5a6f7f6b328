/** Pairs that are not tied though they share neighbours: what link prediction counts, and what likeness is. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';

/** Scores of one pair: how many neighbours it shares, and how telling those are. */
export interface SharedNeighbors {
  a: number;
  b: number;
  common: number;
  /** Σ 1 / ln k over shared neighbours of degree k (Adamic & Adar 2003, doi:10.1016/S0378-8733(03)00009-1). */
  adamicAdar: number;
  /** Σ 1 / k (Zhou, Lü & Zhang 2009, doi:10.1140/epjb/e2009-00335-8). */
  resourceAllocation: number;
  /** Shared neighbours as a share of all neighbours of either (Jaccard 1901). */
  jaccard: number;
}

/**
 * The pairs of an undirected graph with a shared neighbour, `a` below `b`; those of one node only when `of` is given, as `a`.
 * Tied pairs are left out unless `tied`. Hubs of more than `mostTies` neighbours are passed over as go-betweens: what everybody
 * shares tells nothing, and its pairs are too many. O(Σ of squared degrees).
 *
 * @example in a square 0-1-2-3 the pairs (0, 2) and (1, 3), each with two shared neighbours and jaccard 1
 */
export function sharedNeighbors(
  csr: Csr,
  {
    of,
    tied = false,
    mostTies = 1_000,
    control,
  }: { of?: number; tied?: boolean; mostTies?: number; control?: Control },
): SharedNeighbors[] {
  const { size, offsets, targets } = csr;
  const check = checkpoint(control);
  const degree = (v: number) => offsets[v + 1]! - offsets[v]!;
  const found: SharedNeighbors[] = [];
  for (let a = of ?? 0; a < (of === undefined ? size : of + 1); a++) {
    check(a / size);
    const pairs = new Map<number, SharedNeighbors>();
    for (let i = offsets[a]!; i < offsets[a + 1]!; i++) {
      const between = targets[i]!;
      if (degree(between) > mostTies) continue;
      for (let j = offsets[between]!; j < offsets[between + 1]!; j++) {
        const b = targets[j]!;
        if (b === a || (of === undefined && b < a)) continue;
        const pair = pairs.get(b) ?? { a, b, common: 0, adamicAdar: 0, resourceAllocation: 0, jaccard: 0 };
        pair.common++;
        pair.adamicAdar += 1 / Math.log(degree(between));
        pair.resourceAllocation += 1 / degree(between);
        pairs.set(b, pair);
      }
    }
    if (!tied) for (let i = offsets[a]!; i < offsets[a + 1]!; i++) pairs.delete(targets[i]!);
    for (const pair of pairs.values()) {
      pair.jaccard = pair.common / (degree(a) + degree(pair.b) - pair.common);
      found.push(pair);
    }
  }
  return found;
}
