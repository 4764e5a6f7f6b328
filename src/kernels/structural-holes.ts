/** Burt's structural holes: how far an actor's neighbours are tied among themselves. Direction is not read: a tie is a tie. */
import type { Control } from './control.js';
import { arcsBack, type Csr } from './csr.js';
import { eachTriangle, withMutualAsTwo } from './triangles.js';

/** Constraint and effective size of each node, 0 for one without ties. */
export interface StructuralHoles {
  constraint: Float64Array;
  effectiveSize: Float64Array;
}

/**
 * Constraint: how far a node's ties lead back to one and the same neighbours (Burt 2004, doi:10.1086/421787, equation in Burt 1992):
 * Σ over neighbours j of (p_ij + Σ_q p_iq p_qj)², p being the share of a node's ties that goes to another, ties counted both ways.
 * Effective size: neighbours less their mean number of ties to one another (Borgatti 1997). O(arcs^1.5).
 *
 * @throws an `AbortError` when cancelled
 * @example in a triangle constraint is 1.125 and effective size 1; the centre of a star of three has 1/3 and 3
 */
export function structuralHoles(csr: Csr, control?: Control): StructuralHoles {
  const { size } = csr;
  const ties = csr.directed ? withMutualAsTwo(csr) : csr;
  const { offsets } = ties;
  const share = sharesOf(ties, csr.directed ? ties.values : undefined);
  const back = arcsBack(ties);
  // By arc: the share of its own, and those of the ways through one neighbour more.
  const whole = share.slice();
  const triangles = new Float64Array(size);
  eachTriangle(ties, control, (a, b, c, ab, ac, bc) => {
    const [ba, ca, cb] = [back[ab]!, back[ac]!, back[bc]!];
    whole[ab]! += share[ac]! * share[cb]!;
    whole[ac]! += share[ab]! * share[bc]!;
    whole[ba]! += share[bc]! * share[ca]!;
    whole[bc]! += share[ba]! * share[ac]!;
    whole[ca]! += share[cb]! * share[ba]!;
    whole[cb]! += share[ca]! * share[ab]!;
    triangles[a]!++;
    triangles[b]!++;
    triangles[c]!++;
  });
  const constraint = new Float64Array(size);
  const effectiveSize = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    const degree = offsets[v + 1]! - offsets[v]!;
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) constraint[v]! += whole[i]! * whole[i]!;
    effectiveSize[v] = degree === 0 ? 0 : degree - (2 * triangles[v]!) / degree;
  }
  return { constraint, effectiveSize };
}

/** For each arc its part of what leaves its node. */
function sharesOf({ size, offsets, targets }: Csr, strengths: Float64Array | undefined): Float64Array {
  const shares = strengths?.slice() ?? new Float64Array(targets.length).fill(1);
  for (let v = 0; v < size; v++) {
    const row = shares.subarray(offsets[v], offsets[v + 1]);
    const sum = row.reduce((a, b) => a + b, 0);
    for (let i = 0; i < row.length; i++) row[i]! /= sum;
  }
  return shares;
}
