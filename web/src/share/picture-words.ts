/** What a picture says in words: what it is of, of which part of the graph, from which data, under whose licence. */
import type { Answer } from '../../../src/contract/questions.js';
import { dateText } from '../../../src/model/period-text.js';
import { listed } from '../graph/filter.js';
import { entityName } from '../graph/graph-answer.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { activeFilters } from '../legend/active-filters.js';
import { selectedEntity } from '../selected.js';
import { rangeOf } from '../time/moments.js';
import type { View } from '../view.js';

/** A title that names more kinds than these says less than the lens. */
const MOST_KINDS = 3;

/** The title that a view suggests; a person may write a better one. `nameOf` names entities, those too that the view does not hold. */
export function viewTitle(view: View, meta: Answer<'meta'>, nameOf: (id: string) => string): string {
  const title = subject(view, meta, nameOf);
  return rangeOf(view) === undefined
    ? title
    : `${title}, ${dateText(view.since!)} and ${dateText(view.until!)} compared`;
}

function subject(view: View, meta: Answer<'meta'>, nameOf: (id: string) => string): string {
  if (view.focus !== undefined) return `Around ${nameOf(view.focus)}`;
  if (view.panel === 'paths' && view.from !== undefined && view.to !== undefined)
    return `From ${nameOf(view.from)} to ${nameOf(view.to)}`;
  const selected = selectedEntity(view.select);
  if (selected !== undefined) {
    const name = nameOf(selected);
    // China in China's space sector would be one too many.
    return meta.title.includes(name) ? name : `${name} in ${meta.title}`;
  }
  const kinds = [...(listed(view.kind) ?? [])].map(
    (id) => meta.ontology.kinds.find((kind) => kind.id === id)?.label ?? id,
  );
  const of = kinds.length > 0 && kinds.length <= MOST_KINDS ? kinds.join(', ') : lensLabel(view, meta);
  return `${meta.title}: ${of}`;
}

export function lensLabel(view: View, { ontology }: Answer<'meta'>): string {
  const id = view.lens ?? ontology.defaultLens;
  return ontology.lenses.find((lens) => lens.id === id)?.label ?? 'Everything';
}

/** The scope in words: the graph, the lens, each filter. */
export function scopeWords(view: View, meta: Answer<'meta'>, { ontology, shown }: ShownGraph): string {
  const filters = activeFilters(view, ontology, shown, entityName).map(({ text }) => text);
  return [meta.title, `lens ${lensLabel(view, meta)}`, ...filters].join(' · ');
}

/** Licence and attribution of the collections that rows of the picture belong to, in the order of the graph. */
export function creditWords(meta: Answer<'meta'>, collections: ReadonlySet<string>): string[] {
  return meta.collections
    .filter(({ id }) => collections.has(id))
    .map(
      ({ title, attribution, maintainer, licence }) => `${title}: ${attribution ?? maintainer}. ${licence}`,
    );
}

/** `around-argentina-8c9b69d.svg`: letters of any script stay, the rest becomes hyphens. */
export function fileName(title: string, revision: string, extension: string): string {
  const words = title
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return `${words === '' ? 'asterism' : words}-${revision.slice(0, 7)}.${extension}`;
}
