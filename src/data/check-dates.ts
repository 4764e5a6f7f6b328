/** Faults of dates and periods, in the words of the parser. */
import { PeriodError, parseDate, parsePeriod } from '../model/period.js';
import type { Path, Report } from './drafts.js';

/** Reports what is wrong with a date or an interval; one that is absent is fine. */
export function checkPeriod(text: string | undefined, path: Path, report: Report): void {
  checkWith(parsePeriod, text, path, report);
}

/** The same for what must be one date. */
export function checkDate(text: string | undefined, path: Path, report: Report): void {
  checkWith(parseDate, text, path, report);
}

function checkWith(
  parse: (text: string) => unknown,
  text: string | undefined,
  path: Path,
  report: Report,
): void {
  if (text === undefined) return;
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof PeriodError)) throw error;
    report(path, error.message);
  }
}
