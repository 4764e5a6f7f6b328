/** Neighbours beyond the filters: what an expansion in the address means, and how many neighbours of each entity are hidden. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { Shown } from './filter.js';

/** `both` for symmetric types. As the server reads it, see `expand` of the graph question. */
export type Way = 'out' | 'in' | 'both';

interface Expansion {
  readonly entity: string;
  /** Absent for the entity itself. */
  readonly by?: { readonly way: Way; readonly type: string };
}

/** `out:owns:alpha` → whom Alpha owns; anything else is an entity. */
export function parseExpansion(text: string): Expansion {
  const [, way, type, entity] = /^(out|in|both):([^:]+):(.+)$/s.exec(text) ?? [];
  return way === undefined || type === undefined || entity === undefined
    ? { entity: text }
    : { entity, by: { way: way as Way, type } };
}

/** The relations that an expansion shows, with the rows of their other ends. O(relations). */
export function tiesOf(
  { relations }: GraphAnswer,
  center: number,
  { way, type }: NonNullable<Expansion['by']>,
): { relation: number; other: number }[] {
  const ties: { relation: number; other: number }[] = [];
  relations.type.forEach((each, relation) => {
    if (each !== type) return;
    const from = relations.from[relation]!;
    const to = relations.to[relation]!;
    if (from === center && way !== 'in') ties.push({ relation, other: to });
    else if (to === center && way !== 'out') ties.push({ relation, other: from });
  });
  return ties;
}

const counted = new WeakMap<Shown, Int32Array>();

/**
 * By row, how many neighbours in all that is loaded no visible relation leads to: a filter, the focus or the lens hides them.
 * Computed once for what is shown. O(relations log relations).
 */
export function hiddenNeighbors({ entities, relations }: GraphAnswer, shown: Shown): Int32Array {
  const known = counted.get(shown);
  if (known !== undefined) return known;
  const size = entities.id.length;
  const hidden = Int32Array.from(entities.neighbors);
  const pairs = new Float64Array(shown.visibleRelations);
  let count = 0;
  relations.from.forEach((from, row) => {
    const to = relations.to[row]!;
    if (shown.relations[row] === 0 && from !== to)
      pairs[count++] = Math.min(from, to) * size + Math.max(from, to);
  });
  const sorted = pairs.subarray(0, count).sort();
  sorted.forEach((pair, at) => {
    if (pair === sorted[at - 1]) return;
    hidden[Math.floor(pair / size)]!--;
    hidden[pair % size]!--;
  });
  counted.set(shown, hidden);
  return hidden;
}
