/** What the dates of a view say of a record: whether they refuse it, and how it is marked. Pure. */
import { changeBetween, holdsOn, parseDate, parsePeriod, type Span } from '../../../src/model/period.js';
import type { View } from '../view.js';

/** `may-hold` on the one date; between the two of a range, what began and what ended, surely or perhaps. */
export type TimeMark = 'may-hold' | 'began' | 'perhaps-began' | 'ended' | 'perhaps-ended';

export const MARK_WORDS: Readonly<Record<TimeMark, string>> = {
  'may-hold': 'may hold then',
  began: 'began',
  'perhaps-began': 'perhaps began',
  ended: 'ended',
  'perhaps-ended': 'perhaps ended',
};

/** What to do about a date that cannot be read. */
export const HOW_TO_DATE = 'Write 2020, 2020-05 or 2020-05-17';

/** A date, or two to compare: a range takes the place of the date. Undefined means always. */
export interface Moments {
  readonly date: Span | undefined;
  readonly range: { readonly from: Span; readonly to: Span } | undefined;
  readonly certainOnly: boolean;
}

/** A date as bounds in days, undefined when there is none or it cannot be read. */
export function spanOf(date: string | undefined): Span | undefined {
  if (date === undefined) return undefined;
  try {
    return parseDate(date);
  } catch {
    return undefined;
  }
}

/** The two dates that a view compares; undefined unless both can be read and the first is not the later one. */
export function rangeOf({ since, until }: View): { from: Span; to: Span } | undefined {
  const [from, to] = [spanOf(since), spanOf(until)];
  return from === undefined || to === undefined || from.min > to.min ? undefined : { from, to };
}

/** Which dates a view is looked at. */
export function momentsOf(view: View): Moments {
  const range = rangeOf(view);
  return {
    date: range === undefined ? spanOf(view.asOf) : undefined,
    range,
    certainOnly: range === undefined && view.certainOnly !== undefined && view.certainOnly !== 'false',
  };
}

export interface Judged {
  readonly refused: boolean;
  readonly mark: TimeMark | undefined;
}
/** Of what is looked at on no date. */
export const ALWAYS: Judged = { refused: false, mark: undefined };

/** Whether a record with this period is left out, and its mark when it is not. An unknown period is never refused as such. */
export function judge(text: string | null, { date, range, certainOnly }: Moments): Judged {
  const period = () => (text === null ? undefined : parsePeriod(text));
  if (range !== undefined) {
    const [before, after] = [holdsOn(period(), range.from), holdsOn(period(), range.to)];
    const change = changeBetween(before, after);
    return {
      refused: before === 'does-not-hold' && after === 'does-not-hold',
      mark: change && (change.certain ? change.which : `perhaps-${change.which}`),
    };
  }
  if (date === undefined) return ALWAYS;
  const held = holdsOn(period(), date);
  return {
    refused: held === 'does-not-hold' || (certainOnly && held === 'may-hold'),
    mark: held === 'may-hold' ? held : undefined,
  };
}

/** How many visible rows bear each mark. */
export function countMarks(
  marks: readonly (TimeMark | undefined)[],
  bits: ArrayLike<number>,
): ReadonlyMap<TimeMark | undefined, number> {
  const counts = new Map<TimeMark | undefined, number>();
  marks.forEach((mark, row) => {
    if (bits[row] === 0) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  });
  return counts;
}
