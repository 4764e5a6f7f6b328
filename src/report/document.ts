/** The one shape that every report is composed in, and every format is written from. Text is plain: whoever writes a format escapes it. */

/** Where a statement comes from: the number of a reference, with locator and grade where one claim is meant. */
interface Cite {
  cite: number;
  at?: string;
}
/** A period is written as it is where machines read, and in words where people do. */
export type Span = string | Cite | { strong: string } | { dim: string } | { period: string };

/** What stands in a table: words, or a figure as the answer gives it. */
export type Cell = readonly Span[] | number | null;

export interface Table {
  is: 'table';
  caption: string;
  /** Figures stand to the right; what is tight, such as a date, is not broken; what serves machines is left out where people read. */
  columns: readonly { title: string; figures?: boolean; tight?: boolean; forMachines?: boolean }[];
  rows: readonly (readonly Cell[])[];
  /** The table that a report comes to: the one that CSV holds. */
  main?: boolean;
}

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'subheading'; text: string; mark?: string }
  | { is: 'paragraph'; spans: readonly Span[]; lead?: boolean }
  | { is: 'list'; items: readonly (readonly Span[])[] }
  | { is: 'facts'; rows: readonly (readonly [string, readonly Span[]])[] }
  | { is: 'figure'; svg: string; caption: string }
  | Table;

/** A publication as the list of references shows it. */
export interface Reference {
  number: number;
  title: string;
  authors: readonly string[];
  publisher?: string | undefined;
  date?: string | undefined;
  url?: string | undefined;
  archivedUrl?: string | undefined;
  reliability: string;
  /** Where it was cited, with the grade of each claim. */
  places: readonly string[];
}

export interface ReportDocument {
  title: string;
  /** The question in words. */
  question: string;
  /** What it was asked of, in one line. */
  scope: string;
  blocks: readonly Block[];
  references: readonly Reference[];
  /** How it was made: revision, parameters, command, licences. */
  colophon: readonly (readonly [string, string])[];
  command: string;
}
