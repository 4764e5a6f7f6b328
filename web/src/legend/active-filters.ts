/** The filters of a view in words, each with what it hides: the chips of the legend. */
import { splitList } from '../../../src/contract/list-text.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { dateText } from '../../../src/model/period-text.js';
import { type FilterName, hiddenBy, listed, type Shown, withDescendants } from '../graph/filter.js';
import { joinIds, splitIds } from '../id-list.js';
import { rangeOf, spanOf } from '../time/moments.js';
import type { View } from '../view.js';
import { type Group, stateOf } from './facets.js';
import { familyGroups, kindGroups } from './groups.js';

export interface ActiveFilter {
  readonly name: FilterName | 'without' | 'community' | 'expand';
  readonly text: string;
  /** `34 relations`; empty for filters that the server applies, whose rows the page never sees. */
  readonly hides: string;
  /** Fields to clear. */
  readonly fields: readonly (keyof View)[];
  /** What stays of those fields, for a chip that drops a part. */
  readonly keeps?: View;
}

/** More entities hidden by hand than this share one chip. */
const MOST_HIDDEN_CHIPS = 5;

/** In the order of the legend. `name` gives entities a name. */
export function activeFilters(
  view: View,
  ontology: OntologyRecord,
  shown: Shown,
  name: (id: string) => string,
): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  const add = (filter: FilterName, text: string, fields: readonly (keyof View)[]) =>
    filters.push({ name: filter, text, hides: hiddenText(hiddenBy(shown, filter)), fields });
  const few = (ids: ReadonlySet<string>, label: (id: string) => string | undefined, many: string) =>
    ids.size <= 2 ? [...ids].map((id) => label(id) ?? id).join(', ') : `${ids.size} ${many}`;

  const kinds = listed(view.kind);
  if (kinds)
    add('kind', groupText(kindGroups(ontology), withDescendants(ontology, kinds), ontology.kinds, 'kinds'), [
      'kind',
    ]);
  const types = listed(view.type);
  if (types) add('type', groupText(familyGroups(ontology), types, ontology.types, 'types of tie'), ['type']);
  const statuses = listed(view.status);
  if (statuses)
    add(
      'status',
      few(statuses, (id) => id, 'statuses'),
      ['status'],
    );
  const collections = listed(view.collection);
  if (collections)
    add(
      'collection',
      few(collections, (id) => id, 'collections'),
      ['collection'],
    );
  if (view.minConfidence !== undefined)
    add('confidence', `confidence ≥ ${view.minConfidence}`, ['minConfidence']);
  const range = rangeOf(view);
  if (range !== undefined)
    add('date', `${dateText(view.since!)} compared with ${dateText(view.until!)}`, ['since', 'until']);
  else if (view.asOf !== undefined)
    add('date', `as of ${dateOrFault(view.asOf)}${view.certainOnly === undefined ? '' : ', certain only'}`, [
      'asOf',
      'certainOnly',
    ]);
  if (view.datedOnly !== undefined) add('undated', 'dated only', ['datedOnly']);
  if (view.knownBy !== undefined) add('knownBy', `known by ${dateOrFault(view.knownBy)}`, ['knownBy']);
  if (view.focus !== undefined)
    add('focus', `around ${name(view.focus)}, ${steps(Number(view.depth ?? 1))}`, ['focus', 'depth']);
  if (view.community !== undefined)
    filters.push({
      name: 'community',
      text: `community of ${name(view.community)}`,
      hides: '',
      fields: ['community'],
    });
  const only = splitIds(view.only);
  if (only.length > 0) add('only', `only ${few(new Set(only), name, 'entities')}`, ['only']);
  const hide = splitIds(view.hide);
  if (hide.length > MOST_HIDDEN_CHIPS) add('hide', `${hide.length} hidden by hand`, ['hide']);
  else
    for (const id of hide) {
      const rest = joinIds(hide.filter((other) => other !== id));
      filters.push({
        name: 'hide',
        text: `${name(id)} hidden by hand`,
        hides: '',
        fields: ['hide'],
        ...(rest === undefined ? {} : { keeps: { hide: rest } }),
      });
    }
  if (view.expand !== undefined) {
    const { length } = splitIds(view.expand);
    filters.push({
      name: 'expand',
      text: `beyond the filters: ${length} ${length === 1 ? 'expansion' : 'expansions'}`,
      hides: '',
      fields: ['expand'],
    });
  }
  if (view.without !== undefined)
    filters.push({
      name: 'without',
      text: `without ${few(new Set(splitList(view.without)), name, 'records')}`,
      hides: '',
      fields: ['without'],
    });
  return filters;
}

/** `no Person, Facility` while most groups are on, else what is on: groups by name while they are few and whole, members otherwise. */
function groupText(
  groups: readonly Group[],
  shown: ReadonlySet<string>,
  records: readonly { id: string; label: string }[],
  noun: string,
): string {
  const [on, off] = (['on', 'off'] as const).map((state) =>
    groups.filter((group) => stateOf(group, shown) === state),
  );
  const names = (some: readonly { label: string }[]) => some.map(({ label }) => label).join(', ');
  const whole = on!.length + off!.length === groups.length;
  if (whole && off!.length <= 3 && off!.length < on!.length) return `no ${names(off!)}`;
  if (whole && on!.length <= 3) return names(on!);
  const members = records.filter(({ id }) => shown.has(id));
  return members.length <= 3 ? names(members) : whole ? `${on!.length} ${noun}` : `${members.length} ${noun}`;
}

/** A date that an address brought may be none. */
const dateOrFault = (text: string) =>
  spanOf(text) === undefined ? `“${text}”, which is no date` : dateText(text);
const steps = (depth: number) => `${depth} ${depth === 1 ? 'step' : 'steps'}`;

/** `hides 3 entities, 12 relations`; says so when it hides nothing. */
export function hiddenText({ entities, relations }: { entities: number; relations: number }): string {
  const parts = [
    ...(entities === 0 ? [] : [`${entities.toLocaleString('en')} ${entities === 1 ? 'entity' : 'entities'}`]),
    ...(relations === 0
      ? []
      : [`${relations.toLocaleString('en')} ${relations === 1 ? 'relation' : 'relations'}`]),
  ];
  return parts.length === 0 ? 'hides nothing' : `hides ${parts.join(', ')}`;
}
