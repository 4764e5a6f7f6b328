/** The loaded graph: a graphology multigraph that keeps every sourced relation, and columns beside it for fast questions. */

import graphology from 'graphology';
import type { AbstractGraph } from 'graphology-types';
import type { Claim, Collection, Entity, Relation, Source } from '../contract/records.js';
import type { Dataset } from '../model/dataset.js';
import { type RelationConfidence, relationConfidence } from '../model/grading.js';
import type { Ontology } from '../model/ontology.js';
import { type Period, parseDate, parsePeriod } from '../model/period.js';

/** The multigraph that users' code browses: nodes carry entities, edges carry relations; symmetric types are undirected edges. */
export type RelationGraph = AbstractGraph<Entity, Relation>;

/**
 * A dataset made ready for questions. Entities and relations stand in the order of their ids, and that position is their index in
 * every column, mask and snapshot: ties that are broken by position are broken by id.
 */
export interface KnowledgeGraph {
  readonly revision: string;
  readonly ontology: Ontology;
  readonly collections: readonly Collection[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly graph: RelationGraph;
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  /** Position by id; ids that were merged lead to the entity they were merged into. */
  readonly entityPosition: ReadonlyMap<string, number>;
  readonly relationPosition: ReadonlyMap<string, number>;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly entityPeriods: readonly (Period | undefined)[];
  readonly relationPeriods: readonly (Period | undefined)[];
  readonly standings: readonly RelationConfidence[];
  /** Day on which the first supporting claim was published; +Infinity when no source is dated. */
  readonly knownBy: Float64Array;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Builds the graph and its columns in O(entities + relations), after sorting by id. The dataset must have passed `check`. */
export function buildKnowledgeGraph(dataset: Dataset): KnowledgeGraph {
  const { ontology, sources } = dataset;
  const graph: RelationGraph = new graphology.MultiGraph<Entity, Relation>();
  const entityPosition = new Map<string, number>();
  const relationPosition = new Map<string, number>();
  // graphology copies attributes; keeping its copies alone lets the dataset's be collected.
  const entities = [...dataset.entities].sort(byId).map((entity, position) => {
    graph.addNode(entity.id, entity);
    entityPosition.set(entity.id, position);
    return graph.getNodeAttributes(entity.id);
  });
  for (const entity of entities) {
    for (const id of entity.formerIds) entityPosition.set(id, entityPosition.get(entity.id)!);
  }
  const sorted = [...dataset.relations].sort(byId);
  const from = new Uint32Array(sorted.length);
  const to = new Uint32Array(sorted.length);
  const knownBy = new Float64Array(sorted.length);
  const published = new Map([...sources.values()].map((source) => [source.id, publicationDay(source)]));
  const standings: RelationConfidence[] = [];
  const relations = sorted.map((relation, position) => {
    if (ontology.type(relation.type)?.symmetric === true) {
      graph.addUndirectedEdgeWithKey(relation.id, relation.from, relation.to, relation);
    } else graph.addDirectedEdgeWithKey(relation.id, relation.from, relation.to, relation);
    relationPosition.set(relation.id, position);
    from[position] = entityPosition.get(relation.from)!;
    to[position] = entityPosition.get(relation.to)!;
    knownBy[position] = firstPublished(relation.claims, published);
    standings.push(relationConfidence(relation.claims, (id) => sources.get(id), ontology.record.grading));
    return graph.getEdgeAttributes(relation.id);
  });
  return {
    revision: dataset.revision,
    ontology,
    collections: dataset.collections,
    sources,
    graph,
    entities,
    relations,
    entityPosition,
    relationPosition,
    from,
    to,
    entityPeriods: entities.map(periodOf),
    relationPeriods: relations.map(periodOf),
    standings,
    knownBy,
  };
}

const periodOf = (record: { period?: string | undefined }) =>
  record.period === undefined ? undefined : parsePeriod(record.period);

const publicationDay = (source: Source) =>
  source.date === undefined ? Number.POSITIVE_INFINITY : parseDate(source.date).max;

function firstPublished(claims: readonly Claim[], published: ReadonlyMap<string, number>): number {
  let first = Number.POSITIVE_INFINITY;
  for (const claim of claims) {
    if (claim.stance === 'supports')
      first = Math.min(first, published.get(claim.source) ?? Number.POSITIVE_INFINITY);
  }
  return first;
}
