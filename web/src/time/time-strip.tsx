/** The strip at the bottom: how many relations hold in each year, and a handle that sets the date on which the graph is looked at. */
import { Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { dateOf, FILTERS } from '../graph/filter.js';
import { useShown } from '../graph/use-shown.js';
import { dateText } from '../panels/period-text.js';
import { changeView, useView } from '../view.js';
import { countYears } from './years.js';
import './time-strip.css';

const DAYS_PER_YEAR = 365.2425;
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
};

export function TimeStrip() {
  const graph = useShown();
  const view = useView();
  const track = useRef<HTMLDivElement>(null);
  const years = useMemo(() => {
    if (graph === undefined) return undefined;
    const { relations } = graph.columns;
    // All but the date filter decide which relations are counted: the bars show what another date would bring.
    const counted = relations.period.filter((_, row) => (graph.shown.relations[row]! & ~FILTERS.date) === 0);
    return countYears(counted, new Date().getFullYear());
  }, [graph]);
  if (graph === undefined || years === undefined) return null;
  const { first, last, holds, mayHold } = years;
  const span = last - first + 1;
  const most = Math.max(1, ...holds.map((count, at) => count + mayHold[at]!));
  const date = dateOf(view.asOf);
  // The handle stands in the middle of its date: on the bar of a year, within it for a day.
  const year = date === undefined ? undefined : 1970 + (date.min + date.max) / 2 / DAYS_PER_YEAR - 0.5;
  const setYear = (next: number, how: { replace?: boolean } = {}) =>
    changeView({ asOf: String(Math.max(first, Math.min(last, Math.round(next)))).padStart(4, '0') }, how);

  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointermove' && !track.current!.hasPointerCapture(event.pointerId)) return;
    if (event.type === 'pointerdown') track.current!.setPointerCapture(event.pointerId);
    const { left, width } = track.current!.getBoundingClientRect();
    setYear(first + Math.floor(((event.clientX - left) / width) * span), {
      replace: event.type === 'pointermove',
    });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    const now = year === undefined ? last : Math.round(year);
    if (step !== undefined) setYear(year === undefined ? last : now + step);
    else if (event.key === 'Home') setYear(first);
    else if (event.key === 'End') setYear(last);
    else if (event.key === 'Delete' || event.key === 'Backspace')
      changeView({ asOf: undefined, certainOnly: undefined });
    else return;
    event.preventDefault();
  };
  const place = (at: number) => `${((at - first + 0.5) / span) * 100}%`;
  const handleYear = year === undefined ? undefined : Math.max(first - 0.5, Math.min(last + 0.5, year));
  const at = year === undefined ? undefined : Math.round(year) - first;

  return (
    <section className="panel time" aria-label="Time">
      <div className="time-words">
        <p className="eyebrow">As of</p>
        <p className="time-date">
          <span>{view.asOf === undefined ? 'Any time' : dateText(view.asOf)}</span>
          {view.asOf !== undefined && (
            <button
              type="button"
              className="time-clear"
              aria-label="Clear the date"
              onClick={() => changeView({ asOf: undefined, certainOnly: undefined })}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </p>
        <p className="muted small">
          {at === undefined
            ? `${years.dated.toLocaleString('en')} dated relations`
            : `${(holds[at] ?? 0).toLocaleString('en')} dated hold · ${(mayHold[at] ?? 0).toLocaleString('en')} may`}
        </p>
      </div>
      <div
        ref={track}
        className="time-track"
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        data-dated={year !== undefined || undefined}
      >
        <svg viewBox={`0 0 ${span} 1`} preserveAspectRatio="none" aria-hidden="true">
          {holds.map((count, index) => {
            const certain = count / most;
            const possible = mayHold[index]! / most;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the year
              <g key={index} className={index === at ? 'time-now' : undefined}>
                <title>{`${first + index}: ${count} hold, ${mayHold[index]} may`}</title>
                <rect
                  className="time-may"
                  x={index + 0.14}
                  width={0.72}
                  y={1 - certain - possible}
                  height={possible}
                />
                <rect className="time-holds" x={index + 0.14} width={0.72} y={1 - certain} height={certain} />
              </g>
            );
          })}
        </svg>
        {decades(first, last).map((tick) => (
          <span key={tick} className="time-tick" style={{ left: place(tick) }} aria-hidden>
            {tick}
          </span>
        ))}
        <div
          className="time-handle"
          role="slider"
          tabIndex={0}
          aria-label="As of year"
          aria-valuemin={first}
          aria-valuemax={last}
          aria-valuenow={year === undefined ? last : Math.round(year)}
          aria-valuetext={view.asOf === undefined ? 'Any time' : dateText(view.asOf)}
          style={{ left: handleYear === undefined ? '100%' : place(handleYear) }}
          onKeyDown={onKey}
        />
      </div>
      <div className="time-undated">
        <p>
          <strong className="number">{years.undated.toLocaleString('en')}</strong> undated
        </p>
        <Switch
          size="xs"
          label="Certain only"
          aria-description="Hides relations that only may hold on the date, the undated among them"
          disabled={view.asOf === undefined}
          checked={view.certainOnly === 'true'}
          onChange={({ currentTarget }) =>
            changeView({ certainOnly: currentTarget.checked ? 'true' : undefined })
          }
        />
      </div>
    </section>
  );
}

/** Years that are written under the bars: round ones, at most about eight. */
function decades(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= 8) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
