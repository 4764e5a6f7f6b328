/** Measures by repeated multiplication: eigenvector and Katz centrality, hubs and authorities. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';

const TOLERANCE = 1e-13;
const MOST_ITERATIONS = 5_000;
const UNSETTLED = `the scores do not settle within ${MOST_ITERATIONS} iterations; PageRank does on every graph`;

/**
 * The eigenvector of the greatest eigenvalue, of length 1: a node counts by those that point to it (Bonacich 1987,
 * doi:10.1086/228631). Strengths in `csr.values` are used where present. Undirected by Lanczos' method; directed by iterating with A + 1,
 * which has the same eigenvectors and converges where circles have the same length too. O(arcs) an iteration.
 *
 * @throws RangeError when it does not settle, as on directed graphs without circles; an `AbortError` when cancelled
 * @example on a star of three leaves: centre 0.707, leaves 0.408
 */
export function eigenvector(csr: Csr, control?: Control): Float64Array {
  if (!csr.directed) return lanczos(csr.size, control, (scores) => multiply(csr, scores));
  return iterate(csr.size, control, (scores) => {
    const next = multiply(csr.reverse, scores);
    return next.map((value, v) => value + scores[v]!);
  });
}

/**
 * Katz centrality, of length 1: all walks that end at a node, shorter by a factor for every step (Katz 1953,
 * doi:10.1007/BF02289026). The factor is 1 / (1 + the greatest sum of strengths that leads into a node), with which it exists on every
 * graph; every walk starts with 1. Solved by stabilised biconjugate gradients (van der Vorst 1992, doi:10.1137/0913035), O(arcs) an
 * iteration: to add up the walks themselves would take as many steps as that sum is great.
 *
 * @throws RangeError when it does not settle; an `AbortError` when cancelled
 * @example on a pair: 0.707 each
 */
export function katz(csr: Csr, control?: Control): Float64Array {
  const check = checkpoint(control);
  const scores = new Float64Array(csr.size).fill(1);
  const most = multiply(csr.reverse, scores).reduce((a, b) => Math.max(a, b), 0);
  const factor = 1 / (1 + most);
  /** Scores less what the others hand on; of the scores sought this is 1 everywhere. */
  const own = (of: Float64Array) => multiply(csr.reverse, of).map((value, v) => of[v]! - factor * value);
  let rest = own(scores).map((value) => 1 - value);
  const shadow = rest;
  let step = rest;
  let fit = dot(shadow, rest);
  for (let iteration = 0; !(dot(rest, rest) <= TOLERANCE ** 2 * dot(scores, scores)); iteration++) {
    check(iteration / MOST_ITERATIONS);
    if (!(iteration < MOST_ITERATIONS && fit !== 0)) throw new RangeError(UNSETTLED);
    const along = own(step);
    const far = fit / dot(shadow, along);
    const half = rest.map((value, v) => value - far * along[v]!);
    const across = own(half);
    const wide = dot(across, half) / (dot(across, across) || 1);
    const before = fit;
    for (let v = 0; v < scores.length; v++) scores[v]! += far * step[v]! + wide * half[v]!;
    rest = half.map((value, v) => value - wide * across[v]!);
    fit = dot(shadow, rest);
    const turn = (fit / before) * (far / wide);
    step = rest.map((value, v) => value + turn * (step[v]! - wide * along[v]!));
  }
  return scaled(scores, 'length');
}

/**
 * Hubs point to good authorities, authorities are pointed to by good hubs; each sums to 1 (Kleinberg 1999,
 * doi:10.1145/324133.324140). On an undirected graph both are the same. O(arcs) an iteration.
 *
 * @throws RangeError when it does not settle; an `AbortError` when cancelled
 * @example two nodes that point to a third: hubs 0.5, 0.5, 0; authorities 0, 0, 1
 */
export function hits(csr: Csr, control?: Control): { hubs: Float64Array; authorities: Float64Array } {
  const hubs =
    csr.targets.length === 0
      ? new Float64Array(csr.size)
      : lanczos(csr.size, control, (known) => multiply(csr, multiply(csr.reverse, known)));
  return { hubs: scaled(hubs, 'sum'), authorities: scaled(multiply(csr.reverse, hubs), 'sum') };
}

/** The sums, over each node's arcs, of strength times the target's score. */
function multiply({ size, offsets, targets, values }: Csr, scores: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    let sum = 0;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++)
      sum += scores[targets[i]!]! * (values === undefined ? 1 : values[i]!);
    sums[v] = sum;
  }
  return sums;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, v) => sum + value * b[v]!, 0);

