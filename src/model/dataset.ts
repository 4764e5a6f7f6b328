/** A whole graph as it was read: its vocabulary and its records, before anything is compiled from them. */
import type { Collection, Entity, Relation, Source } from '../contract/records.js';
import type { Ontology } from './ontology.js';

export interface Dataset {
  ontology: Ontology;
  collections: Collection[];
  /** By id. */
  sources: Map<string, Source>;
  entities: Entity[];
  relations: Relation[];
  /** Hash of the content: the same data, the same revision. */
  revision: string;
  /** What an importer had to decide for itself, in sentences for the person who opened the file. Absent when there was nothing. */
  warnings?: string[];
}
