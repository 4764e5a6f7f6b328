/** Gould and Fernandez' brokers: who passes between two that are not tied, and from which group to which. */
import { type Control, checkpoint } from './control.js';
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
 * every way counts once in each direction. O(Σ in-degree · out-degree).
 *
 * @param groups a number a node
 * @throws an `AbortError` when cancelled
 * @example a(1) → b(1) → c(2): b is a representative once
 */
export function brokerage(
  { size, offsets, targets }: Csr,
  groups: ArrayLike<number>,
  control?: Control,
): Record<BrokerageRole, Float64Array> {
  const roles = Object.fromEntries(BROKERAGE_ROLES.map((role) => [role, new Float64Array(size)])) as Record<
    BrokerageRole,
    Float64Array
  >;
  const check = checkpoint(control);
  /** Whom a way from `u` may not end at: those that `u` has an arc to, and itself. They bear its number, counted from 1. */
  const near = new Uint32Array(size);
  for (let u = 0; u < size; u++) {
    near[u] = u + 1;
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) near[targets[i]!] = u + 1;
    for (let i = offsets[u]!; i < offsets[u + 1]!; i++) {
      check(u / size);
      const v = targets[i]!;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
        const w = targets[j]!;
        if (near[w] !== u + 1) roles[roleOf(groups[u]!, groups[v]!, groups[w]!)][v]!++;
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
