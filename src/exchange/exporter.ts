/** What an exporter is: a record that turns a graph, or the part of one that a scope left, into text of one format. */
import type { GraphFormat } from '../contract/formats.js';
import type { Entity, Relation } from '../contract/records.js';
import type { Ontology } from '../model/ontology.js';

/** A relation to write, with its confidence where somebody computed it. */
export type ExportedRelation = Relation & { confidence?: number | null };

export interface ExportedGraph {
  entities: readonly Entity[];
  /** Their ends are among `entities`. */
  relations: readonly ExportedRelation[];
  /** Says which types are symmetric. A type that it does not know is written as directed. */
  ontology: Ontology;
}

export interface Exporter {
  id: GraphFormat;
  /** File name ending, with the dot. */
  extension: string;
  mediaType: string;
  /** The whole file as text, in steps between which others may have their turn. O(entities + relations) times their attributes. */
  write(graph: ExportedGraph): Generator<undefined, string>;
}

/** As many records as are written in some milliseconds. */
const AT_A_TIME = 500;

/** What `make` makes of each, in steps. */
export function* each<T, R>(
  items: readonly T[],
  make: (item: T, position: number) => R,
): Generator<undefined, R[]> {
  const made: R[] = [];
  for (const item of items) {
    if (made.length % AT_A_TIME === AT_A_TIME - 1) yield;
    made.push(make(item, made.length));
  }
  return made;
}

/** Whether a relation has a direction, which its type knows. */
export function isDirected(relation: Relation, ontology: Ontology): boolean {
  return ontology.type(relation.type)?.symmetric !== true;
}
