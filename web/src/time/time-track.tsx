/** Bars of the years with the handles on them: one for the date, two for a comparison. Dragged, or walked with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { dateText } from '../../../src/model/period-text.js';
import { changeView, type View } from '../view.js';
import { rangeOf, spanOf } from './moments.js';
import { useViewInTime } from './played.js';
import { middleYear, placeOf, type Years, yearText } from './years.js';

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
};

/** A handle: the field of the view that it sets, the years between which it moves, and where it stands. */
interface Handle {
  readonly field: 'asOf' | 'since' | 'until';
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** Undefined when the field is not set. */
  readonly place: number | undefined;
  readonly year: number;
  readonly text: string;
}

function handlesOf(view: View, { first, last }: Years): Handle[] {
  const range = rangeOf(view);
  if (range === undefined) {
    const date = spanOf(view.asOf);
    return [
      {
        field: 'asOf',
        label: 'As of year',
        least: first,
        most: last,
        place: date && placeOf(date),
        year: date === undefined ? last : middleYear(date),
        text: date === undefined ? 'Any time' : dateText(view.asOf!),
      },
    ];
  }
  const [from, to] = [middleYear(range.from), middleYear(range.to)];
  return [
    {
      field: 'since',
      label: 'Compare from year',
      least: first,
      most: Math.min(to, last),
      place: placeOf(range.from),
      year: from,
      text: dateText(view.since!),
    },
    {
      field: 'until',
      label: 'Compare to year',
      least: Math.max(from, first),
      most: last,
      place: placeOf(range.to),
      year: to,
      text: dateText(view.until!),
    },
  ];
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export function TimeTrack({ years }: { years: Years }) {
  const { first, last, holds, mayHold } = years;
  const view = useViewInTime();
  const track = useRef<HTMLDivElement>(null);
  const dragged = useRef<Handle['field']>(undefined);
  const handles = handlesOf(view, years);
  const span = last - first + 1;
  const most = Math.max(1, ...holds.map((count, at) => count + mayHold[at]!));
  const set = ({ field, least, most: latest }: Handle, year: number) =>
    changeView({ [field]: yearText(within(Math.round(year), least, latest)) }, { fold: 'time' });

  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointermove' && !track.current!.hasPointerCapture(event.pointerId)) return;
    const { left, width } = track.current!.getBoundingClientRect();
    const year = first + Math.floor(((event.clientX - left) / width) * span);
    if (event.type === 'pointerdown') {
      track.current!.setPointerCapture(event.pointerId);
      // The nearer one; of two in one place the one on whose side the hand is.
      const off = ({ place = year }: Handle) => Math.abs(place - year);
      dragged.current = handles.toSorted(
        (a, b) => off(a) - off(b) || (year > a.year ? b.year - a.year || 1 : a.year - b.year),
      )[0]!.field;
    }
    const handle = handles.find(({ field }) => field === dragged.current);
    if (handle !== undefined) set(handle, year);
  };
  const onKey = (event: KeyboardEvent, handle: Handle) => {
    const step = KEY_STEPS[event.key];
    if (step !== undefined) set(handle, handle.place === undefined ? last : handle.year + step);
    else if (event.key === 'Home') set(handle, handle.least);
    else if (event.key === 'End') set(handle, handle.most);
    else if (event.key === 'Delete' || event.key === 'Backspace')
      changeView(
        handle.field === 'asOf'
          ? { asOf: undefined, certainOnly: undefined }
          : { since: undefined, until: undefined },
      );
    else return;
    event.preventDefault();
  };
  const left = (at: number) => `${((within(at, first - 0.5, last + 0.5) - first + 0.5) / span) * 100}%`;
  const [one, other] = handles;
  const isNow = (year: number) =>
    other !== undefined
      ? year >= one!.year && year <= other.year
      : one!.place !== undefined && year === one!.year;

  return (
    <div
      ref={track}
      className="time-track"
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      data-dated={one!.place !== undefined || undefined}
    >
      {other !== undefined && (
        <span
          className="time-range"
          style={{ left: left(one!.place!), right: `calc(100% - ${left(other.place!)})` }}
        />
      )}
      <svg viewBox={`0 0 ${span} 1`} preserveAspectRatio="none" aria-hidden="true">
        {holds.map((count, index) => {
          const certain = count / most;
          const possible = mayHold[index]! / most;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the year
            <g key={index} className={isNow(first + index) ? 'time-now' : undefined}>
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
        <span key={tick} className="time-tick" style={{ left: left(tick) }} aria-hidden>
          {tick}
        </span>
      ))}
      {handles.map((handle) => (
        <div
          key={handle.field}
          className="time-handle"
          data-field={handle.field}
          role="slider"
          tabIndex={0}
          aria-label={handle.label}
          aria-valuemin={handle.least}
          aria-valuemax={handle.most}
          aria-valuenow={within(handle.year, handle.least, handle.most)}
          aria-valuetext={handle.text}
          style={{ left: handle.place === undefined ? '100%' : left(handle.place) }}
          onKeyDown={(event) => onKey(event, handle)}
        />
      ))}
    </div>
  );
}

/** Years that are written under the bars: round ones, at most about eight. */
function decades(first: number, last: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= 8) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
