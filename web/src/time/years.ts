/** How many relations hold in each year: the bars of the time strip. Pure. */
import { parsePeriod, type Span, yearOf, yearsOf } from '../../../src/model/period.js';

export interface Years {
  readonly first: number;
  readonly last: number;
  /** By year from `first`: relations that hold then, and those that only may. */
  readonly holds: readonly number[];
  readonly mayHold: readonly number[];
  readonly dated: number;
  readonly undated: number;
}

const DAYS_PER_YEAR = 365.2425;

/** Where a date stands among the bars: the middle of its days, in years. The whole year 2020 is 2020, its first day 2019.5. */
export const placeOf = ({ min, max }: Span): number => 1970 + (min + max) / 2 / DAYS_PER_YEAR - 0.5;

/** The year in whose bar a date stands. */
export const middleYear = ({ min, max }: Span): number => yearOf(Math.floor((min + max) / 2));

/** A year as a date: `0800`, `2020`. */
export const yearText = (year: number): string => String(year).padStart(4, '0');

/** No more bars than this: what began earlier is counted in the years that are shown. */
const MOST_YEARS = 80;

/**
 * Counts over all years from the first known start to the last known bound or `thisYear`, whichever is later. A relation without
 * a period counts as undated and in no year. O(relations + different periods · years).
 */
export function countYears(periods: readonly (string | null)[], thisYear: number): Years {
  const counts = new Map<string, number>();
  for (const period of periods) if (period !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  const spans = [...counts].map(([period, count]) => ({ ...yearsOf(parsePeriod(period)), count }));
  const finite = (values: readonly number[]) => values.filter(Number.isFinite);
  // Folded, not spread: there may be more relations than a call takes arguments.
  const ends = finite(spans.flatMap(({ startMax, endMin }) => [startMax, endMin]));
  const last = ends.reduce((a, b) => Math.max(a, b), thisYear);
  const starts = finite(spans.map(({ startMin }) => startMin));
  const first = Math.max(
    last - MOST_YEARS + 1,
    starts.reduce((a, b) => Math.min(a, b), thisYear - 9),
  );
  const holds = new Array<number>(last - first + 1).fill(0);
  const mayHold = new Array<number>(last - first + 1).fill(0);
  for (const { startMin, startMax, endMin, endMax, count } of spans)
    for (let year = Math.max(first, startMin); year <= Math.min(last, endMax); year++)
      (year >= startMax && year <= endMin ? holds : mayHold)[year - first]! += count;
  const dated = spans.reduce((sum, { count }) => sum + count, 0);
  return { first, last, holds, mayHold, dated, undated: periods.length - dated };
}
