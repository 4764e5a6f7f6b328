/**
 * Which rows of the loaded columns are shown. Each filter is one bit; a row carries the bits of those that refuse it, so that it is
 * visible at 0, a legend counts what its own filter alone decides, and a chip says how many rows it hides.
 */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import { splitList } from '../../../src/contract/list-text.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { splitIds } from '../id-list.js';
import { ALWAYS, judge, momentsOf, spanOf, type TimeMark } from '../time/moments.js';
import type { View } from '../view.js';
import { parseExpansion, tiesOf } from './expansions.js';

export const FILTERS = {
  kind: 1,
  type: 2,
  status: 4,
  collection: 8,
  confidence: 16,
  date: 32,
  focus: 64,
  only: 128,
  hide: 256,
  knownBy: 512,
  undated: 1024,
  tied: 2048,
} as const;
export type FilterName = keyof typeof FILTERS;

/** Bits by row, a relation's with those of its two ends, and what the dates mark. `mayHold` and `undated` count visible relations. */
export interface Shown {
  readonly entities: Uint16Array;
  readonly relations: Uint16Array;
  /** Whether two dates are compared: then the marks tell what began and what ended. */
  readonly compares: boolean;
  readonly entityMarks: readonly (TimeMark | undefined)[];
  readonly relationMarks: readonly (TimeMark | undefined)[];
  readonly visibleEntities: number;
  readonly visibleRelations: number;
  readonly undated: number;
  readonly mayHold: number;
}

/** Every field of the view that hides rows in the page. */
export const FILTER_FIELDS = [
  'kind',
  'type',
  'status',
  'collection',
  'minConfidence',
  'asOf',
  'certainOnly',
  'since',
  'until',
  'datedOnly',
  'knownBy',
  'tied',
  'focus',
  'depth',
  'only',
  'hide',
  'expand',
] as const satisfies readonly (keyof View)[];

/** `a,b` → the set of both; undefined when the view does not limit. */
export const listed = (text: string | undefined): ReadonlySet<string> | undefined =>
  text === undefined || text === '' ? undefined : new Set(splitList(text));

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

/** Applies a view's filters to the columns. O(rows), and O(rows · depth) with a focus. */
export function applyFilters(columns: GraphAnswer, ontology: OntologyRecord, view: View): Shown {
  const { entities, relations } = columns;
  const kinds = listed(view.kind);
  const allowedKinds = kinds && withDescendants(ontology, kinds);
  const types = listed(view.type);
  const statuses = listed(view.status);
  const collections = listed(view.collection);
  const least = view.minConfidence === undefined ? undefined : Number(view.minConfidence);
  const moments = momentsOf(view);
  const knownBy = spanOf(view.knownBy);
  const datedOnly = isOn(view.datedOnly);

  const inTime = entities.period.map((period) =>
    // An entity without dates is a name that stands; only one that is dated can be doubted away.
    period === null ? ALWAYS : judge(period, moments),
  );
  const only = view.only === undefined ? undefined : new Set(splitIds(view.only));
  const hide = new Set(splitIds(view.hide));
  const entityBits = Uint16Array.from(entities.id, (id, row) => {
    let bits = 0;
    if (only?.has(id) === false) bits |= FILTERS.only;
    if (hide.has(id)) bits |= FILTERS.hide;
    if (allowedKinds?.has(entities.kind[row]!) === false) bits |= FILTERS.kind;
    if (entities.status[row] !== 'actual' && statuses?.has(entities.status[row]!) === false)
      bits |= FILTERS.status;
    if (collections?.has(entities.collection[row]!) === false) bits |= FILTERS.collection;
    if (inTime[row]!.refused) bits |= FILTERS.date;
    return bits;
  });
  const tiesInTime = relations.period.map((period) => judge(period, moments));
  const ownBits = Uint16Array.from(relations.id, (_, row) => {
    let bits = 0;
    if (types?.has(relations.type[row]!) === false) bits |= FILTERS.type;
    if (statuses?.has(relations.status[row]!) === false) bits |= FILTERS.status;
    if (collections?.has(relations.collection[row]!) === false) bits |= FILTERS.collection;
    const confidence = relations.confidence[row]!;
    if (least !== undefined && (confidence === null || confidence < least)) bits |= FILTERS.confidence;
    if (tiesInTime[row]!.refused) bits |= FILTERS.date;
    if (datedOnly && relations.period[row] === null) bits |= FILTERS.undated;
    if (knownBy !== undefined && !isKnown(relations.knownBy[row]!, knownBy.max)) bits |= FILTERS.knownBy;
    return bits;
  });
  const withEnds = () =>
    ownBits.map((bits, row) => bits | entityBits[relations.from[row]!]! | entityBits[relations.to[row]!]!);
  const lonely = lonelyBits(columns, entityBits, withEnds(), {
    tied: isTied(columns, ontology, view),
    actual: statuses?.has('actual') === false,
    // What held on neither of two dates is left out, but who was there on one of them is compared all the same.
    judged: moments.range === undefined ? SCOPE : SCOPE & ~FILTERS.date,
  });
  if (view.focus !== undefined) {
    const near = around(columns, withEnds(), view.focus, Number(view.depth ?? 1));
    if (near !== undefined)
      for (let row = 0; row < entityBits.length; row++) if (!near.has(row)) entityBits[row]! |= FILTERS.focus;
  }
  // What was asked for by name shows whatever the other filters say, as long as whom it was asked of does.
  for (const expansion of splitIds(view.expand).map(parseExpansion)) {
    const center = entities.id.indexOf(expansion.entity);
    if (center < 0) continue;
    const asked = (row: number) => {
      entityBits[row]! &= FILTERS.hide;
      lonely[row] = 0;
    };
    if (expansion.by === undefined) asked(center);
    else if (entityBits[center] === 0 && lonely[center] === 0)
      for (const { relation, other } of tiesOf(columns, center, expansion.by)) {
        ownBits[relation] = 0;
        asked(other);
      }
  }
  const relationBits = withEnds();
  // Only now: a relation of theirs is refused already, and by nothing more than that.
  lonely.forEach((bits, row) => {
    entityBits[row]! |= bits;
  });
  const relationMarks = tiesInTime.map(({ mark }) => mark);
  let mayHold = 0;
  let undated = 0;
  for (let row = 0; row < relationBits.length; row++) {
    if (relationBits[row] !== 0) continue;
    if (relations.period[row] === null) undated++;
    if (relationMarks[row] === 'may-hold') mayHold++;
  }
  const visible = (bits: Uint16Array) => bits.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0);
  return {
    entities: entityBits,
    relations: relationBits,
    compares: moments.range !== undefined,
    entityMarks: inTime.map(({ mark }) => mark),
    relationMarks,
    visibleEntities: visible(entityBits),
    visibleRelations: visible(relationBits),
    undated,
    mayHold,
  };
}

