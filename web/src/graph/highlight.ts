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

/** Moves the camera to an entity; false when it is not there to be flown to. */
type Pilot = (entityId: string) => boolean;

const pilots = new Set<Pilot>();
let awaited: string | undefined;

/** Moves the camera to an entity. One that no graph holds yet is flown to when one comes that does, unless another flight is asked for. */
export function flyTo(entityId: string): void {
  awaited = [...pilots].map((pilot) => pilot(entityId)).includes(true) ? undefined : entityId;
}

/** Flies to whom the last flight did not find. Called when a graph has come. */
export function flyToAwaited(): void {
  if (awaited !== undefined) flyTo(awaited);
}

/** The graph registers who flies; returns how to stop. */
export function onFlight(pilot: Pilot): () => void {
  pilots.add(pilot);
  return () => {
    pilots.delete(pilot);
  };
}
