/** The path question as it stands in the address. */
import type { Asked } from '../ask.js';
import { joinIds, splitIds } from '../id-list.js';
import { scopeOf, type View } from '../view.js';

export const DEFAULT_MODE = 'shortest';
/** With mode `all` no path is longer, unless the question says so. */
export const LENGTH_OF_ALL = 4;

/** Ways to look for paths: what each gives in plain words, how many by default (null: always one), whether it can go via others. */
export const PATH_MODES: Readonly<
  Record<string, { label: string; sentence: string; count: number | null; via: boolean }>
> = {
  shortest: {
    label: 'The shortest',
    sentence: 'The fewest steps from one to the other; one, where several are as short.',
    count: null,
    via: true,
  },
  'k-shortest': {
    label: 'Several',
    sentence: 'The shortest, the next shortest, and so on.',
    count: 5,
    via: true,
  },
  credible: {
    label: 'The most credible',
    sentence: 'Their weakest step is as well founded as any way allows; then the shortest.',
    count: 5,
    via: false,
  },
  disjoint: {
    label: 'Independent of each other',
    sentence: 'No two share anything on the way: a fault in one leaves the others.',
    count: 5,
    via: false,
  },
  all: {
    label: 'All up to a length',
    sentence: 'Every path that is not longer than you say.',
    count: 100,
    via: true,
  },
  'time-respecting': {
    label: 'In the order of time',
    sentence: 'Each step can follow the one before it: something could have been passed on along it.',
    count: null,
    via: false,
  },
};

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
    k: PATH_MODES[mode ?? DEFAULT_MODE]?.count === null ? undefined : k,
    disjoint: mode === 'disjoint' ? view.disjoint : undefined,
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

/** A name that was offered, put wherever in a view the one stands that an error quotes. */
export function correctedView(
  detail: string,
  view: View,
  id: string,
): { [K in keyof View]?: string | undefined } {
  const corrected = (name: string) => (detail.includes(`'${name}'`) ? id : name);
  const { from, to, via, avoid, ids } = view;
  return {
    from: from && corrected(from),
    to: to && corrected(to),
    via: joinIds(splitIds(via).map(corrected)),
    avoid: joinIds(splitIds(avoid).map(corrected)),
    ids: joinIds(splitIds(ids).map(corrected)),
  };
}
