/** A page of text for people: paragraphs and tables laid out to a width, coloured where the terminal can. */
import picocolors from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

export type Style = ReturnType<typeof picocolors.createColors>;

/** How a column stands; `decimal` lines its points up. Only left-aligned columns give way and wrap on a narrow page. */
export interface Column {
  title: string;
  align?: 'left' | 'right' | 'decimal';
  style?: (text: string) => string;
}

export interface Margin {
  /** Columns left free before every line. */
  indent?: number;
  /** Stands before the first line; later ones hang below its end. */
  bullet?: string;
}

const GAP = 2;
const LEAST_WIDTH = 40;
const LEAST_COLUMN = 12;

/** Collects lines. Widths are in terminal cells, so that 军 counts as two; nothing is ever cut off. */
export class Page {
  readonly width: number;
  readonly style: Style;
  readonly #lines: string[] = [];

  constructor(width: number, coloured: boolean) {
    this.width = Math.max(LEAST_WIDTH, width);
    this.style = picocolors.createColors(coloured);
  }

  /** A paragraph wrapped to the width. Without text, an empty line. */
  line(text = '', { indent = 0, bullet = '' }: Margin = {}): void {
    const hanging = indent + stringWidth(bullet);
    const lines = wrapAnsi(text, Math.max(LEAST_COLUMN, this.width - hanging), { hard: true }).split('\n');
    lines.forEach((line, i) => {
      const margin = i === 0 ? ' '.repeat(indent) + bullet : ' '.repeat(hanging);
      this.#lines.push((margin + line).trimEnd());
    });
  }

  /** A line as it is, whatever its length: for editors and scripts to read. */
  verbatim(text: string): void {
    this.#lines.push(text);
  }

  /** A heading after an empty line. */
  heading(text: string): void {
    this.line();
    this.line(this.style.bold(text));
  }

  /** Rows under their titles. Rows of one table have as many cells as it has columns. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[], indent = 0): void {
    const cells = columns.map((column, c) => {
      const texts = rows.map((row) => row[c]!);
      return column.align === 'decimal' ? alignPoints(texts) : texts;
    });
    const natural = columns.map((column, c) =>
      cells[c]!.reduce((widest, text) => Math.max(widest, stringWidth(text)), stringWidth(column.title)),
    );
    const widths = narrow(columns, cells, natural, this.width - indent);
    const write = (texts: readonly string[], style: (text: string, column: Column) => string) => {
      const wrapped = texts.map((text, c) =>
        stringWidth(text) <= widths[c]! ? [text] : wrapAnsi(text, widths[c]!, { hard: true }).split('\n'),
      );
      for (let i = 0; i < Math.max(...wrapped.map((lines) => lines.length)); i++) {
        const parts = columns.map((column, c) =>
          style(pad(wrapped[c]![i] ?? '', widths[c]!, column.align), column),
        );
        this.#lines.push((' '.repeat(indent) + parts.join(' '.repeat(GAP))).trimEnd());
      }
    };
    if (columns.some((column) => column.title !== ''))
      write(
        columns.map((column) => column.title),
        (text) => this.style.dim(text),
      );
    for (let r = 0; r < rows.length; r++)
      write(
        cells.map((texts) => texts[r]!),
        (text, column) => (column.style ?? String)(text),
      );
  }

  toString(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' || align === 'decimal' ? space + text : text + space;
}

/** Numbers padded so that their points stand in one column when aligned right, and so does what follows them: `3.5 (2)`. */
function alignPoints(texts: readonly string[]): string[] {
  const parts = texts.map((text) =>
    /^([^.\s]*)(\.\S*)?(.*)$/
      .exec(text)!
      .slice(1)
      .map((part) => part ?? ''),
  );
  const widest = (part: number) => parts.reduce((most, each) => Math.max(most, each[part]!.length), 0);
  const [fraction, rest] = [widest(1), widest(2)];
  return parts.map((each) => each[0]! + each[1]!.padEnd(fraction) + each[2]!.padEnd(rest));
}

/**
 * Natural widths, the widest left-aligned columns narrowed until the row fits or none can give more: first as far as their words
 * stay whole (an id is one word), then further.
 */
function narrow(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  natural: readonly number[],
  available: number,
): number[] {
  const widths = [...natural];
  const longestWord = (texts: readonly string[]) =>
    texts.flatMap((text) => text.split(' ')).reduce((most, word) => Math.max(most, stringWidth(word)), 0);
  const givesWay = columns.flatMap((column, c) => ((column.align ?? 'left') === 'left' ? [c] : []));
  let excess = widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1)) - available;
  if (excess <= 0) return widths;
  const whole = cells.map((texts) => Math.max(LEAST_COLUMN, longestWord(texts)));
  for (const least of [whole, whole.map(() => LEAST_COLUMN)]) {
    while (excess > 0) {
      const wide = givesWay.filter((c) => widths[c]! > least[c]!);
      if (wide.length === 0) break;
      widths[wide.reduce((widest, c) => (widths[c]! > widths[widest]! ? c : widest))]!--;
      excess--;
    }
  }
  return widths;
}
