/** Dates that rows of the General Catalog's tables give; what cannot be read is noted and taken for unknown. */
import { PeriodError } from '../model/period.js';
import { vagueDate, vaguePeriod } from './gcat-dates.js';
import type { GcatRow } from './gcat-tables.js';
import type { ImportNotes } from './import-notes.js';

/** One date of a row; with `open` as the start of an interval whose end is not known. */
export function dateIn(row: GcatRow, column: string, notes: ImportNotes, open = false): string | undefined {
  return readable(row.place, notes, () => {
    const date = vagueDate(row.get(column));
    return date === undefined || !open ? date : `${date}/`;
  });
}

/** The life of a payload, from launch to end of operation; on one day when it never reached orbit. */
export function lifeOf(
  row: GcatRow | undefined,
  details: GcatRow | undefined,
  notes: ImportNotes,
): string | undefined {
  const start = details?.get('LDate') ?? row?.get('Launch_Date');
  const neverInOrbit = row?.get('JCAT')?.startsWith('F') === true;
  return readable(
    (details ?? row)!.place,
    notes,
    () => (neverInOrbit ? vagueDate(start) : vaguePeriod(start, details?.get('TOp'))),
    // Its start alone, where the end is what cannot be read.
    () => dateIn((row ?? details)!, row === undefined ? 'LDate' : 'Launch_Date', notes, true),
  );
}

/** What `read` makes of dates at a place; `otherwise` where they cannot be read, which is noted. */
export function readable(
  place: string,
  notes: ImportNotes,
  read: () => string | undefined,
  otherwise: () => string | undefined = () => undefined,
): string | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    notes.add('Dates that cannot be read, taken for unknown', `${place} (${error.message})`);
    return otherwise();
  }
}
