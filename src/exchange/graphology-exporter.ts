/** Writes the JSON that graphology's `Graph.from` reads. */
import { entityColumns, relationColumns } from './columns.js';
import { type Exporter, isDirected } from './exporter.js';

export const graphologyExporter: Exporter = {
  id: 'graphology',
  extension: '.json',
  mediaType: 'application/json',
  write: ({ entities, relations, ontology }) => {
    const directed = relations.map((relation) => isDirected(relation, ontology));
    const type = !directed.includes(false) ? 'directed' : directed.includes(true) ? 'mixed' : 'undirected';
    return JSON.stringify({
      attributes: { name: ontology.record.title },
      options: { type, multi: true, allowSelfLoops: true },
      nodes: entities.map((entity) => ({
        key: entity.id,
        attributes: { label: entity.name, ...entityColumns(entity) },
      })),
      edges: relations.map((relation, i) => ({
        key: relation.id,
        source: relation.from,
        target: relation.to,
        ...(directed[i] === true ? {} : { undirected: true }),
        attributes: relationColumns(relation),
      })),
    });
  },
};
