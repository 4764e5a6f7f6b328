/** Answers that show records: an entity, a relation, a source, all sources; and names that were searched. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import type { Source } from '../../contract/records.js';
import type { ScopedGraph } from '../../graph/scoped-graph.js';
import { type Context, scopeOf } from '../context.js';
import { VIEW_DEFAULTS } from '../defaults.js';
import { findRelation, findSource } from '../find-record.js';
import { makeEach } from '../other-work.js';
import { evidenceOf, relationsAt, relationView, supportersOf } from '../views.js';

export async function answerSearch(
  context: Context,
  parameters: Parameters<'search'>,
): Promise<Answer<'search'>> {
  const scoped = context.scope(scopeOf(parameters), VIEW_DEFAULTS);
  const { revision, entities } = context.knowledge;
  const everything = scoped.answer.entities === entities.length;
  const found = await context.names.search(parameters.q, everything ? parameters.top : entities.length);
  const hits = found
    .filter((hit) => scoped.entities[hit.entity] === 1)
    .slice(0, parameters.top)
    .map(({ entity, matched, score }) => ({
      ...context.reference(entity),
      matched,
      score: Math.round(score * 1000) / 1000,
    }));
  return { revision, scope: scoped.answer, query: parameters.q, hits };
}

/** Relations are told in the ontology's order of types, of each what goes out first. */
const DIRECTIONS = ['out', 'in', 'both'] as const;

export async function answerShow(
  context: Context,
  parameters: Parameters<'show'>,
  control: TaskControl,
): Promise<Answer<'show'>> {
  const { knowledge } = context;
  const position = context.entity(parameters.id);
  const scoped = context.scope(scopeOf(parameters), VIEW_DEFAULTS);
  const { claims, ...entity } = knowledge.entities[position]!;
  const groups = new Map<string, Answer<'show'>['relations'][number]>();
  const touching = relationsAt(knowledge, scoped.relations, position);
  for (const view of await makeEach(touching, control, (at) => relationView(knowledge, at))) {
    const direction: (typeof DIRECTIONS)[number] = view.symmetric
      ? 'both'
      : view.from === entity.id
        ? 'out'
        : 'in';
    const key = `${view.type} ${direction}`;
    const group = groups.get(key) ?? {
      type: view.type,
      label: direction === 'in' ? view.inverse : view.label,
      direction,
      relations: [],
    };
    group.relations.push(view);
    groups.set(key, group);
  }
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    entity,
    kindLabel: knowledge.ontology.kind(entity.kind)?.label ?? entity.kind,
    relations: knowledge.ontology.record.types.flatMap(({ id }) =>
      DIRECTIONS.flatMap((direction) => groups.get(`${id} ${direction}`) ?? []),
    ),
    claims: claims.map((claim) => evidenceOf(knowledge, claim)),
  };
}

export function answerRelation(context: Context, { id }: Parameters<'relation'>): Answer<'relation'> {
  const { knowledge } = context;
  const position = findRelation(knowledge, id);
  const scoped = context.scope({}, VIEW_DEFAULTS);
  return { revision: knowledge.revision, scope: scoped.answer, relation: relationView(knowledge, position) };
}

export function answerSources(context: Context, parameters: Parameters<'sources'>): Answer<'sources'> {
  const { knowledge } = context;
  const scoped = context.scope(scopeOf(parameters), VIEW_DEFAULTS);
  const tallies = tallySources(context, scoped);
  const sources = [...knowledge.sources.values()]
    .map((source) => ({ ...source, ...tallies.get(source.id)! }))
    .filter(({ claims }) => claims > 0);
  sources.sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
  return { revision: knowledge.revision, scope: scoped.answer, sources };
}

export async function answerSource(
  context: Context,
  { id }: Parameters<'source'>,
  control: TaskControl,
): Promise<Answer<'source'>> {
  const { knowledge } = context;
  const source = findSource(knowledge, id);
  const scoped = context.scope({}, VIEW_DEFAULTS);
  const cites = (record: { claims: readonly { source: string }[] }) =>
    record.claims.some((claim) => claim.source === id);
  const relations = [...knowledge.relations.keys()].filter((i) => cites(knowledge.relations[i]!));
  const entities = [...knowledge.entities.keys()].filter((i) => cites(knowledge.entities[i]!));
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    source: { ...source, ...tallySources(context, scoped).get(id)! },
    reliability: {
      letter: source.reliability,
      words: knowledge.ontology.record.grading.reliability[source.reliability],
    },
    relations: await makeEach(relations, control, (i) => relationView(knowledge, i)),
    entities: await makeEach(entities, control, (i) => ({
      ...context.reference(i),
      claims: knowledge.entities[i]!.claims.filter((claim) => claim.source === id).map((claim) =>
        evidenceOf(knowledge, claim),
      ),
    })),
  };
}

type SourceTally = Pick<Answer<'sources'>['sources'][number], 'claims' | 'entities' | 'relations' | 'sole'>;

/** Per source: its claims, the records they speak of, and the relations that no other source supports. */
function tallySources({ knowledge }: Context, scoped: ScopedGraph): Map<Source['id'], SourceTally> {
  const tallies = new Map(
    [...knowledge.sources.keys()].map((id) => [id, { claims: 0, entities: 0, relations: 0, sole: 0 }]),
  );
  knowledge.entities.forEach((entity, i) => {
    if (scoped.entities[i] === 0) return;
    for (const claim of entity.claims) tallies.get(claim.source)!.claims++;
    for (const id of new Set(entity.claims.map((claim) => claim.source))) tallies.get(id)!.entities++;
  });
  knowledge.relations.forEach((relation, i) => {
    if (scoped.relations[i] === 0) return;
    for (const claim of relation.claims) tallies.get(claim.source)!.claims++;
    for (const id of new Set(relation.claims.map((claim) => claim.source))) tallies.get(id)!.relations++;
    const supporting = supportersOf(relation.claims);
    if (supporting.size === 1) for (const id of supporting) tallies.get(id)!.sole++;
  });
  return tallies;
}
