/** Writes relations as CSV that Gephi and spreadsheets open. */
import type { AttributeValue } from './attribute-values.js';
import { type DeclaredColumn, declareColumns, valueText } from './column-table.js';
import { escapeName, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';

/** Excel takes UTF-8 for a regional encoding without it. */
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet would run, and what would be taken for the defence against it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const LEADING = [
  'Source',
  'Target',
  'Type',
  'Id',
  'source_name',
  'target_name',
  'source_kind',
  'target_kind',
];

export const csvExporter: Exporter = {
  id: 'csv',
  extension: '.csv',
  mediaType: 'text/csv; charset=utf-8',
  *write({ entities, relations, ontology }) {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    const rows = yield* each(relations, relationColumns);
    const columns = declareColumns(rows);
    const lines = yield* each(relations, (relation, i) => {
      const from = byId.get(relation.from);
      const to = byId.get(relation.to);
      const cells = [
        relation.from,
        relation.to,
        isDirected(relation, ontology) ? 'Directed' : 'Undirected',
        relation.id,
        from?.name,
        to?.name,
        from?.kind,
        to?.kind,
        ...columns.map(({ name }) => rows[i]![name]),
      ];
      return cells.map(cell).join(',');
    });
    const header = [...LEADING, ...columns.map((column) => cell(headerName(column)))].join(',');
    return `${BYTE_ORDER_MARK}${[header, ...lines].join('\r\n')}\r\n`;
  },
};

/** Names that our importer reads as ends and the like, and the one that it takes for a column without any. */
const RESERVED = new Set([...LEADING.map((name) => name.toLowerCase()), 'from', 'to', '']);

/** What is called weight must hold numbers to our importer. */
function headerName({ name, type }: DeclaredColumn): string {
  const own = name.toLowerCase();
  return RESERVED.has(own) || (own === 'weight' && type !== 'number') ? escapeName(name) : name;
}

function cell(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : valueText(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