/** Vectors of a basis: more settle in fewer steps, and each is compared with all before. */
const BASIS = 24;

/**
 * The eigenvector of the greatest eigenvalue of a symmetric step without negative entries: the best that a basis of the start and what
 * the step makes of it, time and again, holds; then anew from there (Lanczos 1950, doi:10.6028/jres.045.026). Where the second greatest
 * eigenvalue is near, it takes the square root of what plain repetition would.
 */
function lanczos(
  size: number,
  control: Control | undefined,
  step: (scores: Float64Array) => Float64Array,
): Float64Array {
  const check = checkpoint(control);
  let scores: Float64Array = new Float64Array(size).fill(1 / Math.sqrt(size));
  for (let iteration = 0; iteration < MOST_ITERATIONS; ) {
    const basis = [scores];
    /** What the step is within the basis: its diagonal, and beside it. */
    const diagonal: number[] = [];
    const beside: number[] = [];
    let scale = 0;
    for (;;) {
      check(iteration++ / MOST_ITERATIONS);
      const last = basis.at(-1)!;
      const next = step(last);
      diagonal.push(dot(next, last));
      // Twice, for what the first time leaves in rounding.
      for (const each of [...basis, ...basis]) {
        const share = dot(next, each);
        for (let v = 0; v < size; v++) next[v]! -= share * each[v]!;
      }
      const left = Math.sqrt(dot(next, next));
      beside.push(left);
      scale = Math.max(scale, Math.abs(diagonal.at(-1)!), left);
      if (left <= TOLERANCE * scale || basis.length === BASIS) break;
      basis.push(next.map((value) => value / left));
    }
    const shares = greatest(diagonal, beside);
    const found = new Float64Array(size);
    basis.forEach((each, i) => {
      for (let v = 0; v < size; v++) found[v]! += shares[i]! * each[v]!;
    });
    const sign = found.reduce((a, b) => a + b, 0) < 0 ? -1 : 1;
    scores = scaled(
      found.map((value) => Math.max(0, sign * value)),
      'length',
    );
    if (Math.abs(shares.at(-1)! * beside.at(-1)!) <= TOLERANCE * scale) return scores;
  }
  throw new RangeError(UNSETTLED);
}

/** The eigenvector of the greatest eigenvalue of a symmetric matrix with three diagonals: what squaring it time and again leaves. */
function greatest(diagonal: readonly number[], beside: readonly number[]): number[] {
  const most = Math.max(...diagonal.map(Math.abs)) + 2 * Math.max(...beside) || 1;
  // Shifted, so that none is less than 0: the greatest is then the greatest in size.
  let power = diagonal.map((value, i) =>
    diagonal.map((_, j) =>
      i === j ? value / most + 1 : Math.abs(i - j) === 1 ? beside[Math.min(i, j)]! / most : 0,
    ),
  );
  for (let doubling = 0; doubling < 40; doubling++) {
    const square = power.map((row) =>
      power.map((column) => row.reduce((sum, value, k) => sum + value * column[k]!, 0)),
    );
    const trace = square.reduce((sum, row, i) => sum + row[i]!, 0);
    power = square.map((row) => row.map((value) => value / trace));
  }
  const clearest = power.reduce((best, row, i) => (row[i]! > power[best]![best]! ? i : best), 0);
  const column = power[clearest]!;
  const length = Math.hypot(...column);
  return column.map((value) => value / length);
}

/** Repeats a linear step, scaled to length 1 each time, until nothing changes. */
function iterate(
  size: number,
  control: Control | undefined,
  step: (scores: Float64Array) => Float64Array,
): Float64Array {
  const check = checkpoint(control);
  let scores: Float64Array = new Float64Array(size).fill(1 / Math.sqrt(size));
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    check(iteration / MOST_ITERATIONS);
    const next = scaled(step(scores), 'length');
    let change = 0;
    for (let v = 0; v < size; v++) change = Math.max(change, Math.abs(next[v]! - scores[v]!));
    scores = next;
    if (change < TOLERANCE) return scores;
  }
  throw new RangeError(UNSETTLED);
}

/** Divided by their length (or their sum); zeros stay. */
function scaled(scores: Float64Array, by: 'length' | 'sum'): Float64Array {
  let whole = 0;
  for (const score of scores) whole += by === 'sum' ? score : score * score;
  if (by === 'length') whole = Math.sqrt(whole);
  return whole === 0 ? scores : scores.map((score) => score / whole);
}
