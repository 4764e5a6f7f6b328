/** Places for stars that join a finished layout: each near those it is tied to, on free ground; who stood there does not move. */

import { GOLDEN_ANGLE } from '../kernels/golden-angle.js';

/** After this many steps outwards a star is put down wherever it is. */
const MOST_STEPS = 4_000;

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Fills in the places that are NaN, in their order: from the middle of the placed neighbours (of all, without any) outwards in a
 * spiral to the first spot half a star's share of ground away from everybody. Deterministic. O(stars + steps).
 *
 * @example two stars at (0, 0) and (10, 0), a third tied to both: it comes to stand near (5, 0)
 */
export function placeBeside({ x, y }: Places, neighborsOf: (star: number) => readonly number[]): void {
  const isPlaced = (star: number) => !Number.isNaN(x[star]);
  const placed = [...x.keys()].filter(isPlaced);
  const extent = (values: Float64Array) =>
    placed.reduce((most, star) => Math.max(most, values[star]!), Number.NEGATIVE_INFINITY) -
    placed.reduce((least, star) => Math.min(least, values[star]!), Number.POSITIVE_INFINITY);
  const [width, height] = placed.length < 2 ? [0, 0] : [extent(x), extent(y)];
  // Of a picture that is all but a line, by its length.
  const ground = Math.max(
    Math.sqrt((width * height) / placed.length),
    Math.max(width, height) / placed.length,
  );
  const apart = ground > 0 ? ground / 2 : 1;
  const cells = new Map<string, number[]>();
  const cell = (px: number, py: number) => [Math.floor(px / apart), Math.floor(py / apart)] as const;
  const settle = (star: number) => {
    const key = cell(x[star]!, y[star]!).join();
    cells.set(key, [...(cells.get(key) ?? []), star]);
  };
  const isFree = (px: number, py: number) => {
    const [column, row] = cell(px, py);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const star of cells.get(`${column + dx},${row + dy}`) ?? [])
          if (Math.hypot(x[star]! - px, y[star]! - py) < apart) return false;
    return true;
  };
  placed.forEach(settle);
  const middle = (stars: readonly number[]) =>
    ([x, y] as const).map((values) => stars.reduce((sum, star) => sum + values[star]!, 0) / stars.length);

  for (const star of x.keys()) {
    if (isPlaced(star)) continue;
    const near = neighborsOf(star).filter(isPlaced);
    const [cx, cy] = near.length > 0 ? middle(near) : placed.length > 0 ? middle(placed) : [0, 0];
    let step = 0;
    let at = [cx!, cy!] as const;
    for (; step < MOST_STEPS && !isFree(at[0], at[1]); step++) {
      const reach = 0.6 * apart * Math.sqrt(step + 1);
      at = [cx! + reach * Math.cos(step * GOLDEN_ANGLE), cy! + reach * Math.sin(step * GOLDEN_ANGLE)];
    }
    [x[star], y[star]] = at;
    settle(star);
  }
}