const isOn = (flag: string | undefined) => flag !== undefined && flag !== 'false';

/** Whether a claim had been published by then; of what has no dated source nobody can say so. */
const isKnown = (published: string | null, lastDay: number) =>
  published !== null && spanOf(published)!.min <= lastDay;

/** Whether the loaded lens, or the view, leaves entities out that have no relation. */
const isTied = ({ scope }: GraphAnswer, ontology: OntologyRecord, view: View) =>
  isOn(view.tied) || ontology.lenses.find(({ id }) => id === scope.lens)?.scope.tied === true;

/** Filters that are a scope, as a question has one: all but what is shown or hidden by hand. */
const SCOPE =
  FILTERS.kind |
  FILTERS.type |
  FILTERS.status |
  FILTERS.collection |
  FILTERS.confidence |
  FILTERS.date |
  FILTERS.undated |
  FILTERS.knownBy;

/**
 * Bits for those that nothing ties any more, as a scope leaves them out: anybody in a lens of tied entities, and the actual where
 * none is asked for. They bear the filters that refuse every one of their relations, `tied` where no single one does.
 */
function lonelyBits(
  { entities, relations }: GraphAnswer,
  entityBits: Uint16Array,
  relationBits: Uint16Array,
  { tied, actual, judged }: { tied: boolean; actual: boolean; judged: number },
): Uint16Array {
  const lonely = new Uint16Array(entityBits.length);
  if (!tied && !actual) return lonely;
  const refused = new Uint16Array(entityBits.length).fill(judged);
  const known = new Uint8Array(entityBits.length);
  relationBits.forEach((bits, row) => {
    for (const end of [relations.from[row]!, relations.to[row]!]) {
      refused[end]! &= bits;
      if ((bits & judged) === 0) known[end] = 1;
    }
  });
  const tiedOnce = new Set([...relations.from, ...relations.to]);
  for (let row = 0; row < lonely.length; row++) {
    if (known[row] === 1 || (entityBits[row]! & SCOPE) !== 0) continue;
    const isIdle = actual && entities.status[row] === 'actual';
    if (isIdle) lonely[row] = FILTERS.status;
    else if (tied) lonely[row] = tiedOnce.has(row) && refused[row] !== 0 ? refused[row]! : FILTERS.tied;
  }
  return lonely;
}

/** Rows of the entities within `depth` steps of one, over relations that no filter refuses; undefined when it is not loaded. */
export function around(
  { entities, relations }: GraphAnswer,
  relationBits: Uint16Array,
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
  const count = (bits: Uint16Array) =>
    bits.reduce((sum, value) => sum + (value & FILTERS[filter] ? 1 : 0), 0);
  return { entities: count(shown.entities), relations: count(shown.relations) };
};

/** Of these entities, those that would not show even if only they were to: not loaded, or refused by a filter that stays. */
export function notShownAlone({ entities }: GraphAnswer, shown: Shown, ids: readonly string[]): string[] {
  const rows = new Map(entities.id.map((id, row) => [id, row]));
  const dropped = FILTERS.only | FILTERS.focus | FILTERS.hide;
  return ids.filter((id) => {
    const row = rows.get(id);
    return row === undefined || (shown.entities[row]! & ~dropped) !== 0;
  });
}
