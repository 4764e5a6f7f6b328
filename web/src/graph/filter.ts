/**
 * Which rows of the loaded columns are shown. Each filter is one bit; a row carries the bits of those that refuse it, so that it is
 * visible at 0, a legend counts what its own filter alone decides, and a chip says how many rows it hides.
 */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { holdsOn, parseDate, parsePeriod } from '../../../src/model/period.js';
import type { View } from '../view.js';

export const FILTERS = {
  kind: 1,
  type: 2,
  status: 4,
  collection: 8,
  confidence: 16,
  date: 32,
  focus: 64,
} as const;
export type FilterName = keyof typeof FILTERS;

/** Bits by row. A relation also carries those of its two ends. `mayHold` and `undated` count visible relations. */
export interface Shown {
  readonly entities: Uint8Array;
  readonly relations: Uint8Array;
  readonly visibleEntities: number;
  readonly visibleRelations: number;
  readonly undated: number;
  readonly mayHold: number;
}

/** `a,b` → the set of both; undefined when the view does not limit. */
export const listed = (text: string | undefined): ReadonlySet<string> | undefined =>
  text === undefined || text === '' ? undefined : new Set(text.split(','));

/** A set of kinds with everything that descends from them. */
export function withDescendants(ontology: OntologyRecord, kinds: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(kinds);
  let before = -1;
  while (all.size !== before) {
    before = all.size;
    for (const { id, parent } of ontology.kinds) if (parent !== undefined && all.has(parent)) all.add(id);
  }
  return all;
}

/** The date of a view, undefined when there is none or it cannot be read. */
export function dateOf(asOf: string | undefined): { min: number; max: number } | undefined {
  if (asOf === undefined) return undefined;
  try {
    return parseDate(asOf);
  } catch {
    return undefined;
  }
}

/** Applies a view's filters to the columns. O(rows), and O(rows · depth) with a focus. */
export function applyFilters(columns: GraphAnswer, ontology: OntologyRecord, view: View): Shown {
  const { entities, relations } = columns;
  const kinds = listed(view.kind);
  const allowedKinds = kinds && withDescendants(ontology, kinds);
  const types = listed(view.type);
  const statuses = listed(view.status);
  const collections = listed(view.collection);
  const least = view.minConfidence === undefined ? undefined : Number(view.minConfidence);
  const date = dateOf(view.asOf);
  const certain = view.certainOnly !== undefined && view.certainOnly !== 'false';

  const holding = (period: string | null) =>
    date === undefined ? 'holds' : holdsOn(period === null ? undefined : parsePeriod(period), date);
  const refusedByDate = (held: ReturnType<typeof holding>) =>
    held === 'does-not-hold' || (certain && held === 'may-hold');

  const entityBits = Uint8Array.from(entities.id, (_, row) => {
    let bits = 0;
    if (allowedKinds?.has(entities.kind[row]!) === false) bits |= FILTERS.kind;
    if (statuses?.has(entities.status[row]!) === false) bits |= FILTERS.status;
    if (collections?.has(entities.collection[row]!) === false) bits |= FILTERS.collection;
    // An entity without dates is a name that stands: nobody doubts it away.
    if (entities.period[row] !== null && refusedByDate(holding(entities.period[row]!))) bits |= FILTERS.date;
    return bits;
  });
  let mayHold = 0;
  let undated = 0;
  const relationBits = Uint8Array.from(relations.id, (_, row) => {
    let bits = entityBits[relations.from[row]!]! | entityBits[relations.to[row]!]!;
    if (types?.has(relations.type[row]!) === false) bits |= FILTERS.type;
    if (statuses?.has(relations.status[row]!) === false) bits |= FILTERS.status;
    if (collections?.has(relations.collection[row]!) === false) bits |= FILTERS.collection;
    const confidence = relations.confidence[row]!;
    if (least !== undefined && (confidence === null || confidence < least)) bits |= FILTERS.confidence;
    if (refusedByDate(holding(relations.period[row]!))) bits |= FILTERS.date;
    return bits;
  });
  if (view.focus !== undefined) {
    const near = around(columns, relationBits, view.focus, Number(view.depth ?? 1));
    if (near !== undefined) {
      for (let row = 0; row < entityBits.length; row++) if (!near.has(row)) entityBits[row]! |= FILTERS.focus;
      for (let row = 0; row < relationBits.length; row++)
        if (!near.has(relations.from[row]!) || !near.has(relations.to[row]!))
          relationBits[row]! |= FILTERS.focus;
    }
  }
  for (let row = 0; row < relationBits.length; row++) {
    if (relationBits[row] !== 0) continue;
    if (relations.period[row] === null) undated++;
    if (holding(relations.period[row]!) === 'may-hold') mayHold++;
  }
  const visible = (bits: Uint8Array) => bits.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  return {
    entities: entityBits,
    relations: relationBits,
    visibleEntities: visible(entityBits),
    visibleRelations: visible(relationBits),
    undated,
    mayHold,
  };
}

/** Rows of the entities within `depth` steps of one, over relations that no filter refuses; undefined when it is not loaded. */
export function around(
  { entities, relations }: GraphAnswer,
  relationBits: Uint8Array,
  center: string,
  depth: number,
): ReadonlySet<number> | undefined {
  const start = entities.id.indexOf(center);
  if (start < 0) return undefined;
  const near = new Set([start]);
  for (let step = 0; step < depth; step++) {
    const frontier: number[] = [];
    for (let row = 0; row < relations.id.length; row++) {
      if (relationBits[row] !== 0) continue;
      const from = relations.from[row]!;
      const to = relations.to[row]!;
      if (near.has(from) !== near.has(to)) frontier.push(near.has(from) ? to : from);
    }
    if (frontier.length === 0) break;
    for (const row of frontier) near.add(row);
  }
  return near;
}

/** Rows that would pass but for one filter: what a legend entry of that filter counts. */
export const passesOthers = (bits: number, filter: FilterName): boolean => (bits & ~FILTERS[filter]) === 0;

/** How many rows one filter refuses. */
export const hiddenBy = (shown: Shown, filter: FilterName): { entities: number; relations: number } => {
  const count = (bits: Uint8Array) => bits.reduce((sum, value) => sum + (value & FILTERS[filter] ? 1 : 0), 0);
  return { entities: count(shown.entities), relations: count(shown.relations) };
};
