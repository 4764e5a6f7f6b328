/** Answers about the data as a whole: meta, stats. */
import type { Answer, Parameters } from '../../contract/questions.js';
import { components } from '../../kernels/components.js';
import { type Context, scopeOf } from '../context.js';
import { VIEW_DEFAULTS } from '../defaults.js';
import { Tally } from '../tally.js';

export function answerMeta(context: Context): Answer<'meta'> {
  const { knowledge } = context;
  const { title, description } = knowledge.ontology.record;
  const counts = countByCollection(context);
  return {
    revision: knowledge.revision,
    version: context.version,
    title,
    ...(description === undefined ? {} : { description }),
    entities: knowledge.entities.length,
    relations: knowledge.relations.length,
    sources: knowledge.sources.size,
    names: context.names.size,
    collections: knowledge.collections.map((collection) => ({ ...collection, ...counts[collection.id]! })),
    ontology: knowledge.ontology.record,
    relationNumbers: countNumbers(context),
  };
}

function countNumbers({ knowledge }: Context): Answer<'meta'>['relationNumbers'] {
  const counts = new Tally();
  for (const { attributes } of knowledge.relations)
    for (const [attribute, value] of Object.entries(attributes))
      if (typeof value === 'number') counts.add(attribute);
  return [...counts].map(([attribute, relations]) => ({ attribute, relations }));
}

export function answerStats(context: Context, parameters: Parameters<'stats'>): Answer<'stats'> {
  const { knowledge } = context;
  const scoped = context.scope(scopeOf(parameters), VIEW_DEFAULTS);
  const { csr } = context.snapshot(scoped, { direction: 'any' });
  const byKind = new Tally();
  const byType = new Tally();
  const entityStatus = new Tally();
  const relationStatus = new Tally();
  const byCollection = noneByCollection(context);
  const cited = new Set<string>();
  let claims = 0;
  let disputed = 0;
  knowledge.entities.forEach((entity, i) => {
    if (scoped.entities[i] === 0) return;
    byCollection[entity.collection]!.entities++;
    for (const { source } of entity.claims) cited.add(source);
    byKind.add(entity.kind);
    entityStatus.add(entity.status);
    claims += entity.claims.length;
  });
  knowledge.relations.forEach((relation, i) => {
    if (scoped.relations[i] === 0) return;
    byCollection[relation.collection]!.relations++;
    for (const { source } of relation.claims) cited.add(source);
    byType.add(relation.type);
    relationStatus.add(relation.status);
    claims += relation.claims.length;
    if (knowledge.standings[i]!.disputed) disputed++;
  });
  for (const id of cited) byCollection[knowledge.sources.get(id)!.collection]!.sources++;
  const { sizes } = components(csr);
  const { entities, relations, undated } = scoped.answer;
  const statuses = new Set([...entityStatus.keys(), ...relationStatus.keys()]);
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    entities,
    relations,
    sources: cited.size,
    claims,
    byKind: byKind.record(),
    byType: byType.record(),
    byCollection,
    byStatus: Object.fromEntries(
      [...statuses].map((status) => [
        status,
        { entities: entityStatus.get(status) ?? 0, relations: relationStatus.get(status) ?? 0 },
      ]),
    ),
    components: { count: sizes.length, largest: sizes.reduce((most, size) => Math.max(most, size), 0) },
    density: entities < 2 ? 0 : csr.targets.length / (entities * (entities - 1)),
    undatedShare: relations === 0 ? null : undated / relations,
    disputed,
  };
}

const noneByCollection = ({ knowledge }: Context): Answer<'stats'>['byCollection'] =>
  Object.fromEntries(knowledge.collections.map(({ id }) => [id, { entities: 0, relations: 0, sources: 0 }]));

/** All there is, whatever the scope, sources that nothing cites yet too. */
function countByCollection(context: Context): Answer<'stats'>['byCollection'] {
  const { knowledge } = context;
  const counts = noneByCollection(context);
  for (const entity of knowledge.entities) counts[entity.collection]!.entities++;
  for (const relation of knowledge.relations) counts[relation.collection]!.relations++;
  for (const source of knowledge.sources.values()) counts[source.collection]!.sources++;
  return counts;
}
