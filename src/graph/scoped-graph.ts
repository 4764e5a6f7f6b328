/** Scope → the entities and relations that a question is asked of. */
import { AppError } from '../contract/errors.js';
import type { Claim, Relation } from '../contract/records.js';
import type { Scope, ScopeAnswer } from '../contract/scope.js';
import { didYouMean } from '../model/nearest.js';
import { type Holding, holdsOn, PeriodError, parseDate } from '../model/period.js';
import type { KnowledgeGraph } from './knowledge-graph.js';

/** What a question assumes where its asker says nothing. */
export interface ScopeDefaults {
  /** A lens id, or `everything`. */
  lens: string;
  /** Paths and rankings keep to conduits; views show every type. */
  conduitsOnly: boolean;
}

/** A scope applied: a mask over entities and one over relations (positions as in the KnowledgeGraph; 1 is in), and its account. */
export interface ScopedGraph {
  readonly knowledge: KnowledgeGraph;
  readonly entities: Uint8Array;
  readonly relations: Uint8Array;
  readonly answer: ScopeAnswer;
}

/** The positions that a mask lets in, ascending. */
export const positionsIn = (mask: Uint8Array) => [...mask.keys()].filter((position) => mask[position] === 1);

type Dates = { min: number; max: number } | undefined;

/** One scope (the lens's or the asker's) with its lists as sets. A record passes when it passes all of them. */
interface Filter {
  collections?: ReadonlySet<string>;
  kinds?: ReadonlySet<string>;
  types?: ReadonlySet<string>;
  statuses?: ReadonlySet<string>;
}

/**
 * Applies a scope. A lens and the asker's own limits both hold. A relation needs both its ends in scope. Where `status` leaves the
 * actual out, an actual entity is in as an end of what is in: what is planned is planned between those that are. Costs one pass
 * over entities and relations.
 *
 * @throws AppError `invalid-parameter` naming an unknown lens, collection, kind, type or a date that cannot be read
 */
export function applyScope(knowledge: KnowledgeGraph, asked: Scope, defaults: ScopeDefaults): ScopedGraph {
  const lensId = asked.lens ?? defaults.lens;
  const lens = knowledge.ontology.lens(lensId);
  if (lens === undefined && lensId !== 'everything') {
    throw unknown(
      'lens',
      lensId,
      knowledge.ontology.record.lenses.map((each) => each.id),
    );
  }
  const scopes: Scope[] = lens === undefined ? [asked] : [lens.scope, asked];
  const filters = scopes.map((scope) => filterOf(knowledge, scope));
  const last = <K extends Exclude<keyof Scope, 'lens'>>(field: K): Scope[K] =>
    asked[field] ?? lens?.scope[field];
  const asOf = dateOf('asOf', last('asOf'));
  const knownBy = dateOf('knownBy', last('knownBy'));
  const datedOnly = last('datedOnly') === true;
  const minConfidence = last('minConfidence');
  const certainOnly = last('certainOnly') === true;
  const conduitsOnly = defaults.conduitsOnly && last('allTypes') !== true && last('type') === undefined;
  const without = withoutIds(
    knowledge,
    scopes.flatMap((scope) => scope.without ?? []),
  );

  const entities = new Uint8Array(knowledge.entities.length);
  let entityCount = 0;
  knowledge.entities.forEach((entity, i) => {
    const fits =
      !without.has(entity.id) &&
      admitted(
        holding(asOf, () => holdsOn(knowledge.entityPeriods[i], asOf!)),
        certainOnly,
        knowledge.entityPeriods[i] !== undefined,
      ) &&
      filters.every(
        (filter) =>
          (filter.collections?.has(entity.collection) ?? true) &&
          (filter.kinds?.has(entity.kind) ?? true) &&
          (entity.status === 'actual' || (filter.statuses?.has(entity.status) ?? true)),
      );
    if (fits) {
      entities[i] = 1;
      entityCount++;
    }
  });

  const relations = new Uint8Array(knowledge.relations.length);
  const counts = { relations: 0, undated: 0, mayHold: 0, unjudged: 0 };
  knowledge.relations.forEach((relation, i) => {
    if (entities[knowledge.from[i]!] === 0 || entities[knowledge.to[i]!] === 0) return;
    if (conduitsOnly && knowledge.ontology.type(relation.type)?.conduit !== true) return;
    const period = knowledge.relationPeriods[i];
    const held = holding(asOf, () => holdsOn(period, asOf!));
    const fits =
      admitted(held, certainOnly, true) &&
      !(datedOnly && period === undefined) &&
      (knownBy === undefined || knowledge.knownBy[i]! <= knownBy.max) &&
      filters.every(
        (filter) =>
          (filter.collections?.has(relation.collection) ?? true) &&
          (filter.types?.has(relation.type) ?? true) &&
          (filter.statuses?.has(relation.status) ?? true),
      ) &&
      (without.size === 0 || stands(relation, knowledge, without));
    if (!fits) return;
    if (minConfidence !== undefined) {
      const confidence = knowledge.standings[i]!.confidence;
      if (confidence === null) counts.unjudged++;
      if (confidence === null || confidence < minConfidence) return;
    }
    relations[i] = 1;
    counts.relations++;
    if (period === undefined) counts.undated++;
    if (held === 'may-hold') counts.mayHold++;
  });
  const untied = leavesUntied(scopes);
  if (untied !== undefined) entityCount -= dropUntied(knowledge, entities, relations, untied);
  const answer: ScopeAnswer = { ...asked, lens: lensId, conduitsOnly, entities: entityCount, ...counts };
  return { knowledge, entities, relations, answer };
}

