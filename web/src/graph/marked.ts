/** What dates do to colours: two of their own for what began and what ended, fainter for what is in doubt. */
import { CHANGE_COLORS, INK, type Scheme } from '../theme.js';
import type { TimeMark } from '../time/moments.js';
import { fade } from './colors.js';
import type { Shown } from './filter.js';

/** Dashes of what ended. */
export const ENDED = [7, 4] as const;
/** How far what only may have been fades towards the sky. */
const DOUBT = 0.5;
/** Beside what changed, what did not is grey: kinds and families have greens and reds of their own. */
const UNCHANGED = 0.35;

/** A colour of what is in doubt. */
export const faint = (hex: string, scheme: Scheme) => fade(hex, INK[scheme].sky, DOUBT);

/** The colour of a row by its mark: two of their own for what changed, fainter for what is in doubt, grey beside what changed. */
export function markedColor(
  mark: TimeMark | undefined,
  color: string,
  { shown, scheme }: { shown: Shown; scheme: Scheme },
): string {
  const ink = INK[scheme];
  if (mark === undefined) return shown.compares ? fade(ink.muted, ink.sky, UNCHANGED) : color;
  const change = mark.endsWith('began') ? 'began' : isEnded(mark) ? 'ended' : undefined;
  const own = change === undefined ? color : CHANGE_COLORS[scheme][change];
  return mark === change ? own : faint(own, scheme);
}

/** Whether it ended, or perhaps did: dashed, and hollow. */
export const isEnded = (mark: TimeMark | undefined): boolean => mark?.endsWith('ended') === true;

/**
 * The colour of a star. One that only may stand on the date keeps its own: its name is there, and its ties tell the doubt.
 */
export const starColor = (row: number, kind: string, light: { shown: Shown; scheme: Scheme }): string => {
  const mark = light.shown.entityMarks[row];
  return mark === 'may-hold' ? kind : markedColor(mark, kind, light);
};
