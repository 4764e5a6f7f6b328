/** Vague dates of the General Catalog as EDTF: what the catalogue leaves open stays open. */
import { PeriodError, parsePeriod } from '../model/period.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = /^(\d{3,4})(s)?(?: q([1-4])| ([a-z]{3})(?: +(\d{1,2}))?)?(\?)?$/;
/** A time of day, with its own doubt, is finer than a date: it goes, and the day is certain. */
const TIME = /^(\d+ [a-z]{3} +\d{1,2}) \d{2,4}h?(?::\d\d(?:\.\d+)?)?\??$/;

/**
 * One vague date as EDTF; undefined when the catalogue gives none (`-`, `?`). Quarters become the seasons 21 to 24, which are
 * quarters here. Throws PeriodError on what is no vague date.
 *
 * @example vagueDate('1962 Jul') // '1962-07'
 * @example vagueDate('1957 Oct  4 1928:34') // '1957-10-04'
 * @example vagueDate('1990s?') // '199X?'
 */
export function vagueDate(given: string | undefined): string | undefined {
  // A lone question mark stands for the part that is not known: `2015 Feb ?` is a month.
  const text = given?.trim().toLowerCase().replace(/ +\?$/, '') ?? '';
  if (text === '' || text === '-' || text === '?') return undefined;
  const match = DATE.exec(TIME.exec(text)?.[1] ?? text);
  if (match === null) throw new PeriodError(`${given} is no vague date`);
  const [, digits = '', decade, quarter, name, day, doubt = ''] = match;
  const year = digits.padStart(4, '0');
  let date = decade === undefined ? year : `${year.slice(0, 3)}X`;
  if (quarter !== undefined) date += `-${20 + Number(quarter)}`;
  if (name !== undefined) {
    const month = MONTHS.indexOf(name) + 1;
    if (month === 0) throw new PeriodError(`${given} names no month`);
    date += `-${String(month).padStart(2, '0')}`;
    if (day !== undefined) date += `-${day.padStart(2, '0')}`;
  }
  parsePeriod(date + doubt);
  return date + doubt;
}

/**
 * The interval from one vague date to another. An end that is not given is unknown, never open: only `*` says that a thing goes
 * on. Undefined when neither end is given. Throws PeriodError, also when the end lies before the start.
 *
 * @example vaguePeriod('1962 Jul', '-') // '1962-07/'
 * @example vaguePeriod('2016 Jan  1', '*') // '2016-01-01/..'
 */
export function vaguePeriod(start: string | undefined, stop: string | undefined): string | undefined {
  const from = vagueDate(start) ?? '';
  const to = stop?.trim() === '*' ? '..' : (vagueDate(stop) ?? '');
  if (from === '' && to === '') return undefined;
  return parsePeriod(`${from}/${to}`).text;
}
