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
  /** Built when first asked for: questions need the columns alone, and a graph of 100,000 relations takes a second. */
  readonly graph: RelationGraph;
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  /** Position by id; ids that were merged lead to the entity they were merged into. */
  readonly entityPosition: ReadonlyMap<string, number>;
  readonly relationPosition: ReadonlyMap<string, number>;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Positions of the relations at an entity, ascending; a relation of an entity to itself once. */
  relationsAt(entity: number): Uint32Array;
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
  const entityPosition = new Map<string, number>();
  const relationPosition = new Map<string, number>();
  const entities = [...dataset.entities].sort(byId);
  entities.forEach((entity, position) => {
    entityPosition.set(entity.id, position);
  });
  for (const entity of entities) {
    for (const id of entity.formerIds) entityPosition.set(id, entityPosition.get(entity.id)!);
  }
  const relations = [...dataset.relations].sort(byId);
  const from = new Uint32Array(relations.length);
  const to = new Uint32Array(relations.length);
  const knownBy = new Float64Array(relations.length);
  const published = new Map([...sources.values()].map((source) => [source.id, publicationDay(source)]));
  const standings: RelationConfidence[] = [];
  relations.forEach((relation, position) => {
    relationPosition.set(relation.id, position);
    from[position] = entityPosition.get(relation.from)!;
    to[position] = entityPosition.get(relation.to)!;
    knownBy[position] = firstPublished(relation.claims, published);
    standings.push(relationConfidence(relation.claims, (id) => sources.get(id), ontology.record.grading));
  });
  const periodOf = periodReader();
  let graph: RelationGraph | undefined;
  return {
    revision: dataset.revision,
    ontology,
    collections: dataset.collections,
    sources,
    get graph() {
      graph ??= buildGraph(entities, relations, ontology);
      return graph;
    },
    entities,
    relations,
    entityPosition,
    relationPosition,
    from,
    to,
    relationsAt: indexEnds(from, to, entities.length),
    entityPeriods: entities.map(periodOf),
    relationPeriods: relations.map(periodOf),
    standings,
    knownBy,
  };
}

function buildGraph(
  entities: readonly Entity[],
  relations: readonly Relation[],
  ontology: Ontology,
): RelationGraph {
  const graph: RelationGraph = new graphology.MultiGraph<Entity, Relation>();
  for (const entity of entities) graph.addNode(entity.id, entity);
  for (const relation of relations) {
    if (ontology.type(relation.type)?.symmetric === true)
      graph.addUndirectedEdgeWithKey(relation.id, relation.from, relation.to, relation);
    else graph.addDirectedEdgeWithKey(relation.id, relation.from, relation.to, relation);
  }
  return graph;
}

/** Relations by end, in rows one after another: a count, then a second pass that fills in. */
function indexEnds(from: Uint32Array, to: Uint32Array, entities: number): (entity: number) => Uint32Array {
  const starts = new Uint32Array(entities + 1);
  const isLoop = (i: number) => from[i] === to[i];
  const eachEnd = (visit: (entity: number, relation: number) => void) => {
    for (let i = 0; i < from.length; i++) {
      visit(from[i]!, i);
      if (!isLoop(i)) visit(to[i]!, i);
    }
  };
  eachEnd((entity) => starts[entity + 1]!++);
  for (let i = 0; i < entities; i++) starts[i + 1]! += starts[i]!;
  const rows = new Uint32Array(starts[entities]!);
  const next = starts.slice();
  eachEnd((entity, relation) => {
    rows[next[entity]!++] = relation;
  });
  return (entity) => rows.subarray(starts[entity], starts[entity + 1]);
}

/** Reads periods, each text once: thousands of relations begin on the same day. */
function periodReader(): (record: { period?: string | undefined }) => Period | undefined {
  const known = new Map<string, Period>();
  return ({ period }) => {
    if (period === undefined) return undefined;
    const read = known.get(period) ?? parsePeriod(period);
    known.set(period, read);
    return read;
  };
}

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
