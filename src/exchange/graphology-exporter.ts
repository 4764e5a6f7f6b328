/** Writes the JSON that graphology's `Graph.from` reads. */
import { entityColumns, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';

export const graphologyExporter: Exporter = {
  id: 'graphology',
  extension: '.json',
  mediaType: 'application/json',
  *write({ entities, relations, ontology }) {
    const directed = relations.map((relation) => isDirected(relation, ontology));
    const type = !directed.includes(false) ? 'directed' : directed.includes(true) ? 'mixed' : 'undirected';
    const head = JSON.stringify({
      attributes: { name: ontology.record.title },
      options: { type, multi: true, allowSelfLoops: true },
    });
    const nodes = yield* each(entities, (entity) =>
      JSON.stringify({ key: entity.id, attributes: { label: entity.name, ...entityColumns(entity) } }),
    );
    const edges = yield* each(relations, (relation, i) =>
      JSON.stringify({
        key: relation.id,
        source: relation.from,
        target: relation.to,
        ...(directed[i] === true ? {} : { undirected: true }),
        attributes: relationColumns(relation),
      }),
    );
    return `${head.slice(0, -1)},"nodes":[${nodes.join(',')}],"edges":[${edges.join(',')}]}`;
  },
};
