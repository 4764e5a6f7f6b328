/** Measures by repeated multiplication: eigenvector and Katz centrality, hubs and authorities. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';

const TOLERANCE = 1e-13;
const MOST_ITERATIONS = 5_000;
const UNSETTLED = `the scores do not settle within ${MOST_ITERATIONS} iterations; PageRank does on every graph`;

/**
 * The eigenvector of the greatest eigenvalue, of length 1: a node counts by those that point to it (Bonacich 1987,
 * doi:10.1086/228631). Strengths in `csr.values` are used where present. Iterates with A + 1, which has the same eigenvectors and
 * converges on bipartite graphs too. O(arcs) an iteration.
 *
 * @throws RangeError when it does not settle, as on directed graphs without cycles; an `AbortError` when cancelled
 * @example on a star of three leaves: centre 0.707, leaves 0.408
 */
export function eigenvector(csr: Csr, control?: Control): Float64Array {
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
  const hubs = iterate(csr.size, control, (known) => multiply(csr, multiply(csr.reverse, known)));
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
