/** Writes GraphML. */
import type { Attributes, ColumnType } from './attribute-values.js';
import { type DeclaredColumn, declareColumns, valueText } from './column-table.js';
import { entityColumns, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';
import { escapeXml } from './xml-text.js';

/** Lists are text to most readers; `attr.list`, as Neo4j writes it, tells the others. */
const TYPES: Record<ColumnType, string> = {
  text: 'attr.type="string"',
  number: 'attr.type="double"',
  boolean: 'attr.type="boolean"',
  'text-list': 'attr.type="string" attr.list="string"',
  'number-list': 'attr.type="string" attr.list="double"',
};

export const graphmlExporter: Exporter = {
  id: 'graphml',
  extension: '.graphml',
  mediaType: 'application/graphml+xml',
  *write({ entities, relations, ontology }) {
    const directed = relations.map((relation) => isDirected(relation, ontology));
    const byDefault = directed.length === 0 || directed.includes(true);
    const nodes = yield* each(entities, (entity) => ({ label: entity.name, ...entityColumns(entity) }));
    const edges = yield* each(relations, relationColumns);
    const nodeColumns = declareColumns(nodes);
    const edgeColumns = declareColumns(edges);
    const writeNode = dataWriter('n', nodeColumns);
    const writeEdge = dataWriter('e', edgeColumns);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      ...nodeColumns.map(keyWriter('node')),
      ...edgeColumns.map(keyWriter('edge')),
      `<graph edgedefault="${byDefault ? 'directed' : 'undirected'}">`,
      ...(yield* each(entities, ({ id }, i) => `<node id="${escapeXml(id)}">${writeNode(nodes[i]!)}</node>`)),
      ...(yield* each(relations, ({ id, from, to }, i) => {
        const own = directed[i] === byDefault ? '' : ` directed="${directed[i]}"`;
        const ends = `source="${escapeXml(from)}" target="${escapeXml(to)}"`;
        return `<edge id="${escapeXml(id)}" ${ends}${own}>${writeEdge(edges[i]!)}</edge>`;
      })),
      '</graph>',
      '</graphml>',
      '',
    ].join('\n');
  },
};

const keyWriter =
  (domain: 'node' | 'edge') =>
  ({ name, type }: DeclaredColumn, i: number) =>
    `<key id="${domain[0]}${i}" for="${domain}" attr.name="${escapeXml(name)}" ${TYPES[type]}/>`;

function dataWriter(prefix: string, columns: readonly DeclaredColumn[]): (row: Attributes) => string {
  const keys = new Map(columns.map(({ name }, i) => [name, `${prefix}${i}`]));
  return (row) =>
    Object.entries(row)
      .map(([name, value]) => `<data key="${keys.get(name)}">${escapeXml(valueText(value))}</data>`)
      .join('');
}
