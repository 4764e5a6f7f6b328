/** What several rows of one body or place tell together: its names over time, and how long it was there. */
import type { Entity } from '../contract/records.js';
import { PeriodError, parsePeriod } from '../model/period.js';
import { vagueDate, vaguePeriod } from './gcat-dates.js';
import { namesOf } from './gcat-names.js';
import { readable } from './gcat-row-dates.js';
import type { GcatRow } from './gcat-tables.js';
import type { ImportNotes } from './import-notes.js';

/** An object with one field, or none where there is no value. */
export const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;

/** The period from TStart to TStop; one that cannot be read is unknown, and noted. */
export const periodOf = (row: GcatRow, notes: ImportNotes): string | undefined =>
  readable(row.place, notes, () => vaguePeriod(row.get('TStart'), row.get('TStop')));

/** From the start of the first row to the end of the last one. */
export function spanOf(rows: readonly GcatRow[], notes: ImportNotes): string | undefined {
  const [first, last] = [periodOf(rows[0]!, notes), periodOf(rows.at(-1)!, notes)];
  if (rows.length === 1) return first;
  const span = `${first?.split('/')[0] ?? ''}/${last?.split('/')[1] ?? ''}`;
  return span === '/' ? undefined : span;
}

/** The period of a tie, as far as the other end lived: where it reaches beyond that life, its start or end is unknown. */
export function within(tie: string | undefined, life: string | undefined): string | undefined {
  if (tie === undefined || life === undefined) return tie;
  const [start = '', end] = tie.split('/');
  if (end === undefined) return tie;
  const [told, lived] = [parsePeriod(tie), parsePeriod(life)];
  const shared = `${told.startMax < lived.startMin ? '' : start}/${told.endMin > lived.endMax ? '' : end}`;
  return shared === '/' ? undefined : shared;
}

/** First day on which a row may begin; -Infinity where it does not say. */
export function startOf(row: GcatRow): number {
  try {
    const start = vagueDate(row.get('TStart'));
    return start === undefined ? Number.NEGATIVE_INFINITY : parsePeriod(start).startMin;
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    return Number.NEGATIVE_INFINITY;
  }
}

/** Unknown starts first; of rows that start together the one whose code is the UCode comes last, as the name that counts. */
export function inOrder(rows: readonly GcatRow[], key: string): GcatRow[] {
  const isMain = (row: GcatRow) => Number(row.get(key) === row.get('UCode'));
  return [...rows].sort((a, b) => {
    const [startA, startB] = [startOf(a), startOf(b)];
    return startA === startB ? isMain(a) - isMain(b) : startA < startB ? -1 : 1;
  });
}

/** The last row's names, those of the rows before as former names, and the codes of all; rows in order. */
export function historyOf(
  rows: readonly GcatRow[],
  key: string,
  notes: ImportNotes,
): Pick<Entity, 'name' | 'names' | 'aliases' | 'formerNames' | 'identifiers'> & { period?: string } {
  const last = namesOf(rows.at(-1)!);
  const dated = rows.map((row) => ({ row, period: periodOf(row, notes) }));
  const codes = dated.map(({ row, period }) => ({ value: row.get(key)!, ...optional('period', period) }));
  const formerNames = dated.slice(0, -1).flatMap(({ row, period }) => {
    const { name, names } = namesOf(row);
    if (name === last.name) return [];
    return [{ name, ...(Object.keys(names).length === 0 ? {} : { names }), ...optional('period', period) }];
  });
  return {
    ...last,
    formerNames,
    identifiers: { gcat: codes.length === 1 ? codes[0]!.value : codes },
    ...optional('period', spanOf(rows, notes)),
  };
}
