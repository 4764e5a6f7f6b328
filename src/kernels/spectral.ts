/** Measures by repeated multiplication: eigenvector and Katz centrality, hubs and authorities. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';

const TOLERANCE = 1e-13;
const MOST_ITERATIONS = 5_000;

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
 * doi:10.1007/BF02289026). The factor is 1 / (1 + the greatest sum of strengths that leads into a node), which always converges;
 * every walk starts with 1. O(arcs) an iteration.
 *
 * @example on a pair: 0.707 each
 */
export function katz(csr: Csr, control?: Control): Float64Array {
  const most = multiply(csr.reverse, new Float64Array(csr.size).fill(1)).reduce((a, b) => Math.max(a, b), 0);
  const factor = 1 / (1 + most);
  const scores = fixpoint(csr.size, control, (known) =>
    multiply(csr.reverse, known).map((value) => factor * value + 1),
  );
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

/** Repeats a linear step, scaled to length 1 each time, until nothing changes. */
function iterate(
  size: number,
  control: Control | undefined,
  step: (scores: Float64Array) => Float64Array,
): Float64Array {
  const start = new Float64Array(size).fill(size === 0 ? 0 : 1 / Math.sqrt(size));
  return fixpoint(size, control, (scores) => scaled(step(scores), 'length'), start);
}

function fixpoint(
  size: number,
  control: Control | undefined,
  step: (scores: Float64Array) => Float64Array,
  start = new Float64Array(size),
): Float64Array {
  const check = checkpoint(control);
  let scores: Float64Array = start;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    check(iteration / MOST_ITERATIONS);
    const next = step(scores);
    let change = 0;
    for (let v = 0; v < size; v++) change = Math.max(change, Math.abs(next[v]! - scores[v]!));
    scores = next;
    if (change < TOLERANCE) return scores;
  }
  throw new RangeError(`The scores do not settle within ${MOST_ITERATIONS} iterations`);
}

/** Divided by their length (or their sum); zeros stay. */
function scaled(scores: Float64Array, by: 'length' | 'sum'): Float64Array {
  let whole = 0;
  for (const score of scores) whole += by === 'sum' ? score : score * score;
  if (by === 'length') whole = Math.sqrt(whole);
  return whole === 0 ? scores : scores.map((score) => score / whole);
}
