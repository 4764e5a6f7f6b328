/** Which graph the page asks: the one that the server serves, or one that was opened from a file and is held there for a while. */
import { shareValue } from './shared-value.js';

const FIELD = 'workspace';

/** Id of the opened graph, from the address; undefined for the served one. It does not change while a page stands. */
export const openedId = (): string | undefined =>
  new URLSearchParams(location.search).get(FIELD) ?? undefined;

/** The query that names the page's graph beside its view, whatever a view may say. */
export function withOpened(view: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(view);
  const id = openedId();
  if (id === undefined) query.delete(FIELD);
  else query.set(FIELD, id);
  return query.toString();
}

/** The view of an address: all but which graph it is of. */
export function withoutOpened(query: string): Record<string, string> {
  const { [FIELD]: _, ...view } = Object.fromEntries(new URLSearchParams(query));
  return view;
}

/** Address of something that is asked of the page's graph. */
export function apiAddress(path: string): string {
  const id = openedId();
  return `/api/v1/${id === undefined ? '' : `workspaces/${encodeURIComponent(id)}/`}${path}`;
}

/** Shows an opened graph, as a page of its own: nothing of the one before is carried over. */
export const showOpened = (id: string): void =>
  location.assign(`${location.pathname}?${new URLSearchParams({ [FIELD]: id })}`);

/** Shows the graph that the server serves. The opened one is let go. */
export function closeOpened(): void {
  const id = openedId();
  // A graph that is gone already is let go too: nobody waits for the answer.
  if (id !== undefined)
    fetch(`/api/v1/workspaces/${encodeURIComponent(id)}`, { method: 'DELETE', keepalive: true }).catch(
      () => {},
    );
  location.assign(location.pathname);
}

/** Whether the server has let the opened graph go. */
const lost = shareValue(false);
export const useLost = lost.use;
export const tellLost = () => lost.set(true);
