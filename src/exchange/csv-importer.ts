/** Reads a list of edges in CSV: one row a relation, its ends named by the header. */
import Papa from 'papaparse';
import { type AttributeValue, isPlainNumeral, readDeclared } from './attribute-values.js';
import { decodeLooseText } from './decode-text.js';
import { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';

const DELIMITERS = [',', ';', '\t'] as const;
/** A first line in which spreadsheets say what stands between cells. */
const SEPARATOR = /^"?sep=([^\r\n"])"?\r?\n/i;
/** What spreadsheets would run as a formula; the exporter puts an apostrophe before it. */
const DEFUSED = /^'+[=+\-@\t\r]/;

export const csvImporter: Importer = {
  id: 'csv',
  extensions: ['.csv', '.tsv'],
  read: (bytes, fileName) => {
    const draft = new DraftGraph(fileName, bytes);
    new CsvReader(decodeLooseText(bytes, draft), draft).read();
    return draft.finish();
  },
};

type Column = { index: number; name: string; type: 'number' | 'boolean' | 'text' };

class CsvReader {
  readonly #draft: DraftGraph;
  readonly #header: string[];
  readonly #rows: string[][];
  readonly #firstLine: number;
  /** Position of the row being read, and a row of which the line is known. */
  #row = 0;
  #known = { row: 0, line: 0 };

  constructor(text: string, draft: DraftGraph) {
    this.#draft = draft;
    const [said = '', delimiter = detectDelimiter(text)] = SEPARATOR.exec(text) ?? [];
    const { data, errors } = Papa.parse<string[]>(text.slice(said.length), { delimiter });
    this.#rows = data;
    this.#firstLine = said === '' ? 1 : 2;
    draft.locate(() => ({ line: this.#lineOf(this.#row), column: 1 }));
    const [error] = errors;
    if (error !== undefined) {
      this.#row = error.row ?? 0;
      draft.stop(`${error.message.toLowerCase()}; close the quote, and double quotes inside quotes`);
    }
    this.#header = (data[0] ?? []).map((name) => name.trim());
  }

  read(): void {
    const header = this.#header.map((name) => name.toLowerCase());
    const find = (...names: string[]) => header.findIndex((name) => names.includes(name));
    const pair = [
      ['source', 'target'],
      ['from', 'to'],
    ].find((names) => names.every((name) => header.includes(name)));
    if (pair === undefined) {
      this.#draft.stop(
        `the header (${this.#header.slice(0, 8).join(', ')}) does not name both ends of a relation; call two columns source and target, or from and to. A table of nodes cannot be read`,
      );
    }
    const [from, to] = pair.map((name) => header.indexOf(name)) as [number, number];
    const id = find('id');
    const type = find('type');
    const ends = (['source', 'target'] as const).map((end, i) => ({
      of: i === 0 ? from : to,
      name: find(`${end}_name`),
      kind: find(`${end}_kind`),
    }));
    const known = new Set([from, to, id, ...ends.flatMap(({ name, kind }) => [name, kind])]);
    const columns = this.#columns(known);

    if (this.#rows.slice(1).every(isBlank))
      this.#draft.stop('no row stands below the header; give one to each relation');
    this.#eachRow((row) => {
      for (const end of ends) this.#addEnd(row, end);
      const direction = type < 0 ? '' : row[type]!.trim().toLowerCase();
      const isDirection = direction === 'directed' || direction === 'undirected' || direction === 'mutual';
      const attributes = {};
      for (const column of columns) {
        if (column.index === type && isDirection) continue;
        this.#draft.set(attributes, column.name, readCell(row[column.index]!, column.type));
      }
      const edgeId = id < 0 ? '' : undefuse(row[id]!.trim());
      this.#draft.addEdge({
        id: edgeId === '' ? undefined : edgeId,
        from: undefuse(row[from]!.trim()),
        to: undefuse(row[to]!.trim()),
        directed: !isDirection || direction === 'directed',
        attributes,
      });
    });
  }

  /** An entity for the end of a row, unless a row before had it. */
  #addEnd(row: readonly string[], end: { of: number; name: number; kind: number }): void {
    const id = undefuse(row[end.of]!.trim());
    if (id === '' || this.#draft.has(id)) return;
    const attributes = {};
    if (end.name >= 0) this.#draft.set(attributes, 'label', undefuse(row[end.name]!));
    if (end.kind >= 0) this.#draft.set(attributes, 'kind', undefuse(row[end.kind]!));
    this.#draft.addNode(id, attributes);
  }

  /** The columns that are attributes, each with the narrowest type that holds all its cells. */
  #columns(known: ReadonlySet<number>): Column[] {
    const columns: Column[] = [];
    const names = new Set<string>();
    this.#header.forEach((given, index) => {
      if (known.has(index)) return;
      const name = given === '' ? `column-${index + 1}` : undefuse(given);
      if (names.has(name)) this.#draft.fault(`the header names ${name} twice; rename one`);
      names.add(name);
      columns.push({ index, name, type: 'text' });
    });
    const maybe = columns.map(() => ({ number: true, boolean: true, filled: false }));
    this.#eachRow((row) => {
      columns.forEach(({ index, name }, i) => {
        const cell = row[index]!.trim();
        if (cell === '') return;
        const guess = maybe[i]!;
        guess.filled = true;
        if (guess.boolean && cell !== 'true' && cell !== 'false') guess.boolean = false;
        if (!guess.number || isPlainNumeral(cell)) return;
        guess.number = false;
        // By convention a number; one cell that is none must not turn the others into text.
        if (name.toLowerCase() !== 'weight') return;
        this.#draft.stop(`the ${name} '${cell}' is not a finite number; correct it, or rename the column`);
      });
    });
    return columns.map((column, i) => {
      const { filled, number, boolean } = maybe[i]!;
      return { ...column, type: filled && number ? 'number' : filled && boolean ? 'boolean' : 'text' };
    });
  }

  /** Every row below the header but blank ones. Ragged rows are faults. */
  #eachRow(visit: (row: readonly string[]) => void): void {
    const width = this.#header.length;
    for (this.#row = 1; this.#row < this.#rows.length; this.#row++) {
      const row = this.#rows[this.#row]!;
      if (isBlank(row)) continue;
      if (row.length !== width) {
        this.#draft.stop(
          `the header names ${width} columns, and the row has ${row.length}; add or quote what is missing`,
        );
      }
      visit(row);
    }
    this.#row = 0;
  }

  /** The line on which a row begins: one a row, and one more for each line break inside a cell before it. */
  #lineOf(row: number): number {
    let { line, row: i } = this.#known;
    if (line === 0 || row < i) [line, i] = [this.#firstLine, 0];
    for (; i < row; i++) {
      line++;
      for (const cell of this.#rows[i] ?? []) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    }
    this.#known = { row, line };
    return line;
  }
}

/** Spreadsheets save rows that were emptied as nothing but separators. */
const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

/** The delimiter that the first line has most of, outside quotes. */
function detectDelimiter(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function readCell(given: string, type: Column['type']): AttributeValue | undefined {
  // Where lines end now in one way, now in another, half of the longer end is left in the last cell.
  const cell = given.replace(/\r$/, '');
  if (cell === '') return undefined;
  return type === 'text' ? undefuse(cell) : readDeclared(type === 'number' ? 'double' : 'boolean', cell);
}

/** Takes away the apostrophe that keeps a spreadsheet from running a cell. */
function undefuse(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text;
}
