/** The path question as it stands in the address. */
import type { Asked } from '../ask.js';
import { scopeOf, type View } from '../view.js';

/** Several ids in one field of the address. Each is encoded, so that an id may hold a comma. */
export const joinIds = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : ids.map(encodeURIComponent).join(',');

/** The ids of a field; what somebody wrote by hand and cannot be decoded is taken as it is. */
export function splitIds(text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  return text.split(',').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

/** Parameters of the `path` question; undefined while an end is missing. */
export function pathQuestion(view: View): Asked | undefined {
  const { from, to, mode, k, maxLength, direction } = view;
  if (from === undefined || to === undefined) return undefined;
  const via = splitIds(view.via);
  const avoid = splitIds(view.avoid);
  return {
    ...scopeOf(view),
    from,
    to,
    mode,
    k: mode === 'k-shortest' ? k : undefined,
    maxLength,
    direction,
    ...(via.length === 0 ? {} : { via }),
    ...(avoid.length === 0 ? {} : { avoid }),
  };
}

/** A relaxation that an answer offers, as a change of the view: null and empty lists clear a field. */
export function relaxedView(parameters: Record<string, unknown>): { [K in keyof View]?: string | undefined } {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (value === null || value === undefined) return [name, undefined];
      if (!Array.isArray(value)) return [name, String(value)];
      const isEntities = name === 'via' || name === 'avoid';
      return [
        name,
        isEntities ? joinIds(value.map(String)) : value.length === 0 ? undefined : value.join(','),
      ];
    }),
  );
}
