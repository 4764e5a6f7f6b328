/** When something holds: dates and intervals in EDTF level 1, read into day bounds, asked about, and put into words. */

/** Bounds in whole days since 1970-01-01: the start lies in [startMin, startMax], the end in [endMin, endMax]; ±Infinity allowed. */
export interface Period {
  readonly text: string;
  readonly startMin: number;
  readonly startMax: number;
  readonly endMin: number;
  readonly endMax: number;
}

/** First and last day that a date may mean. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Says in plain words what is wrong with a date or an interval. */
export class PeriodError extends Error {}

export type Holding = 'holds' | 'may-hold' | 'does-not-hold';

// Year 0 has no sign (ISO 8601).
const DATE = /^((?!-0000)-?(?:\d{4}|\d{3}X|\d\dXX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;
const LONG_YEAR = /^Y(-?[1-9]\d{4,11})([?~%])?$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const CACHED_PERIODS = 100_000;
const cache = new Map<string, Period>();

/**
 * Reads a date (`2016`, `2024-04`, `2024-04-19`, season `2024-21`, `201X`, `20XX`, `2004-XX`, `2004-06-XX`, `-0500`, `Y17000`,
 * each with `?`, `~` or `%` behind it) or an interval of two (`2016/2024-04~`), whose ends may be open (`..`) or unknown (empty).
 *
 * - A bare date: it starts and ends within that date.
 * - Seasons 21 to 24 are the calendar quarters.
 * - `?`, `~`, `%` widen a date by one unit of its precision on either side: `2016~` is 2015 to 2017, `201X~` 2000 to 2029.
 * - An open start or end lies at ∓Infinity. An unknown end may lie anywhere from the start on, an unknown start anywhere
 *   up to the end.
 * - A start is never later than its end, so each bound also bounds the other: in `2024/2024-04` it starts by April.
 *
 * Throws PeriodError. About a microsecond, less for a text seen before.
 *
 * @example parsePeriod('1970/1971-01-02') // startMin 0, startMax 364, endMin 366, endMax 366
 */
export function parsePeriod(text: string): Period {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const slash = text.indexOf('/');
  const period = slash < 0 ? readBareDate(text) : readInterval(text, slash);
  if (cache.size >= CACHED_PERIODS) cache.clear();
  cache.set(text, period);
  return period;
}

/** Reads one date, as `parsePeriod` does, into its first and last day. Throws PeriodError, on an interval too. */
export function parseDate(text: string): Span {
  if (text.includes('/')) throw new PeriodError(`${text} is an interval; one date is wanted here`);
  const { startMin, endMax } = parsePeriod(text);
  return { min: startMin, max: endMax };
}

/**
 * What is wrong with a text for `parsePeriod` or `parseDate`; undefined when it can be read.
 *
 * @example periodFault(parseDate, '2016-13') // 'month 13 does not exist in 2016-13 (…)'
 */
export function periodFault(parse: (text: string) => unknown, text: string): string | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof PeriodError) return error.message;
    throw error;
  }
}

/**
 * Whether something holds at some time within a span of days: `holds` for every start and end within the bounds, `may-hold`
 * for some of them. Without a period nothing is known, so it may hold.
 *
 * @example holdsOn(parsePeriod('2016/2024'), parseDate('2024')) // 'holds'
 * @example holdsOn(parsePeriod('2016/2024'), parseDate('2024-05')) // 'may-hold': the day on which it ended is not known
 */
export function holdsOn(period: Period | undefined, date: Span): Holding {
  if (period === undefined) return 'may-hold';
  if (period.startMax <= date.max && period.endMin >= date.min) return 'holds';
  if (period.startMin <= date.max && period.endMax >= date.min) return 'may-hold';
  return 'does-not-hold';
}

/**
 * What happened between two dates to something that was asked about on both: it began or ended when it held (or may have) on one
 * and did not on the other. Certain when both states are known.
 *
 * @example changeBetween('does-not-hold', 'may-hold') // { which: 'began', certain: false }
 */
export function changeBetween(
  before: Holding,
  after: Holding,
): { which: 'began' | 'ended'; certain: boolean } | undefined {
  if (before === 'does-not-hold' && after !== 'does-not-hold')
    return { which: 'began', certain: after === 'holds' };
  if (before !== 'does-not-hold' && after === 'does-not-hold')
    return { which: 'ended', certain: before === 'holds' };
  return undefined;
}

/** Whether it surely holds on some day on which the other surely does not. */
export const reachesBeyond = (period: Period, life: Period): boolean =>
  period.startMax < life.startMin || period.endMin > life.endMax;

/**
 * The bounds of a period as calendar years, for counting per year: it holds in the years from `startMax` to `endMin` (none
 * when that runs backwards) and may hold in those from `startMin` to `endMax`. Infinite where the period is.
 */
export function yearsOf(period: Period): Omit<Period, 'text'> {
  return {
    startMin: yearOf(period.startMin),
    startMax: yearOf(period.startMax),
    endMin: yearOf(period.endMin),
    endMax: yearOf(period.endMax),
  };
}

/** The calendar year of a day; itself where that is infinite. */
export function yearOf(day: number): number {
  if (!Number.isFinite(day)) return day;
  const year = Math.floor(1970 + day / 365.2425);
  return day < firstDay(year * 12) ? year - 1 : day >= firstDay((year + 1) * 12) ? year + 1 : year;
}

function readBareDate(text: string): Period {
  const { min, max } = readDate(text);
  return { text, startMin: min, startMax: max, endMin: min, endMax: max };
}

