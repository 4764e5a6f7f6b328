/** Entities that the user has put somewhere. They outlive the sky: another lens shows a pinned entity where it was put. */
import { shareValue } from '../shared-value.js';

type Place = { x: number; y: number };

const places = new Map<string, Place>();
const count = shareValue(0);
const releases = new Set<(id: string) => void>();

/** Positions in the graph's own units, by id. */
export const pins: ReadonlyMap<string, Place> = places;

/** How many are pinned; the component is drawn again when that changes. */
export const usePinCount = count.use;

export function pin(id: string, place: Place): void {
  places.set(id, place);
  count.set(places.size);
}

/** Lets these go, all of them without ids: they return to where the layout has them. */
export function unpin(ids: readonly string[] = [...places.keys()]): void {
  for (const id of ids) {
    if (!places.delete(id)) continue;
    for (const release of releases) release(id);
  }
  count.set(places.size);
}

/** The sky hears of those that are let go; returns how to stop. */
export function onRelease(release: (id: string) => void): () => void {
  releases.add(release);
  return () => {
    releases.delete(release);
  };
}