/** A scope with other masks, and its account of them: of what was left out as nothing could be judged it says the same. */
export function withMasks(
  { knowledge, answer }: ScopedGraph,
  entities: Uint8Array,
  relations: Uint8Array,
): ScopedGraph {
  const asOf = dateOf('asOf', answer.asOf ?? knowledge.ontology.lens(answer.lens ?? '')?.scope.asOf);
  const counts = { relations: 0, undated: 0, mayHold: 0 };
  relations.forEach((kept, i) => {
    if (kept === 0) return;
    const period = knowledge.relationPeriods[i];
    counts.relations++;
    if (period === undefined) counts.undated++;
    if (asOf !== undefined && holdsOn(period, asOf) === 'may-hold') counts.mayHold++;
  });
  const count = entities.reduce((sum, kept) => sum + kept, 0);
  return { knowledge, entities, relations, answer: { ...answer, entities: count, ...counts } };
}

/**
 * Returns a function that gives a scope as it is without one more source: undefined where all its relations stand without it. The same
 * as applying the scope with that source among `without`, but costs a look at the relations that the source supports. Of its account
 * only the entities are counted anew.
 */
export function sourceRemoval(scoped: ScopedGraph): (source: string) => ScopedGraph | undefined {
  const { knowledge, answer } = scoped;
  const lens = knowledge.ontology.lens(answer.lens ?? '')?.scope;
  const untied = leavesUntied(lens === undefined ? [answer] : [lens, answer]);
  const gone = [...(lens?.without ?? []), ...(answer.without ?? [])];
  const supported = new Map<string, Set<number>>();
  scoped.relations.forEach((kept, i) => {
    if (kept === 0) return;
    for (const claim of knowledge.relations[i]!.claims) {
      const origins = originsOf(claim, knowledge);
      for (const source of [claim.source, ...(Array.isArray(origins) ? origins : [])])
        supported.set(source, (supported.get(source) ?? new Set()).add(i));
    }
  });
  return (source) => {
    const without = new Set([...gone, source]);
    const fallen = [...(supported.get(source) ?? [])].filter(
      (i) => !stands(knowledge.relations[i]!, knowledge, without),
    );
    if (fallen.length === 0) return undefined;
    const relations = scoped.relations.slice();
    for (const i of fallen) relations[i] = 0;
    if (untied === undefined) return { ...scoped, relations };
    const entities = scoped.entities.slice();
    const count = answer.entities - dropUntied(knowledge, entities, relations, untied);
    return { knowledge, entities, relations, answer: { ...answer, entities: count } };
  };
}

/** Which entities are in only with a relation: all where `tied` says so, the actual where none is asked for; undefined for none. */
function leavesUntied(scopes: readonly Scope[]): 'all' | 'actual' | undefined {
  if (scopes.findLast(({ tied }) => tied !== undefined)?.tied === true) return 'all';
  return scopes.some(({ status }) => status !== undefined && !status.includes('actual'))
    ? 'actual'
    : undefined;
}

