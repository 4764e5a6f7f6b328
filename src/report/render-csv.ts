/** The main table of a report as CSV that spreadsheets open: figures as the answers give them, sources written out in each row. */
import Papa from 'papaparse';
import type { Cell, Reference, ReportDocument, Span } from './document.js';
import { visible } from './escape.js';

/** Excel takes UTF-8 for a regional encoding without it. */
const BYTE_ORDER_MARK = '\ufeff';

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. Without a main table, as where no path was found, the mark alone. */
export function renderCsv({ blocks, references }: ReportDocument): string {
  const main = blocks.find((block) => block.is === 'table' && block.main === true);
  if (main?.is !== 'table') return BYTE_ORDER_MARK;
  const fields = main.columns.map(({ title }) => title);
  const data = main.rows.map((row) => row.map((value) => cell(value, references)));
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** A double holds hardly more; what stands behind them is dust of sums, such as the last 6 of 0.006400000000000006. */
const DIGITS = 12;

/** Full-width signs count: a spreadsheet may take them for the narrow ones. */
const FORMULA = /^\s*'*[=+\-@\t\r\n＝＋－＠]/;

function cell(value: Cell, references: readonly Reference[]): string | number {
  if (value === null) return '';
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  // A cell that cites is its sources, whose titles would stand twice beside words.
  const cited = value.flatMap((span) =>
    typeof span !== 'string' && 'cite' in span ? [references[span.cite - 1]!] : [],
  );
  return visible(cited.length === 0 ? value.map(words).join('').trim() : cited.map(sourceWords).join('; '));
}

function words(span: Span): string {
  if (typeof span === 'string') return span;
  if ('strong' in span) return span.strong;
  if ('dim' in span) return span.dim;
  return 'period' in span ? span.period : '';
}

/** `First launch (SpaceNews, 2024-08) https://example.org/1`: a row that is cut out still says where it is from. */
function sourceWords({ title, authors, publisher, date, url, archivedUrl }: Reference): string {
  const by = [...authors, publisher, date].filter((part) => part !== undefined && part !== '').join(', ');
  return [title, ...(by === '' ? [] : [`(${by})`]), url ?? archivedUrl]
    .filter((part) => part !== undefined)
    .join(' ');
}
