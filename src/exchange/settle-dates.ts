/** Dates that a file keeps in columns of its own: a year, a date, a start and an end. */
import type { Entity, Relation } from '../contract/records.js';
import type { AttributeValue } from './attribute-values.js';
import { isPeriod } from './columns.js';

type Role = 'on' | 'start' | 'end';
type Dated = Pick<Relation | Entity, 'attributes' | 'period'>;

/** Names without case and without what parts their words: `Start_Date` is `startdate`. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ...['date', 'year', 'datum', 'jahr', '日期', '年份', '年'].map((name) => [name, 'on'] as const),
  ...['start', 'startdate', 'startyear', 'begin', 'since', 'fromdate', 'fromyear'].map(
    (name) => [name, 'start'] as const,
  ),
  ...['end', 'enddate', 'endyear', 'until', 'todate', 'toyear'].map((name) => [name, 'end'] as const),
]);
/** Whole numbers outside of these are counts or codes, not years. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 2999];

/**
 * Gives records the period that a column plainly says, all or none: where one value is no date, the column may mean something else.
 * It stays an attribute, and a warning says what was done or why not. A file that has periods of its own keeps them. A bound that is
 * missing is unknown. `roles` are those that say something of such a record. O(attributes).
 *
 * @example relations with `Year: 2015` → period `2015`; with `since: 2014` → `2014/`
 */
export function settleDates(
  records: readonly Dated[],
  what: 'relation' | 'entity',
  roles: readonly Role[],
  warn: (sentence: string) => void,
): void {
  if (records.some(({ period }) => period !== undefined)) return;
  const columns = findColumns(records);
  const hasSpan = columns.start !== undefined || columns.end !== undefined;
  const used = roles.filter((role) => columns[role] !== undefined && (role === 'on') !== hasSpan);
  if (used.length === 0) return;
  const names = used.map((role) => columns[role]).join(' and ');
  const readDate = ({ attributes }: Dated, role: Role) =>
    used.includes(role) ? dateText(attributes[columns[role]!]) : '';
  const periods = records.map((record) =>
    hasSpan ? spanText(readDate(record, 'start'), readDate(record, 'end')) : readDate(record, 'on'),
  );
  const dated = periods.filter((period) => period !== '');
  const wrong = dated.filter((period) => !isPeriod(period));
  const plural = what === 'entity' ? 'entities' : 'relations';
  const [is, column] =
    used.length === 1 ? ['is', 'the column if it means'] : ['are', 'the columns if they mean'];
  if (wrong.length > 0) {
    warn(
      `${names} ${is} not read as dates of ${plural}: ${count(wrong.length)} of ${count(dated.length)} values are none, such as “${wrong[0]}”. Write 2015, 2015-05-03, or EDTF in a column named period.`,
    );
    return;
  }
  records.forEach((record, at) => {
    if (periods[at] !== '') record.period = periods[at]!;
  });
  warn(
    `${names} ${is} read as dates of ${count(dated.length)} of ${count(records.length)} ${plural}. Rename ${column} something else.`,
  );
}

/** The first column of each role that some record has a value in. */
function findColumns(records: readonly Dated[]): Partial<Record<Role, string>> {
  const roles = new Map<string, Role | undefined>();
  const columns: Partial<Record<Role, string>> = {};
  for (const { attributes } of records) {
    for (const name in attributes) {
      if (roles.has(name)) continue;
      const role = ROLES.get(name.toLowerCase().replace(/[\s_-]/g, ''));
      roles.set(name, role);
      if (role !== undefined) columns[role] ??= name;
    }
  }
  return columns;
}

/** A value as a date might be written; Gephi writes years as `2001.0`. Empty for none. */
function dateText(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  const text = String(value).trim();
  const year = /^(\d+)\.0+$/.exec(text)?.[1] ?? text;
  // What is too short or too long for a year is left as it is, and then is no date.
  return /^\d+$/.test(year) && (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) ? `${text} ` : year;
}

const spanText = (start: string, end: string) =>
  start === '' && end === '' ? '' : start === end ? start : `${start}/${end}`;

const count = (number: number) => number.toLocaleString('en');
