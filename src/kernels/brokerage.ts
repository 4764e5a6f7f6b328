/** Gould and Fernandez' brokers: who passes between two that are not tied, and from which group to which. */
import type { Csr } from './csr.js';

export const BROKERAGE_ROLES = [
  'coordinator',
  'consultant',
  'gatekeeper',
  'representative',
  'liaison',
] as const;
export type BrokerageRole = (typeof BROKERAGE_ROLES)[number];

/**
 * For each node the number of open two-step ways u → v → w (no arc u → w) in which it is the middle, by role (Gould & Fernandez
 * 1989, doi:10.2307/270949): coordinator, all three of one group; consultant, the ends of one group and v of another; gatekeeper,
 * v and w of one and u of another; representative, u and v of one and w of another; liaison, three groups. On an undirected graph
 * every way counts once in each direction. O(Σ in-degree · out-degree · log degree).
 *
 * @param groups a number a node
 * @example a(1) → b(1) → c(2): b is a representative once
 */
export function brokerage(csr: Csr, groups: ArrayLike<number>): Record<BrokerageRole, Float64Array> {
  const { size, offsets, targets, reverse } = csr;
  const roles = Object.fromEntries(BROKERAGE_ROLES.map((role) => [role, new Float64Array(size)])) as Record<
    BrokerageRole,
    Float64Array
  >;
  for (let v = 0; v < size; v++) {
    for (let i = reverse.offsets[v]!; i < reverse.offsets[v + 1]!; i++) {
      const u = reverse.targets[i]!;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
        const w = targets[j]!;
        if (w !== u && !hasArc(csr, u, w)) roles[roleOf(groups[u]!, groups[v]!, groups[w]!)][v]!++;
      }
    }
  }
  return roles;
}

function roleOf(from: number, broker: number, to: number): BrokerageRole {
  if (from === to) return from === broker ? 'coordinator' : 'consultant';
  if (broker === to) return 'gatekeeper';
  return from === broker ? 'representative' : 'liaison';
}

function hasArc({ offsets, targets }: Csr, from: number, to: number): boolean {
  let low = offsets[from]!;
  let high = offsets[from + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle]! < to) low = middle + 1;
    else high = middle;
  }
  return low < offsets[from + 1]! && targets[low] === to;
}
