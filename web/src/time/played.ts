/** Play: the date of the view run year by year. While it runs the date is ahead of the address, which is written when it stops. */
import { useEffect, useMemo } from 'react';
import { shareValue } from '../shared-value.js';
import { changeView, currentView, useView, type View } from '../view.js';
import { spanOf } from './moments.js';
import { middleYear, yearText } from './years.js';

/** A year is shown at least this long; a slow screen takes the time that it needs to draw. */
const YEAR_MS = 650;

interface Run {
  /** The date that runs: the one, or the second of two that are compared. */
  readonly field: 'asOf' | 'until';
  readonly year: number;
  readonly last: number;
  /** The date at which it ends, which may be finer than a year. */
  readonly end: string;
  /** The dates of the address when it began. Whoever changes them ends the run. */
  readonly over: string;
}

const run = shareValue<Run | undefined>(undefined);
/** A pause within a range: where it stands, and where it was going. */
let paused: { readonly over: string; readonly end: string } | undefined;

const datesOf = ({ asOf, since, until }: View) => JSON.stringify([asOf, since, until]);
const dateIn = ({ year, last, end }: Run) => (year >= last ? end : yearText(year));

/** The view at the date that is played now; the view itself when nothing plays. */
export function useViewInTime(): View {
  const view = useView();
  const now = run.use();
  return useMemo(
    () => (now === undefined || now.over !== datesOf(view) ? view : { ...view, [now.field]: dateIn(now) }),
    [view, now],
  );
}

/**
 * Starts from the date of the view, or from the beginning when there is none or it is the last: to `lastYear`; with two dates, from
 * the first of them to the second.
 */
function play(firstYear: number, lastYear: number, compares: boolean): void {
  const view = currentView();
  const over = datesOf(view);
  const date = spanOf(view.asOf);
  if (!compares) {
    const from = date === undefined ? lastYear : middleYear(date);
    const year = from >= lastYear || from < firstYear ? firstYear : from + 1;
    run.set({ field: 'asOf', year, last: lastYear, end: yearText(lastYear), over });
    return;
  }
  const resumed = paused?.over === over ? paused : undefined;
  const end = resumed?.end ?? view.until!;
  const from = middleYear(spanOf(resumed === undefined ? view.since : view.until)!);
  const last = middleYear(spanOf(end)!);
  run.set({ field: 'until', year: Math.min(last, from + 1), last, end, over });
}

/** Stops where it stands and writes that date into the address. */
function pause(): void {
  const now = run.get();
  if (now === undefined) return;
  run.set(undefined);
  if (now.over !== datesOf(currentView())) return;
  changeView({ [now.field]: dateIn(now) });
  paused =
    now.field === 'until' && now.year < now.last ? { over: datesOf(currentView()), end: now.end } : undefined;
}

/** Runs while the component stands, one year after the other, and stops by itself at the end. */
export function usePlayer(years: { first: number; last: number } | undefined, compares: boolean) {
  const view = useView();
  const now = run.use();
  useEffect(() => {
    if (now === undefined) return;
    if (now.over !== datesOf(view)) {
      run.set(undefined);
      return;
    }
    const timer = setTimeout(
      () => (now.year >= now.last ? pause() : run.set({ ...now, year: now.year + 1 })),
      YEAR_MS,
    );
    return () => clearTimeout(timer);
  }, [now, view]);
  useEffect(() => pause, []);
  return {
    isPlaying: now !== undefined,
    toggle() {
      if (now !== undefined) pause();
      else if (years !== undefined) play(years.first, years.last, compares);
    },
  };
}
