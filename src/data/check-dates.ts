/** Faults of dates and periods, in the words of the parser. */
import { parseDate, parsePeriod, periodFault } from '../model/period.js';
import type { Path, Report } from './drafts.js';

/** Reports what is wrong with a date or an interval; one that is absent is fine. */
export function checkPeriod(text: string | undefined, path: Path, report: Report): void {
  const fault = text === undefined ? undefined : periodFault(parsePeriod, text);
  if (fault !== undefined) report(path, fault);
}

/** The same for what must be one date. */
export function checkDate(text: string | undefined, path: Path, report: Report): void {
  const fault = text === undefined ? undefined : periodFault(parseDate, text);
  if (fault !== undefined) report(path, fault);
}
