/** What is lit in the graph for a moment, told by any panel: a hovered row, a path. Not in the address: it is not worth sharing. */
import { shareValue } from '../shared-value.js';

/** Entities and relations to light; all else is dimmed. A `path` stays until it is taken back; `hover` and `row` last as long as the pointer. */
export interface Highlight {
  readonly entities?: readonly string[];
  readonly relations?: readonly string[];
  readonly reason: 'hover' | 'path' | 'row';
}

/** The value itself, for parts outside React. */
export const highlight = shareValue<Highlight | undefined>(undefined);

/** Lights these and dims the rest; `undefined` ends it. */
export const setHighlight = highlight.set;

/** What is lit; the component is drawn again when it changes. */
export const useHighlight = highlight.use;

const pilots = new Set<(entityId: string) => void>();

/** Moves the camera to an entity. Does nothing while no graph is drawn or the graph does not hold it. */
export function flyTo(entityId: string): void {
  for (const pilot of pilots) pilot(entityId);
}

/** The graph registers who flies; returns how to stop. */
export function onFlight(pilot: (entityId: string) => void): () => void {
  pilots.add(pilot);
  return () => {
    pilots.delete(pilot);
  };
}
