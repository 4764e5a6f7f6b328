/** The audit: how well each collection, and the whole, is sourced, dated, named and tied together. */
import type { Answer } from '../../contract/questions.js';
import type { Claim } from '../../contract/records.js';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.js';
import { components } from '../../kernels/components.js';
import { reachesBeyond } from '../../model/period.js';
import type { Context } from '../context.js';
import { VIEW_DEFAULTS } from '../defaults.js';
import { Tally } from '../tally.js';
import { supportersOf } from '../views.js';

type Coverage = Answer<'audit'>['all'];

/** As many publications are named as a reader looks at to see whether one carries too much. */
const NAMED_PUBLICATIONS = 3;

/**
 * Counts everything, whatever its type or status. Orphans and components are those of the whole graph: what a collection ties to
 * another is no island. O(entities + relations + claims).
 */
export function answerAudit(context: Context): Answer<'audit'> {
  const { knowledge } = context;
  const { csr, nodeOf } = context.snapshot(context.scope({}, VIEW_DEFAULTS), { direction: 'any' });
  const { labels, sizes } = components(csr);
  const largest = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0));
  const all = new Count();
  const counts = new Map(knowledge.collections.map(({ id }) => [id, new Count()]));
  knowledge.entities.forEach((entity, i) => {
    for (const count of [all, counts.get(entity.collection)!]) {
      const { coverage } = count;
      coverage.entities++;
      count.addClaims(entity.claims);
      for (const language in entity.names) count.names.add(language);
      if (knowledge.relationsAt(i).length === 0) coverage.orphans++;
      if (labels[nodeOf[i]!] === largest) coverage.largestComponent++;
    }
  });
  const outOfTime = knowledge.relations.map((_, i) => endsOutOfTime(knowledge, i));
  knowledge.relations.forEach((relation, i) => {
    const { disputed, origins } = knowledge.standings[i]!;
    const hasOneSource = supportersOf(relation.claims).size === 1;
    for (const count of [all, counts.get(relation.collection)!]) {
      const { coverage } = count;
      coverage.relations++;
      count.addClaims(relation.claims);
      if (hasOneSource) coverage.oneSource++;
      if (origins.least >= 2) coverage.independent++;
      if (relation.period === undefined) coverage.undated++;
      if (disputed || relation.status !== 'actual') coverage.contested++;
      if (outOfTime[i]!.length > 0) coverage.outOfTime++;
    }
  });
  const titleOf = (id: string) => knowledge.sources.get(id)!.title;
  return {
    revision: knowledge.revision,
    collections: Object.fromEntries([...counts].map(([id, count]) => [id, count.finish(titleOf)])),
    all: all.finish(titleOf),
    outOfTime: outOfTime.flat(),
  };
}

/** The ends of a relation that do not exist, or not any more, while it surely holds; of what has no dates nobody can say so. */
function endsOutOfTime(
  { relations, entities, relationPeriods, entityPeriods, from, to }: KnowledgeGraph,
  relation: number,
): Answer<'audit'>['outOfTime'] {
  const period = relationPeriods[relation];
  if (period === undefined) return [];
  return [...new Set([from[relation]!, to[relation]!])].flatMap((end) => {
    const life = entityPeriods[end];
    return life !== undefined && reachesBeyond(period, life)
      ? { relation: relations[relation]!.id, period: period.text, entity: entities[end]!.id, life: life.text }
      : [];
  });
}

class Count {
  readonly names = new Tally();
  readonly #claims = new Tally();
  readonly coverage: Coverage = {
    entities: 0,
    relations: 0,
    claims: 0,
    publications: 0,
    largestShares: [],
    oneSource: 0,
    independent: 0,
    undated: 0,
    contested: 0,
    outOfTime: 0,
    names: {},
    orphans: 0,
    largestComponent: 0,
  };

  addClaims(claims: readonly Claim[]): void {
    this.coverage.claims += claims.length;
    for (const { source } of claims) this.#claims.add(source);
  }

  finish(titleOf: (source: string) => string): Coverage {
    return {
      ...this.coverage,
      publications: this.#claims.size,
      largestShares: Object.entries(this.#claims.record())
        .slice(0, NAMED_PUBLICATIONS)
        .map(([id, claims]) => ({ id, title: titleOf(id), claims })),
      names: this.names.record(),
    };
  }
}
