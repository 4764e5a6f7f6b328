/** How stars are dressed: their size by a chosen measure, their colour by kind, community or collection. Both stand in the legend. */
import { useMemo } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { useTask } from '../ask-task.js';
import { INK, KIND_COLORS, kindColor, type Scheme } from '../theme.js';
import { lensScopeOf, useView } from '../view.js';
import { LARGEST_DEGREE, radiusOf } from './build-graph.js';
import { useGraphAnswer } from './graph-answer.js';
import { useMeta } from './meta.js';

type Columns = Answer<'graph'>;

/** The measure that needs no asking: relations of each entity in what is loaded. */
export const USUAL_MEASURE = 'degree';

/** Sizes by row of the loaded entities. */
export interface Sizes {
  readonly measure: string;
  /** The radius of an entity, by its row; the least for one that the ranking does not hold. */
  radius(row: number): number;
  /** A few values with the radius that they get, small to large: the scale of the legend. */
  readonly scale: readonly { value: number; radius: number }[];
  /** Whether all above the last of them are as large. */
  readonly isCapped: boolean;
}

/** Those that wear one colour. */
export interface ColorGroup {
  readonly id: string;
  readonly label: string;
  /** Place in the palette; -1 for the quiet colour of the rest. */
  readonly slot: number;
  /** Rows of the loaded entities. */
  readonly rows: readonly number[];
}
export interface Colors {
  readonly by: 'kind' | 'community' | 'collection';
  of(row: number, scheme: Scheme): string;
  /** Empty for kinds, which have their own facet. */
  readonly groups: readonly ColorGroup[];
}

/** The colour at a place of the palette. */
export const slotColor = (slot: number, scheme: Scheme): string =>
  slot < 0 ? INK[scheme].muted : KIND_COLORS[scheme][slot % KIND_COLORS[scheme].length]!;

/** What an answer that is on its way says of itself. */
export interface Pending {
  readonly waits: boolean;
  readonly error: string | undefined;
}

/** Relations of each entity, by row. */
export function degreesOf({ entities, relations }: Columns): Float64Array {
  const degrees = new Float64Array(entities.id.length);
  for (const end of [...relations.from, ...relations.to]) degrees[end]!++;
  return degrees;
}

/** Sizes by degree grow with it as `radiusOf` says; those by another measure share out the same range. NaN is no value. */
export function sizesOf(measure: string, values: Float64Array): Sizes {
  const known = values.filter((value) => Number.isFinite(value));
  const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const radiusAt = (value: number) => {
    if (measure === USUAL_MEASURE) return radiusOf(value, values.length);
    const share = Number.isFinite(value) && most > least ? (value - least) / (most - least) : 0;
    return radiusOf(LARGEST_DEGREE * share, values.length);
  };
  const top = measure === USUAL_MEASURE ? Math.min(most, LARGEST_DEGREE) : most;
  const steps = known.length === 0 ? [] : [...new Set([least, least + (top - least) / 4, top])];
  const round = (value: number) => (measure === USUAL_MEASURE ? Math.round(value) : value);
  return {
    measure,
    radius: (row) => radiusAt(values[row]!),
    scale: [...new Set(steps.map(round))].map((value) => ({ value, radius: radiusAt(value) })),
    isCapped: top < most,
  };
}

/** The sizes of the view; by degree until another measure has been answered. */
export function useSizes(): Pending & { sizes: Sizes | undefined } {
  const view = useView();
  const columns = useGraphAnswer().data;
  const measure = view.size ?? USUAL_MEASURE;
  const question = { ...lensScopeOf(view), measures: measure, top: 0 };
  const { data, error, isFetching, isPlaceholderData } = useTask('rank', question, {
    enabled: measure !== USUAL_MEASURE,
  });
  const answer = measure === USUAL_MEASURE || isPlaceholderData || error !== null ? undefined : data;
  const sizes = useMemo(() => {
    if (columns === undefined) return undefined;
    if (answer === undefined) return sizesOf(USUAL_MEASURE, degreesOf(columns));
    const values = new Map(answer.rows.map(({ id, values }) => [id, values[measure] ?? Number.NaN]));
    return sizesOf(
      measure,
      Float64Array.from(columns.entities.id, (id) => values.get(id) ?? Number.NaN),
    );
  }, [columns, answer, measure]);
  return { sizes, waits: isFetching, error: error?.message };
}

/** The colours of the view; by kind until the communities have been answered. */
export function useColors(): Pending & { colors: Colors | undefined } {
  const view = useView();
  const columns = useGraphAnswer().data;
  const meta = useMeta().data;
  const isByCommunity = view.color === 'community';
  const { data, error, isFetching } = useAnswer(
    'communities',
    { ...lensScopeOf(view), resolution: view.resolution },
    { enabled: isByCommunity },
  );
  const communities = isByCommunity ? data?.communities : undefined;
  const colors = useMemo(() => {
    if (columns === undefined || meta === undefined) return undefined;
    if (view.color === 'collection') return byCollection(columns, meta);
    if (communities !== undefined) return byCommunity(columns, communities);
    const { ontology } = meta;
    const colors = (scheme: Scheme) =>
      new Map(ontology.kinds.map(({ id }) => [id, kindColor(ontology, id, scheme)] as const));
    const known = { dark: colors('dark'), light: colors('light') };
    const of = (row: number, scheme: Scheme) => {
      const kind = columns.entities.kind[row]!;
      return known[scheme].get(kind) ?? kindColor(ontology, kind, scheme);
    };
    return { by: 'kind' as const, of, groups: [] };
  }, [columns, meta, view.color, communities]);
  return { colors, waits: isByCommunity && isFetching, error: error?.message };
}

/** The largest communities have colours, as many as there are; the rest shares a quiet one. */
export function byCommunity(
  { entities }: Columns,
  communities: Answer<'communities'>['communities'],
): Colors {
  const rowOf = new Map(entities.id.map((id, row) => [id, row]));
  const groups = communities
    .filter(({ size }) => size > 1)
    .slice(0, KIND_COLORS.dark.length)
    .map(({ id, label, members }, slot) => ({
      id: String(id),
      label,
      slot,
      rows: members.flatMap((member) => rowOf.get(member.id) ?? []),
    }));
  return withRest('community', 'Smaller groups, or none', groups, entities.id.length);
}

function byCollection({ entities }: Columns, meta: Answer<'meta'>): Colors {
  const groups = meta.collections.map(({ id, title }, slot) => ({
    id,
    label: title,
    slot,
    rows: entities.collection.flatMap((collection, row) => (collection === id ? [row] : [])),
  }));
  return withRest('collection', 'Others', groups, entities.id.length);
}

function withRest(by: Colors['by'], label: string, groups: ColorGroup[], count: number): Colors {
  const slots = new Int16Array(count).fill(-1);
  for (const { rows, slot } of groups) for (const row of rows) slots[row] = slot;
  const rest = [...slots.keys()].filter((row) => slots[row] === -1);
  const shown = groups.filter(({ rows }) => rows.length > 0);
  return {
    by,
    of: (row, scheme) => slotColor(slots[row]!, scheme),
    groups: rest.length === 0 ? shown : [...shown, { id: 'rest', label, slot: -1, rows: rest }],
  };
}
