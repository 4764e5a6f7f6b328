/**
 * Which star or tie lies under a point. sigma would draw both a second time, in the colours of their numbers, and read a pixel back,
 * for which the page has to wait until the graphics card is done with all else. Here the numbers that the programs draw from are
 * searched instead: what is not drawn is not found, and the page never waits.
 */
import type { Sky } from './camera.js';

/** What a program draws from: a fixed count of numbers an item, all 0 for one that is hidden, and the key of each. */
export interface Drawn {
  readonly array: Float32Array;
  readonly keys: readonly string[];
}

/** The programs that have drawn something, bottom first. */
export interface Layers {
  readonly stars: Drawn[];
  readonly ties: Drawn[];
}

/** Numbers of a star: x, y, size, and what only its program reads. */
export const STAR_FLOATS = 11;
/** Numbers of a tie: x and y of its source and of its target, their sizes, its own size, its curvature, and the rest. */
export const TIE_FLOATS = 13;

/** A thin line is hard to hit: so many pixels on either side belong to it. */
const REACH_PX = 3.5;
const CURVE_STEPS = 14;

/** A point in the units of what is drawn; how long a pixel of the screen, and how large a size of 1, are there. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly pixel: number;
  readonly scale: number;
}

/** The topmost star that covers the spot. O(stars). */
export function starAt(layers: readonly Drawn[], { x, y, scale }: Spot): string | undefined {
  for (const { array, keys } of layers.toReversed())
    for (let at = array.length - STAR_FLOATS; at >= 0; at -= STAR_FLOATS) {
      const reach = array[at + 2]! * scale;
      if (reach > 0 && Math.hypot(array[at]! - x, array[at + 1]! - y) <= reach) return keys[at / STAR_FLOATS];
    }
  return undefined;
}

/** The tie nearest to the spot among those that it touches; of several as near, the topmost. O(ties). */
export function tieAt(layers: readonly Drawn[], { x, y, pixel, scale }: Spot): string | undefined {
  const reach = REACH_PX * pixel;
  let least = reach;
  let found: string | undefined;
  for (const { array, keys } of layers)
    for (let at = 0; at < array.length; at += TIE_FLOATS) {
      const size = array[at + 6]!;
      if (size === 0) continue;
      const x0 = array[at]! - x;
      const y0 = array[at + 1]! - y;
      const x1 = array[at + 2]! - x;
      const y1 = array[at + 3]! - y;
      const curvature = array[at + 7]!;
      const half = (size * scale) / 2;
      const bend = curvature === 0 ? 0 : Math.abs(curvature) * Math.hypot(x1 - x0, y1 - y0);
      const slack = reach + half + bend;
      if (Math.min(x0, x1) > slack || Math.max(x0, x1) < -slack) continue;
      if (Math.min(y0, y1) > slack || Math.max(y0, y1) < -slack) continue;
      const away = curvature === 0 ? toLine(x0, y0, x1, y1) : toCurve(x0, y0, x1, y1, curvature);
      const gap = Math.max(0, away - half);
      if (gap > least) continue;
      least = gap;
      found = keys[at / TIE_FLOATS];
    }
  return found;
}

/** From the origin to a line between two points. */
function toLine(x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const along = Math.max(0, Math.min(1, -(x0 * dx + y0 * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x0 + along * dx, y0 + along * dy);
}

/** From the origin to the curve that a tie's program draws. */
function toCurve(x0: number, y0: number, x1: number, y1: number, curvature: number): number {
  const cx = (x0 + x1) / 2 - (y1 - y0) * curvature;
  const cy = (y0 + y1) / 2 + (x1 - x0) * curvature;
  let least = Number.POSITIVE_INFINITY;
  let [px, py] = [x0, y0];
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const qx = u * u * x0 + 2 * u * t * cx + t * t * x1;
    const qy = u * u * y0 + 2 * u * t * cy + t * t * y1;
    least = Math.min(least, toLine(px, py, qx, qy));
    [px, py] = [qx, qy];
  }
  return least;
}

/** Makes a sky find by these layers. sigma asks its own two methods whatever the pointer does; they are not of its public face. */
export function pickBy(sky: Sky, { stars, ties }: Layers): void {
  const spotOf = (x: number, y: number): Spot => {
    const point = sky.viewportToFramedGraph({ x, y });
    const beside = sky.viewportToFramedGraph({ x: x + 1, y });
    const pixel = Math.hypot(beside.x - point.x, beside.y - point.y);
    return { ...point, pixel, scale: sky.scaleSize(1) * pixel };
  };
  Object.assign(sky, {
    getNodeAtPosition: ({ x, y }: { x: number; y: number }) => starAt(stars, spotOf(x, y)) ?? null,
    getEdgeAtPoint: (x: number, y: number) => tieAt(ties, spotOf(x, y)) ?? null,
  });
}