/** Takes entities without a relation out of the mask; how many. */
function dropUntied(
  { entities: records, from, to }: KnowledgeGraph,
  entities: Uint8Array,
  relations: Uint8Array,
  which: 'all' | 'actual',
): number {
  const tied = new Uint8Array(entities.length);
  relations.forEach((kept, i) => {
    if (kept === 1) tied[from[i]!] = tied[to[i]!] = 1;
  });
  let dropped = 0;
  entities.forEach((kept, i) => {
    if (kept === 0 || tied[i] === 1 || (which === 'actual' && records[i]!.status !== 'actual')) return;
    entities[i] = 0;
    dropped++;
  });
  return dropped;
}

/** Without a date asked, everything holds. */
const holding = (asOf: Dates, decide: () => Holding): Holding => (asOf === undefined ? 'holds' : decide());

/** An entity without a period is not doubted away: only relations, and entities that bear a date, can merely "may hold". */
const admitted = (held: Holding, certainOnly: boolean, dated: boolean) =>
  held === 'holds' || (held === 'may-hold' && !(certainOnly && dated));

function filterOf(knowledge: KnowledgeGraph, scope: Scope): Filter {
  const { ontology } = knowledge;
  const filter: Filter = {};
  if (scope.collection !== undefined) {
    const known = knowledge.collections.map((collection) => collection.id);
    filter.collections = new Set(
      scope.collection.map((id) => (known.includes(id) ? id : refuse('collection', id, known))),
    );
  }
  if (scope.kind !== undefined) {
    const known = ontology.record.kinds.map((kind) => kind.id);
    filter.kinds = new Set(
      scope.kind.flatMap((id) =>
        known.includes(id) ? [...ontology.descendants(id)] : refuse('kind', id, known),
      ),
    );
  }
  if (scope.type !== undefined) {
    const known = ontology.record.types.map((type) => type.id);
    filter.types = new Set(scope.type.map((id) => (known.includes(id) ? id : refuse('type', id, known))));
  }
  if (scope.status !== undefined) filter.statuses = new Set(scope.status);
  return filter;
}

function dateOf(parameter: string, text: string | undefined): Dates {
  if (text === undefined) return undefined;
  try {
    return parseDate(text);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    throw new AppError('invalid-parameter', `${parameter}: ${error.message}.`, { parameter });
  }
}

/** The ids of what is to be left out; of an entity that was merged into another, the id of that one. */
function withoutIds(knowledge: KnowledgeGraph, ids: readonly string[]): Set<string> {
  const without = new Set(ids);
  for (const id of ids) {
    const entity = knowledge.entityPosition.get(id);
    if (entity !== undefined) without.add(knowledge.entities[entity]!.id);
    else if (!knowledge.relationPosition.has(id) && !knowledge.sources.has(id)) {
      throw new AppError('invalid-parameter', `without: no entity, relation or source has the id '${id}'.`, {
        parameter: 'without',
      });
    }
  }
  return without;
}

/** Whether a relation is still supported when some records are taken away. */
function stands(relation: Relation, knowledge: KnowledgeGraph, without: ReadonlySet<string>): boolean {
  if (without.has(relation.id)) return false;
  return supporting(relation.claims).some((claim) => !falls(claim, knowledge, without));
}

/** The claims that a record rests on: those that support it and were not withdrawn; the withdrawn ones where there are no others. */
export function supporting<C extends Pick<Claim, 'stance' | 'retracted'>>(claims: readonly C[]): C[] {
  const all = claims.filter(({ stance }) => stance === 'supports');
  const standing = all.filter(({ retracted }) => retracted === undefined);
  return standing.length > 0 ? standing : all;
}

/** A claim falls with its source, and with the last of the sources that it is known to repeat. */
export function falls(claim: Claim, knowledge: KnowledgeGraph, without: ReadonlySet<string>): boolean {
  if (without.has(claim.source)) return true;
  const origins = originsOf(claim, knowledge);
  return Array.isArray(origins) && origins.every((origin) => without.has(origin));
}

const originsOf = (claim: Claim, knowledge: KnowledgeGraph) =>
  claim.derivedFrom ?? knowledge.sources.get(claim.source)?.derivedFrom;

function unknown(parameter: string, value: string, known: readonly string[]): AppError {
  return new AppError(
    'invalid-parameter',
    `${parameter}: there is no '${value}'${didYouMean(value, known) || '.'} Known: ${known.join(', ')}.`,
    { parameter, known },
  );
}

function refuse(parameter: string, value: string, known: readonly string[]): never {
  throw unknown(parameter, value, known);
}
