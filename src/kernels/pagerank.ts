/** PageRank: how often a walker who follows ties, and sometimes starts afresh, stands at a node. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { sweepsKernel, type Walk } from './pagerank-sweeps.js';
import { wasmSweepsKernel } from './wasm-sweeps.js';

export interface PagerankOptions {
  /** Chance of following an arc instead of starting afresh; at least 0, below 1; 0.85 unless said. */
  damping?: number | undefined;
  /** Arcs are followed in proportion to `csr.values`, strengths of at least 0; otherwise evenly. */
  valued?: boolean | undefined;
  /** Where fresh starts land: one number a node, at least 0, with a sum above 0; evenly unless said. */
  personalisation?: Float64Array | undefined;
  control?: Control | undefined;
}

/** Sum of changes in one sweep, as a share of all, below which the scores stand. */
const tolerance = 1e-12;

/**
 * PageRank of every node (Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X); sums to 1, over no nodes to 0. As in NetworkX a
 * node without arcs outward (or with strengths all 0) hands its share to where fresh starts land, and an undirected edge is followed
 * both ways.
 *
 * What such nodes hand on goes where fresh starts go, so it only scales the solution of x = fresh + damping · Pᵀx, which is found by
 * sweeps that use new scores at once and, in an undirected graph, go farther than told: its matrix is symmetric but for a scale, so
 * that any factor below 2 converges, and the one taken is best where neighbours of neighbours are no neighbours (Young 1954,
 * doi:10.1090/S0002-9947-1954-0059635-7). Since the scale is free, each sweep takes fresh starts by the unit in which the scores it
 * found would balance as a whole: the slowest part of the error, that of the sum, is gone at once (Koury, McAllister & Stewart 1984,
 * doi:10.1137/0605019, with one aggregate). O(arcs) a sweep; at damping 0.85 about 30 of them. They run in WebAssembly where there is a
 * build: two to three times as fast there, for V8 asks of each number whether it lies in its array.
 *
 * @throws RangeError on a damping, strength or personalisation outside its range; an `AbortError` when cancelled
 * @example pagerank(arc0to1, { damping: 0.5 }) // [0.4, 0.6]
 */
export function pagerank(csr: Csr, options: PagerankOptions = {}): Float64Array {
  const { size } = csr;
  const damping = options.damping ?? 0.85;
  if (!(damping >= 0 && damping < 1)) throw new RangeError(`Damping must be in [0, 1), but is ${damping}`);
  if (size === 0) return new Float64Array(0);
  const fresh = freshStarts(size, options.personalisation);
  const outward = outwardStrengths(csr, options.valued === true);
  const check = checkpoint(options.control);
  const farther = csr.directed ? 1 : 2 / (1 + Math.sqrt(1 - damping ** 2));
  // Plain sweeps shrink the distance to the limit by the damping, and these are no slower.
  const most = damping === 0 ? 1 : Math.ceil(Math.log(tolerance / 2) / Math.log(damping)) + 1;
  const keepers = nodesWithout(outward);
  // What a node without arcs keeps is the same by any strength.
  for (const v of keepers) outward[v] = 1;
  const strengths = options.valued === true ? csr.reverse.values : undefined;
  const walk: Walk = { inward: csr.reverse, strengths, outward, fresh, damping, farther };
  const { perStrength, sweep } = wasmSweepsKernel(walk) ?? sweepsKernel(walk);
  perStrength.set(fresh.map((share, v) => share / outward[v]!));
  let unit = 1;
  for (let iteration = 0; iteration < most; iteration++) {
    check(iteration / most);
    const { change, sum } = sweep(unit);
    if (change <= tolerance * sum) break;
    let handedOn = sum;
    for (const v of keepers) handedOn -= perStrength[v]!;
    unit = sum - damping * handedOn;
  }
  return shares(outward.map((strength, v) => strength * perStrength[v]!));
}

function freshStarts(size: number, personalisation: Float64Array | undefined): Float64Array {
  if (personalisation === undefined) return new Float64Array(size).fill(1 / size);
  if (personalisation.length !== size) {
    throw new RangeError(`Personalisation has ${personalisation.length} entries for ${size} nodes`);
  }
  requireStrengths(personalisation, 'personalisation');
  if (personalisation.every((value) => value === 0)) throw new RangeError('Personalisation is 0 everywhere');
  return shares(personalisation);
}

/** Sums of strengths of arcs outward. */
function outwardStrengths(csr: Csr, valued: boolean): Float64Array {
  const { size, offsets, values } = csr;
  const sums = new Float64Array(size);
  if (!valued) return sums.map((_, v) => offsets[v + 1]! - offsets[v]!);
  if (values === undefined) throw new RangeError('Strengths are asked for, but the arcs carry no values');
  requireStrengths(values, 'strength of an arc');
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) sums[v]! += values[i]!;
  }
  return sums;
}

/** Nodes that hand nothing on. */
function nodesWithout(strengths: Float64Array): number[] {
  const nodes: number[] = [];
  for (let v = 0; v < strengths.length; v++) if (strengths[v] === 0) nodes.push(v);
  return nodes;
}

function requireStrengths(values: Float64Array, what: string): void {
  const bad = values.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (bad !== -1) {
    throw new RangeError(`The ${what} must be finite and at least 0, but number ${bad} is ${values[bad]}`);
  }
}

function shares(values: Float64Array): Float64Array {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / sum);
}
