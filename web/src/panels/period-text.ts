/** EDTF periods in plain words: what the page shows instead of `2016/2024-04~`. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS: Record<string, string> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };
const QUALIFIERS: Record<string, string> = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' };

interface DateWords {
  /** Stands before the date when it is alone: `on 19 April 2024`, `in April 2024`. */
  preposition: string;
  words: string;
}

function unqualified(date: string): DateWords {
  const [, year = date, month, day] =
    /^(-?[\dX]{4}|Y-?\d+)(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(date) ?? [];
  const plain = year.replace(/^Y/, '');
  if (/^-?\d{3}X$/.test(plain)) return { preposition: 'in', words: `the ${plain.replace('X', '0')}s` };
  if (plain.includes('X'))
    return {
      preposition: 'in',
      words: `some year of ${plain.replaceAll('X', '0')}–${plain.replaceAll('X', '9')}`,
    };
  if (month === undefined) return { preposition: 'in', words: plain };
  if (month.includes('X')) return { preposition: 'in', words: `some month of ${plain}` };
  const name = SEASONS[month] ?? MONTHS[Number(month) - 1] ?? month;
  if (day === undefined) return { preposition: 'in', words: `${name} ${plain}` };
  if (day.includes('X')) return { preposition: 'on', words: `some day of ${name} ${plain}` };
  return { preposition: 'on', words: `${Number(day)} ${name} ${plain}` };
}

function readDate(date: string): DateWords {
  const qualifier = QUALIFIERS[date.at(-1) ?? ''];
  if (qualifier === undefined) return unqualified(date);
  const { preposition, words } = unqualified(date.slice(0, -1));
  return { preposition, words: `${qualifier}${words}` };
}

/** One EDTF date in words: `2024-04-19` → `19 April 2024`, `2024-04~` → `about April 2024`. */
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
