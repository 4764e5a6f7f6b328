/** EDTF dates and periods in plain words: what people read instead of `2016/2024-04~`. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** Seasons 21 to 24 are the calendar quarters, see `parsePeriod`. */
const QUARTERS: Readonly<Record<string, string>> = {
  '21': 'first',
  '22': 'second',
  '23': 'third',
  '24': 'fourth',
};
const QUALIFIERS: Readonly<Record<string, string>> = {
  '~': 'about ',
  '?': 'perhaps ',
  '%': 'perhaps about ',
};

interface DateWords {
  /** Stands before the date when it is alone: `on 19 April 2024`, `in April 2024`. */
  preposition: string;
  words: string;
}

function unqualified(date: string): DateWords {
  const [, digits = date, month, day] =
    /^(-?[\dX]{4}|Y-?\d+)(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(date) ?? [];
  const year = yearText(digits.replace(/^Y/, ''));
  if (/^\d{3}X$/.test(year)) return { preposition: 'in', words: `the ${year.replace('X', '0')}s` };
  if (year.includes('X'))
    return {
      preposition: 'in',
      words: `some year of ${year.replaceAll('X', '0')}–${year.replaceAll('X', '9')}`,
    };
  if (month === undefined) return { preposition: 'in', words: year };
  if (day !== undefined && month === 'XX') return { preposition: 'on', words: `some day of ${year}` };
  if (month.includes('X')) return { preposition: 'in', words: `some month of ${year}` };
  const quarter = QUARTERS[month];
  if (quarter !== undefined) return { preposition: 'in', words: `the ${quarter} quarter of ${year}` };
  const name = MONTHS[Number(month) - 1] ?? month;
  if (day === undefined) return { preposition: 'in', words: `${name} ${year}` };
  if (day.includes('X')) return { preposition: 'on', words: `some day of ${name} ${year}` };
  return { preposition: 'on', words: `${Number(day)} ${name} ${year}` };
}

/** Years are counted astronomically: 0 is 1 BC. */
function yearText(digits: string): string {
  const year = Number(digits);
  return year <= 0 ? `${1 - year} BC` : digits.replace(/^0+/, '');
}

function readDate(date: string): DateWords {
  const qualifier = QUALIFIERS[date.at(-1) ?? ''];
  if (qualifier === undefined) return unqualified(date);
  const { preposition, words } = unqualified(date.slice(0, -1));
  return { preposition, words: `${qualifier}${words}` };
}

/** One EDTF date in words: `2024-04-19` → `19 April 2024`, `2024-04~` → `about April 2024`. What is no date stays as it is. */
export function dateText(date: string): string {
  return readDate(date).words;
}

/**
 * A period in words. What is unknown is said, never filled in.
 * `2016/2024-04-19` → `2016 to 19 April 2024`; `2024-04/..` → `since April 2024`; `2016/` → `from 2016, end unknown`; `2023` → `in 2023`.
 * `now` only decides between `since` and, for what is yet to begin, `from … on`.
 */
export function periodText(period: string | null | undefined, now = new Date()): string {
  if (period === null || period === undefined) return 'undated';
  const [start = '', end] = period.split('/');
  if (end === undefined || (end === start && /\d/.test(start))) {
    const { preposition, words } = readDate(start);
    return `${preposition} ${words}`;
  }
  const isOpen = start === '..' || start === '';
  const from = isOpen ? '' : dateText(start);
  if (end !== '..' && end !== '') {
    if (start === '') return `until ${dateText(end)}, start unknown`;
    return start === '..' ? `until ${dateText(end)}` : `${from} to ${dateText(end)}`;
  }
  if (isOpen) return end === '..' && start === '..' ? 'always' : 'at an unknown time';
  if (end === '') return `from ${from}, end unknown`;
  const isAhead = start.slice(0, 10) > now.toISOString().slice(0, start.slice(0, 10).length);
  return isAhead ? `from ${from} on` : `since ${from}`;
}
