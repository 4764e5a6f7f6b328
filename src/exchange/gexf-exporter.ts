/** Writes GEXF 1.2, the version that Gephi, NetworkX and graphology all read. */
import { parsePeriod } from '../model/period.js';
import type { Attributes, ColumnType } from './attribute-values.js';
import { type DeclaredColumn, declareColumns, valueText } from './column-table.js';
import { entityColumns, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';
import { escapeXml } from './xml-text.js';

const TYPES: Record<ColumnType, string> = {
  text: 'string',
  number: 'double',
  boolean: 'boolean',
  'text-list': 'liststring',
  'number-list': 'listdouble',
};
const DAY_MS = 86_400_000;
/** ISO dates have four digits for the year. */
const FIRST_DAY = Date.parse('0000-01-01') / DAY_MS;
const LAST_DAY = Date.parse('9999-12-31') / DAY_MS;

export const gexfExporter: Exporter = {
  id: 'gexf',
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  *write({ entities, relations, ontology }) {
    const directed = relations.map((relation) => isDirected(relation, ontology));
    const byDefault = directed.length === 0 || directed.includes(true);
    const nodes = yield* each(entities, entityColumns);
    // A number called weight has a place of its own in GEXF, where every reader looks for it.
    const weights = relations.map(({ attributes: { weight } }) =>
      typeof weight === 'number' ? weight : undefined,
    );
    const edges = yield* each(relations, (relation, i) => {
      const { weight, ...rest } = relationColumns(relation);
      return weight === undefined || weights[i] !== undefined ? rest : { ...rest, weight };
    });
    const nodeColumns = declareColumns(nodes);
    const edgeColumns = declareColumns(edges);
    const dated = [...entities, ...relations].some(({ period }) => period !== undefined);
    const writeNode = valueWriter(nodeColumns);
    const writeEdge = valueWriter(edgeColumns);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
      `<graph defaultedgetype="${byDefault ? 'directed' : 'undirected'}"${dated ? ' mode="dynamic" timeformat="date"' : ''}>`,
      ...declaration('node', nodeColumns),
      ...declaration('edge', edgeColumns),
      '<nodes>',
      ...(yield* each(
        entities,
        ({ id, name, period }, i) =>
          `<node id="${escapeXml(id)}" label="${escapeXml(name)}"${bounds(period)}>${writeNode(nodes[i]!)}</node>`,
      )),
      '</nodes>',
      '<edges>',
      ...(yield* each(relations, ({ id, from, to, period }, i) => {
        const ends = `source="${escapeXml(from)}" target="${escapeXml(to)}"`;
        const type =
          directed[i] === byDefault ? '' : ` type="${directed[i] === true ? 'directed' : 'undirected'}"`;
        const weight = weights[i] === undefined ? '' : ` weight="${weights[i]}"`;
        return `<edge id="${escapeXml(id)}" ${ends}${type}${weight}${bounds(period)}>${writeEdge(edges[i]!)}</edge>`;
      })),
      '</edges>',
      '</graph>',
      '</gexf>',
      '',
    ].join('\n');
  },
};

function declaration(of: 'node' | 'edge', columns: readonly DeclaredColumn[]): string[] {
  if (columns.length === 0) return [];
  const one = ({ name, type }: DeclaredColumn, i: number) =>
    `<attribute id="${i}" title="${escapeXml(name)}" type="${TYPES[type]}"/>`;
  return [`<attributes class="${of}">`, ...columns.map(one), '</attributes>'];
}

function valueWriter(columns: readonly DeclaredColumn[]): (row: Attributes) => string {
  const ids = new Map(columns.map(({ name }, i) => [name, i]));
  return (row) => {
    const values = Object.entries(row).map(
      ([name, value]) => `<attvalue for="${ids.get(name)}" value="${escapeXml(valueText(value))}"/>`,
    );
    return values.length === 0 ? '' : `<attvalues>${values.join('')}</attvalues>`;
  };
}

/** The widest bounds of a period as days; an infinite one is left out. */
function bounds(text: string | undefined): string {
  if (text === undefined) return '';
  const { startMin, endMax } = parsePeriod(text);
  return bound('start', startMin) + bound('end', endMax);
}

function bound(name: string, day: number): string {
  if (day < FIRST_DAY || day > LAST_DAY) return '';
  return ` ${name}="${new Date(day * DAY_MS).toISOString().slice(0, 10)}"`;
}