function readInterval(text: string, slash: number): Period {
  const from = text.slice(0, slash);
  const to = text.slice(slash + 1);
  if (to.includes('/')) throw new PeriodError(`${text} has more than one slash; an interval has two ends`);
  if (from === '' && to === '') throw new PeriodError('neither end is given; leave the period out instead');
  const start = readEnd(from, -Infinity);
  const end = readEnd(to, Infinity);
  if (start !== undefined && end !== undefined && end.max < start.min)
    throw new PeriodError(`${text} ends before it starts`);
  const startMin = start?.min ?? -Infinity;
  const endMax = end?.max ?? Infinity;
  return {
    text,
    startMin,
    startMax: Math.min(start?.max ?? endMax, endMax),
    endMin: Math.max(end?.min ?? startMin, startMin),
    endMax,
  };
}

/** One end of an interval; undefined when it is unknown. */
function readEnd(text: string, open: number): Span | undefined {
  if (text === '') return undefined;
  return text === '..' ? { min: open, max: open } : readDate(text);
}

function readDate(text: string): Span {
  const match = DATE.exec(text);
  if (match === null) return readLongYear(text);
  const [, year = '', month, day, qualifier] = match;
  const slack = qualifier === undefined ? 0 : 1;
  const { first, count } = readYear(year);
  if (month === undefined) return monthSpan(first * 12, count * 12, slack);
  if (count > 1 || (month === 'XX' && day !== undefined && day !== 'XX'))
    throw new PeriodError(
      `${text} leaves digits open in front of known ones; X stands at the right: 201X, 2004-XX`,
    );
  if (month === 'XX') return monthSpan(first * 12, 12, slack);
  const number = Number(month);
  if (number >= 21 && number <= 24) {
    if (day !== undefined) throw new PeriodError(`${text} gives a season a day`);
    return monthSpan(first * 12 + (number - 21) * 3, 3, slack);
  }
  if (number < 1 || number > 12)
    throw new PeriodError(`month ${month} does not exist in ${text} (01 to 12, or 21 to 24 for a season)`);
  const index = first * 12 + number - 1;
  if (day === undefined || day === 'XX') return monthSpan(index, 1, slack);
  const dayNumber = Number(day);
  if (dayNumber < 1 || dayNumber > daysInMonth(first, number))
    throw new PeriodError(`day ${day} does not exist in ${text}`);
  const date = firstDay(index) + dayNumber - 1;
  return { min: date - slack, max: date + slack };
}

function readLongYear(text: string): Span {
  const match = LONG_YEAR.exec(text);
  if (match === null) throw new PeriodError(explain(text));
  return monthSpan(Number(match[1]) * 12, 12, match[2] === undefined ? 0 : 1);
}

/** First of the years that a year with open digits may mean, and how many they are. */
function readYear(text: string): { first: number; count: number } {
  const open = text.indexOf('X');
  if (open < 0) return { first: Number(text), count: 1 };
  const count = 10 ** (text.length - open);
  const nearest = Number(text.slice(0, open)) * count;
  return { first: text.startsWith('-') ? nearest - count + 1 : nearest, count };
}

/** Days of `count` months from month `index` (counted from January of year 0), widened by `slack` times as many. */
function monthSpan(index: number, count: number, slack: number): Span {
  return { min: firstDay(index - slack * count), max: firstDay(index + count + slack * count) - 1 };
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1]!;
}

/** Day on which a month begins in the proleptic Gregorian calendar, by counting years from March so that leap days come last. */
function firstDay(monthIndex: number): number {
  const fromMarch = monthIndex - 2;
  const year = Math.floor(fromMarch / 12);
  const month = fromMarch - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * month + 2) / 5) - 719_468;
}

/** What is wrong with a text that no date pattern fits: the first of these that applies. */
const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [/\s/, 'has a space in it; write 2016, 2016-05 or 2016-05-17'],
  [/^\.\.$/, 'is no date; `..` is an open end, as in 2016/..'],
  [/\dT\d|:/, 'has a time of day; a date ends with its day'],
  [/[?~%].*\d|[?~%]{2}/, 'needs one of ?, ~, % behind the whole date, as in 2016~ (both is %)'],
  [/[[\]{},]|\.\./, 'is a set; only dates and intervals are read'],
  [/^\d{4}[-–]\d{4}$/, 'looks like an interval; write it with a slash, as in 2016/2019'],
  [/^\d{8}$/, 'lacks its hyphens; write it as in 2024-04-19'],
  [/^-?\d{1,3}$/, 'needs four digits for the year, as in 0476'],
  [/^-?\d{5,}$/, 'needs a Y in front of a year of more than four digits, as in Y17000'],
  [/^Y-?\d{0,4}[?~%]?$/, 'takes no Y: years of up to four digits stand without it'],
  [/^-?\d{4}-(\d|\d\d-\d|\d-\d\d?)$/, 'needs two digits for month and day, as in 2024-04-09'],
  [
    /X/,
    'has an X where none can stand; it stands for the last digits, as in 201X, 20XX, 2004-XX, 2004-06-XX',
  ],
];

function explain(text: string): string {
  const found = EXPLANATIONS.find(([pattern]) => pattern.test(text));
  return text === ''
    ? 'the date is empty; write 2016, 2016-05 or 2016-05-17'
    : `${text} ${found?.[1] ?? 'is no date; write 2016, 2016-05 or 2016-05-17'}`;
}
