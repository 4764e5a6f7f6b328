/** Burt's structural holes: how far an actor's neighbours are tied among themselves. Direction is not read: a tie is a tie. */
import type { Csr } from './csr.js';

/** Constraint and effective size of each node, 0 for one without ties. */
export interface StructuralHoles {
  constraint: Float64Array;
  effectiveSize: Float64Array;
}

/**
 * Constraint: how far a node's ties lead back to one and the same neighbours (Burt 2004, doi:10.1086/421787, equation in Burt 1992):
 * Σ over neighbours j of (p_ij + Σ_q p_iq p_qj)², p being the share of a node's ties that goes to another, ties counted both ways.
 * Effective size: neighbours less their mean number of ties to one another (Borgatti 1997). O(Σ of squared degrees · log degree).
 *
 * @example in a triangle constraint is 1.125 and effective size 1; the centre of a star of three has 1/3 and 3
 */
export function structuralHoles(csr: Csr): StructuralHoles {
  const { size } = csr;
  const neighbors = Array.from({ length: size }, (_, v) => mutual(csr, v));
  const whole = neighbors.map((ties) => [...ties.values()].reduce((a, b) => a + b, 0));
  const result = { constraint: new Float64Array(size), effectiveSize: new Float64Array(size) };
  for (let v = 0; v < size; v++) {
    const ties = neighbors[v]!;
    let among = 0;
    for (const [j, strength] of ties) {
      let share = strength / whole[v]!;
      for (const [q, through] of ties) {
        const onward = neighbors[q]!.get(j);
        if (onward === undefined) continue;
        among++;
        share += (through / whole[v]!) * (onward / whole[q]!);
      }
      result.constraint[v]! += share * share;
    }
    result.effectiveSize[v] = ties.size === 0 ? 0 : ties.size - among / ties.size;
  }
  return result;
}

/** Arcs between a node and each of its neighbours, there and back. */
function mutual(csr: Csr, v: number): Map<number, number> {
  const ties = new Map<number, number>();
  for (const rows of [csr, csr.reverse]) {
    for (let i = rows.offsets[v]!; i < rows.offsets[v + 1]!; i++)
      ties.set(rows.targets[i]!, (ties.get(rows.targets[i]!) ?? 0) + 1);
  }
  return ties;
}
