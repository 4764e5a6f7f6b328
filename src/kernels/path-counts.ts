/**
 * Numbers of shortest paths, which grow exponentially (a chain of n diamonds has 2ⁿ) and pass the range of Float64 near 1,024 diamonds.
 * One is therefore held as `count × 2^(512 · shift)`: only ratios of them enter a score, and a term lost in aligning two shifts is below
 * 2⁻⁵¹² of the sum.
 */
export interface PathCounts {
  readonly count: Float64Array;
  readonly shift: Uint32Array;
  /** Whether any shift is above 0. */
  isShifted: boolean;
}

/** Counts are kept below this by moving whole powers of it into their shift. */
export const limit = 2 ** 512;

/** For a count that has passed the limit. */
export function raiseShift(paths: PathCounts, at: number): void {
  paths.count[at]! /= limit;
  paths.shift[at]!++;
  paths.isShifted = true;
}

/** Adds to the count at `to` this many paths at this shift, at the greater of the two shifts. */
export function addPaths({ count, shift }: PathCounts, to: number, paths: number, at: number): void {
  const gap = at - shift[to]!;
  if (gap <= 0) {
    count[to]! += paths * limit ** gap;
  } else {
    count[to] = count[to]! * limit ** -gap + paths;
    shift[to] = at;
  }
}
