/** The main table of a report as CSV that spreadsheets open: figures as the answers give them, citations as numbers in brackets. */
import Papa from 'papaparse';
import type { Cell, ReportDocument, Span } from './document.js';
import { visible } from './escape.js';

/** Excel takes UTF-8 for a regional encoding without it. */
const BYTE_ORDER_MARK = '\ufeff';

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. Without a main table, as where no path was found, the mark alone. */
export function renderCsv({ blocks }: ReportDocument): string {
  const main = blocks.find((block) => block.is === 'table' && block.main === true);
  if (main?.is !== 'table') return BYTE_ORDER_MARK;
  const fields = main.columns.map(({ title }) => title);
  const data = main.rows.map((row) => row.map(cell));
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** Full-width signs count: a spreadsheet may take them for the narrow ones. */
const FORMULA = /^\s*'*[=+\-@\t\r\n＝＋－＠]/;

const cell = (value: Cell): string | number =>
  value === null ? '' : typeof value === 'number' ? value : visible(value.map(words).join('').trim());

const words = (span: Span): string => {
  if (typeof span === 'string') return span;
  if ('strong' in span) return span.strong;
  return 'dim' in span ? span.dim : `[${span.cite}]`;
};
