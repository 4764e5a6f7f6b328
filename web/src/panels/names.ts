/** A pasted list: its lines as names, and what the search makes of each. */
import type { Answer } from '../../../src/contract/questions.js';

export type Hit = Answer<'search'>['hits'][number];

/** One search a line: longer lists are cut, and the panel says so. */
export const MOST_NAMES = 200;
/** The very name, in other spacing, or a code among other words; see the search's scores. */
const SURE = 0.97;
/** Below this a likeness is an accident. Codes are alike by their nature: `63600` means nobody but its bearer. */
const LIKE = { name: 0.4, code: 0.6 };

/** Each line once, without bullets and numbering. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*(?:[-–•*]|\d{1,3}[.)])\s+/, '').trim())
      .filter((line) => line !== ''),
  ),
];

/** `known`: one entity bears it. `close`: several do, or some are like it. `unknown`: nobody is near. */
export function judgeName(
  line: string,
  hits: readonly Hit[],
): {
  verdict: 'known' | 'close' | 'unknown';
  hits: readonly Hit[];
} {
  const best = hits[0]?.score ?? 0;
  const bearers = hits.filter(({ score }) => score >= SURE && score === best);
  if (bearers.length === 1) return { verdict: 'known', hits: bearers };
  const near =
    bearers.length > 1
      ? bearers
      : hits.filter(({ score }) => score >= LIKE[/\d{4}/.test(line) ? 'code' : 'name']);
  return { verdict: near.length > 0 ? 'close' : 'unknown', hits: near };
}
