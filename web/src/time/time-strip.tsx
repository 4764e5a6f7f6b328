/** The strip at the bottom: the date on which the graph is looked at, or two that are compared, and how many relations hold in each year. */
import { Button, Switch } from '@mantine/core';
import { IconArrowsDiff, IconPlayerPauseFilled, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { dateText } from '../../../src/model/period-text.js';
import { FILTERS } from '../graph/filter.js';
import { type ShownGraph, useShown } from '../graph/use-shown.js';
import { changeView, currentView } from '../view.js';
import { KnownBy } from './known-by.js';
import { countMarks, rangeOf, spanOf } from './moments.js';
import { usePlayer, useViewInTime } from './played.js';
import { TimeTrack } from './time-track.js';
import { countYears, middleYear, type Years, yearText } from './years.js';
import './time-strip.css';

/** How far back a comparison begins when no date says where. */
const USUAL_YEARS = 10;
const NO_RANGE = { since: undefined, until: undefined };
const NO_DATE = { asOf: undefined, certainOnly: undefined };

/** From the date that was looked at, or from some years ago, to this year. */
function compare({ first, last }: Years): void {
  const now = Math.min(last, new Date().getFullYear());
  const date = spanOf(currentView().asOf);
  const since = date === undefined ? now - USUAL_YEARS : middleYear(date);
  const [from, to] = since < now ? [since, now] : [now, Math.min(last, since)];
  changeView({ ...NO_DATE, since: yearText(Math.max(first, from)), until: yearText(to) });
}

let counted: { periods: readonly (string | null)[]; years: Years } | undefined;

/**
 * The bars. All but the filters of this strip decide which relations they count: they show what another date would bring, and are
 * counted once for all the years that are played.
 */
function yearsOfShown({ columns, shown }: ShownGraph): Years {
  const others = ~(FILTERS.date | FILTERS.undated);
  const periods = columns.relations.period.filter((_, row) => (shown.relations[row]! & others) === 0);
  if (counted?.periods.length !== periods.length || periods.some((one, at) => one !== counted!.periods[at]))
    counted = { periods, years: countYears(periods, new Date().getFullYear()) };
  return counted.years;
}

/** `Dec 2023`: two dates stand beside each other where there is room for one. */
const shortDate = (date: string) => dateText(date).replace(/[A-Z][a-z]{3,}/, (month) => month.slice(0, 3));

export function TimeStrip() {
  const shown = useShown();
  // Counted once whatever changed the filters has been answered, for all relations pass through here; but the strip stands from the
  // first, because the sky is framed above it.
  const graph = useDeferredValue(shown) ?? shown;
  const view = useViewInTime();
  const range = rangeOf(view);
  const years = graph && yearsOfShown(graph);
  const { isPlaying, toggle } = usePlayer(years, range !== undefined);
  if (graph === undefined || years === undefined) return null;
  const clear = range === undefined ? NO_DATE : NO_RANGE;
  const isDated = range !== undefined || view.asOf !== undefined;
  return (
    <section className="panel time" aria-label="Time">
      <div className="time-words">
        <p className="eyebrow">{range === undefined ? 'As of' : 'Compared'}</p>
        <p className="time-date">
          {range === undefined ? (
            <span>{spanOf(view.asOf) === undefined ? 'Any time' : dateText(view.asOf!)}</span>
          ) : (
            <span className="time-between">
              <span>{shortDate(view.since!)} –</span> <span>{shortDate(view.until!)}</span>
            </span>
          )}
          {isDated && (
            <button
              type="button"
              className="time-clear"
              aria-label={range === undefined ? 'Clear the date' : 'Leave the comparison'}
              onClick={() => changeView(clear)}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
        </p>
        <p className="muted small">{countWords(graph, years, view.asOf)}</p>
      </div>
      <KnownBy graph={graph} />
      <div className="time-buttons">
        <Button
          size="compact-xs"
          variant="default"
          leftSection={
            isPlaying ? (
              <IconPlayerPauseFilled size={12} aria-hidden />
            ) : (
              <IconPlayerPlayFilled size={12} aria-hidden />
            )
          }
          title={isPlaying ? 'Stop at this year' : 'Run through the years'}
          onClick={toggle}
        >
          {isPlaying ? 'Pause' : 'Play'}
        </Button>
        <Button
          size="compact-xs"
          variant={range === undefined ? 'default' : 'light'}
          leftSection={<IconArrowsDiff size={13} aria-hidden />}
          aria-pressed={range !== undefined}
          title="What began and what ended between two dates"
          onClick={() => (range === undefined ? compare(years) : changeView(NO_RANGE))}
        >
          Compare
        </Button>
      </div>
      <TimeTrack years={years} />
      <div className="time-undated">
        <Switch
          size="xs"
          label={`Hide ${years.undated.toLocaleString('en')} undated`}
          aria-description="Relations of which no source tells a date"
          checked={view.datedOnly !== undefined}
          onChange={({ currentTarget }) =>
            changeView({ datedOnly: currentTarget.checked ? 'true' : undefined })
          }
        />
        <Switch
          size="xs"
          label="Certain only"
          aria-description="Hides relations that only may hold on the date, the undated among them"
          disabled={range !== undefined || view.asOf === undefined}
          checked={range === undefined && view.certainOnly === 'true'}
          onChange={({ currentTarget }) =>
            changeView({ certainOnly: currentTarget.checked ? 'true' : undefined })
          }
        />
      </div>
    </section>
  );
}

/** What the date, or the two, make of the relations that are shown. */
function countWords({ shown }: ShownGraph, years: Years, asOf: string | undefined): string {
  const marks = countMarks(shown.relationMarks, shown.relations);
  const count = (...names: Parameters<typeof marks.get>[0][]) =>
    names.reduce((sum, name) => sum + (marks.get(name) ?? 0), 0).toLocaleString('en');
  if (shown.compares)
    return `${count('began', 'perhaps-began')} began · ${count('ended', 'perhaps-ended')} ended`;
  return spanOf(asOf) === undefined
    ? `${years.dated.toLocaleString('en')} dated relations`
    : `${count(undefined)} hold · ${count('may-hold')} may`;
}
