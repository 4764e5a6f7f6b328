/**
 * How far what is not lit fades: a few numbers that the programs read at each frame. What is lit changes a mark on a few stars and
 * ties; all others fade by these, so that moving the pointer costs by the number of neighbours and not by the size of the graph.
 */
import type { Lit } from './lit.js';

export interface Glow {
  /** By how much stars let the sky through. */
  fade: number;
  tieOpacity: number;
}

/** How far what is not lit fades: nearly away under the pointer, half away beside a selection. */
const FADED = { plain: 0, soft: 0.62, hard: 0.84 };
const TIE_OPACITY = { plain: 0.62, soft: 0.2, hard: 0.09 };

/** A crowd of ties hides its stars: many are drawn fainter than few. */
const crowding = (relations: number) => Math.max(0.15, Math.min(1, (1_500 / Math.max(1, relations)) ** 0.8));

/** The glow of a quiet sky; `setGlow` changes it in place, for the programs hold it. */
export const createGlow = (): Glow => ({ fade: 0, tieOpacity: TIE_OPACITY.plain });

/** Sets it for what is lit, in a sky with that many visible relations. */
export function setGlow(glow: Glow, lit: Lit | undefined, relations: number): void {
  const how = lit === undefined ? 'plain' : lit.soft ? 'soft' : 'hard';
  glow.fade = FADED[how];
  glow.tieOpacity = TIE_OPACITY[how] * crowding(relations);
}
