/** The tab-separated tables of the General Catalog as rows with their lines; what cannot be used is named. */
import { vagueDate } from './gcat-dates.js';
import { readable } from './gcat-row-dates.js';
import type { ImportNotes } from './import-notes.js';

/** Each table with the columns that it cannot do without; the first is its key. */
export const GCAT_TABLES = {
  orgs: ['Code', 'UCode', 'StateCode', 'Type', 'Class', 'TStart', 'TStop', 'Name', 'Parent'],
  sites: ['Site', 'StateCode', 'TStart', 'TStop', 'Name', 'Parent'],
  platforms: ['Code', 'StateCode', 'Type', 'TStart', 'TStop', 'Name', 'Parent'],
  launchlog: [
    'JCAT',
    'Launch_Tag',
    'Launch_Date',
    'Type',
    'Name',
    'SatOwner',
    'SatState',
    'LV_Type',
    'Launch_Site',
    'Agency',
    'LVState',
    'Launch_Code',
  ],
  psatcat: ['JCAT', 'Name', 'LDate', 'TOp', 'Program', 'Class', 'Category', 'UNState'],
} as const;
export type GcatTableName = keyof typeof GCAT_TABLES;
export const GCAT_TABLE_NAMES = Object.keys(GCAT_TABLES) as GcatTableName[];

/** A row by its columns' names; `-` and nothing are no value, and the blanks that fill a column up are one. */
export class GcatRow {
  readonly table: GcatTableName;
  readonly line: number;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];

  constructor(
    table: GcatTableName,
    line: number,
    columns: ReadonlyMap<string, number>,
    cells: readonly string[],
  ) {
    this.table = table;
    this.line = line;
    this.#columns = columns;
    this.#cells = cells;
  }

  get(column: string): string | undefined {
    const cell = this.#cells[this.#columns.get(column) ?? -1]?.trim() ?? '';
    const text = cell.replace(/\s+/g, ' ').replace(/ \?$/, '?');
    return text === '' || /^-( -)*$/.test(text) ? undefined : text;
  }

  get place(): string {
    return `${this.table}.tsv:${this.line}`;
  }
}

export interface GcatTable {
  rows: GcatRow[];
  byKey: Map<string, GcatRow>;
  /** Day on which the file says that it was updated. */
  updated?: string;
}

/** Reads one table. Rows that cannot be used are left out and noted; so is a whole file that is missing or has no such header. */
export function readGcatTable(
  name: GcatTableName,
  bytes: Uint8Array | undefined,
  notes: ImportNotes,
): GcatTable {
  const table: GcatTable = { rows: [], byKey: new Map() };
  const needed = GCAT_TABLES[name];
  if (bytes === undefined) {
    notes.add('Files that are missing; nothing of theirs was read', `${name}.tsv`);
    return table;
  }
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const header = lines[0]?.startsWith('#') === true ? lines[0].slice(1).split('\t') : [];
  const columns = new Map(header.map((column, i) => [column.trim(), i]));
  const lacking = needed.filter((column) => !columns.has(column));
  if (lacking.length > 0) {
    notes.add('Files without a header line that names their columns; nothing of theirs was read', [
      `${name}.tsv:1 (lacks ${lacking.join(', ')})`,
    ]);
    return table;
  }
  for (const [i, text] of lines.entries()) {
    if (i === 0 || text.trim() === '') continue;
    if (text.startsWith('#')) {
      const date = /^# *Updated +(\d{4} [A-Za-z]{3} +\d{1,2})/.exec(text)?.[1];
      const updated = readable(`${name}.tsv:${i + 1}`, notes, () => vagueDate(date));
      if (updated !== undefined) table.updated = updated;
      continue;
    }
    const row = new GcatRow(name, i + 1, columns, text.split('\t'));
    const cells = text.split('\t').length;
    const key = row.get(needed[0]);
    if (cells !== header.length)
      notes.add('Rows left out: their number of cells is not the header’s', [
        `${row.place} (${cells} of ${header.length})`,
      ]);
    else if (key === undefined) notes.add(`Rows left out: their key is empty`, row.place);
    else if (table.byKey.has(key))
      notes.add('Rows left out: another row has their key', `${row.place} (${key})`);
    else {
      if (text.includes('\uFFFD'))
        notes.add('Rows with bytes that are no UTF-8, read without them', row.place);
      table.rows.push(row);
      table.byKey.set(key, row);
    }
  }
  return table;
}
