/** Faults of origins: a source cannot come from itself. */
import type { Drafts, Place, Report } from './drafts.js';

/** Reports each source that is derived from itself, by way of others or at once. O(sources) where circles are rare. */
export function checkCircles(
  sources: ReadonlyMap<string, Drafts['sources'][number]>,
  reporter: (place: Place) => Report,
): void {
  const origins = (id: string) => {
    const derivedFrom = sources.get(id)?.record.derivedFrom;
    return derivedFrom === undefined || derivedFrom === 'unknown' ? [] : derivedFrom;
  };
  for (const [id, { place }] of sources) {
    for (const [i, first] of origins(id).entries()) {
      const before = new Map<string, string>([[first, id]]);
      const open = [first];
      for (let next = open.pop(); next !== undefined && next !== id; next = open.pop())
        for (const origin of origins(next))
          if (!before.has(origin)) {
            before.set(origin, next);
            open.push(origin);
          }
      if (!before.has(id) && first !== id) continue;
      const circle = [id];
      for (let next = before.get(id); next !== undefined && next !== id; next = before.get(next))
        circle.unshift(next);
      reporter(place)(['derivedFrom', i], `${id} is derived from itself: ${[id, ...circle].join(' ← ')}`);
    }
  }
}
