/** The view: everything that someone might share, kept in the address. */
import { useSyncExternalStore } from 'react';
import { withOpened, withoutOpened } from './opened-graph.js';
import { writeStep } from './steps.js';
import { rangeOf } from './time/moments.js';

/** All fields are text as in the address; absent means default. Scope fields bear the names that the API takes. */
export interface View {
  lens?: string;
  collection?: string;
  kind?: string;
  type?: string;
  status?: string;
  minConfidence?: string;
  asOf?: string;
  certainOnly?: string;
  datedOnly?: string;
  knownBy?: string;
  allTypes?: string;
  tied?: string;
  without?: string;
  /** What is selected: `entity:ID`, `relation:ID` or `source:ID`. */
  select?: string;
  /** Entity whose neighbourhood alone is shown, and how deep. */
  focus?: string;
  depth?: string;
  /** Entities selected together, the only ones shown, and those hidden by hand (see by-hand.ts, which bounds them). */
  picked?: string;
  only?: string;
  hide?: string;
  /** Where entities were put by hand (see graph/pins.ts). */
  pins?: string;
  /** Neighbours shown beyond every filter: entities, or `out:TYPE:ENTITY`. */
  expand?: string;
  /** The open panel: `paths`, `rankings`, `sources` … */
  panel?: string;
  from?: string;
  to?: string;
  mode?: string;
  k?: string;
  maxLength?: string;
  via?: string;
  avoid?: string;
  direction?: string;
  /** What disjoint paths may not share: `entities` or `ties`. */
  disjoint?: string;
  /** Tab of the paths panel, `connect` or `cut`, or of the rankings, `ties`; absent for the first one. */
  tab?: string;
  /** Entities to connect, and what a cut takes away: `entities` or `ties`. */
  ids?: string;
  by?: string;
  /** The two dates that are compared, in the sky, in the strip and in the changes panel. */
  since?: string;
  until?: string;
  /** How fine the groups are. */
  resolution?: string;
  measures?: string;
  /** Rows of a ranking that are shown, and whether its values are left as they are counted. */
  top?: string;
  raw?: string;
  /** Draws for the intervals of ranks, and whether the source behind each rank is sought. */
  sensitivity?: string;
  seed?: string;
  dependence?: string;
  /** What a ranking starts from, the attribute that its ties are long or strong by, and the error that is allowed. */
  near?: string;
  distance?: string;
  strength?: string;
  approximate?: string;
  /** `scatter` when one measure is drawn against another, which of them, and on which scales: `log` or `even`. */
  chart?: string;
  across?: string;
  up?: string;
  scale?: string;
  /** Measure that sizes the nodes, and what colours them: `community` or `collection`; absent for kinds. */
  size?: string;
  /** Present when the map is shown in the sky's place: `all`, or where it looks as lon,lat,zoom. */
  map?: string;
  color?: string;
  /** Names as they are read: `zh` or `both`; absent for those of the data. */
  names?: string;
  /** Communities as bubbles: `yes` or `no`; absent for as the size of the graph suggests. */
  overview?: string;
  /** Entity whose community alone is loaded. */
  community?: string;
  /** Camera: x,y,ratio. */
  camera?: string;
  /** The story that is told: the id of one that comes with the graph, or the whole of one's own; and which of its steps, from 1. */
  story?: string;
  step?: string;
  /** Revision that the link was made from. */
  revision?: string;
}

const SCOPE_FIELDS = [
  'lens',
  'collection',
  'kind',
  'type',
  'status',
  'minConfidence',
  'asOf',
  'certainOnly',
  'datedOnly',
  'knownBy',
  'allTypes',
  'tied',
  'without',
] as const satisfies readonly (keyof View)[];

let current: View = read();
const listeners = new Set<() => void>();

function read(): View {
  return withoutOpened(location.search);
}

function tell() {
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', () => {
  current = read();
  tell();
});

/** The address of a view of the page's graph, relative to the page. */
export function viewAddress(view: View): string {
  const text = withOpened(view as Record<string, string>);
  return `${location.pathname}${text === '' ? '' : `?${text}`}`;
}

/** The same with the server before it, to be pasted anywhere. */
export const viewLink = (view: View): string => location.origin + viewAddress(view);

/**
 * Changes fields of the view; `undefined` clears one. Each call is a step that can be undone, unless `replace` puts it into the
 * last one (camera moves); quick changes that `fold` under one name (a slider that is dragged) are one step together.
 */
export function changeView(
  patch: { [K in keyof View]?: View[K] | undefined },
  how: { replace?: boolean; fold?: string } = {},
): void {
  const next = Object.fromEntries(
    Object.entries({ ...current, ...patch }).filter(([, value]) => value !== undefined),
  ) as View;
  const address = viewAddress(next);
  if (address === viewAddress(current)) return;
  current = next;
  writeStep(address, how);
  tell();
}

/** What `map` says when the map shows all there is. */
export const WHOLE_MAP = 'all';

/** Shows the map in the sky's place, or the sky again. */
export const toggleMap = (): void =>
  changeView({ map: currentView().map === undefined ? WHOLE_MAP : undefined });

/** The view as it stands, outside React. */
export const currentView = (): View => current;

/** The view as it stands; the component is drawn again when it changes. */
export function useView(): View {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentView);
}

/** What is loaded of a view, apart from what its filters hide: measures and groups of this stay when filters change. */
export function lensScopeOf({ lens, allTypes, without }: View): Record<string, string> {
  const fields = Object.entries({ lens, allTypes, without });
  return Object.fromEntries(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The part of a view that is a scope, as parameters of a question. Two dates that are compared take the place of the one. */
export function scopeOf(asked: View): Record<string, string> {
  const { asOf, certainOnly, ...timeless } = asked;
  const view: View = rangeOf(asked) === undefined ? asked : timeless;
  return Object.fromEntries(
    SCOPE_FIELDS.flatMap((field) => (view[field] === undefined ? [] : [[field, view[field]]])),
  );
}
