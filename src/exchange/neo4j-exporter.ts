/** Writes the lines of JSON that Neo4j's APOC library imports. */
import { entityColumns, escapeName, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';
import { UNDIRECTED } from './neo4j-importer.js';

export const neo4jExporter: Exporter = {
  id: 'neo4j',
  extension: '.neo4j.json',
  mediaType: 'application/x-ndjson',
  *write({ entities, relations, ontology }) {
    const labels = new Map(entities.map(({ id, kind }) => [id, [pascalCase(kind)]]));
    const nodes = yield* each(entities, (entity) =>
      lineOf({
        type: 'node',
        id: entity.id,
        labels: labels.get(entity.id),
        properties: { name: entity.name, ...entityColumns(entity) },
      }),
    );
    const ties = yield* each(relations, (relation) => {
      const { [UNDIRECTED]: own, ...columns } = relationColumns(relation);
      return lineOf({
        id: relation.id,
        type: 'relationship',
        label: relation.type.replace(/[^\p{L}\p{N}]+/gu, '_').toUpperCase(),
        properties: {
          ...columns,
          ...(own === undefined ? {} : { [escapeName(UNDIRECTED)]: own }),
          ...(isDirected(relation, ontology) ? {} : { [UNDIRECTED]: true }),
        },
        start: { id: relation.from, labels: labels.get(relation.from) },
        end: { id: relation.to, labels: labels.get(relation.to) },
      });
    });
    return [...nodes, ...ties].join('');
  },
};

const lineOf = (record: object) => `${JSON.stringify(record)}\n`;

function pascalCase(id: string): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}
