/** Discs against all their pairs. */
import { describe, expect, it } from 'vitest';
import { removeOverlap } from '../../src/kernels/overlap-removal.js';
import { randomNumbers } from '../../src/kernels/random.js';

/** The deepest overlap of two discs, as a share of their radii together; below 0 when all are apart. */
function deepest(places: Float64Array, radii: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let u = 0; u < radii.length; u++)
    for (let v = 0; v < u; v++) {
      const apart = Math.hypot(places[2 * u]! - places[2 * v]!, places[2 * u + 1]! - places[2 * v + 1]!);
      most = Math.max(most, 1 - apart / (radii[u]! + radii[v]!));
    }
  return most;
}

/** Discs of many sizes in lumps around 0, left and right of it and above and below. */
function lumps(size: number, seed: number) {
  const random = randomNumbers(seed);
  const side = Math.sqrt(size);
  const places = new Float64Array(2 * size).map(() => side * (random() - 0.5) * random());
  return { places, radii: new Float64Array(size).map(() => 0.1 + 0.2 * random()) };
}

describe('removeOverlap', () => {
  it.each([2, 30, 400])('leaves %i discs apart, the same each time', (size) => {
    for (const seed of [1, 2, 3]) {
      const { places, radii } = lumps(size, seed);
      const moved = removeOverlap(places, radii);
      expect(deepest(moved, radii)).toBeLessThan(0.05);
      expect(removeOverlap(places, radii)).toEqual(moved);
    }
  });
  it('leaves in place who overlaps nobody, and takes none', () => {
    const places = Float64Array.of(-5, -5, 0, 0, 1.5, 0, 9, 9);
    const moved = removeOverlap(places, new Float64Array(4).fill(1));
    expect([...moved.slice(0, 2), ...moved.slice(6)]).toEqual([-5, -5, 9, 9]);
    expect(moved[2]).toBeLessThan(0);
    expect(moved[4]).toBeGreaterThan(1.5);
    expect(removeOverlap(new Float64Array(0), new Float64Array(0))).toEqual(new Float64Array(0));
  });
  it('parts discs that coincide', () => {
    const radii = new Float64Array(12).fill(1);
    const moved = removeOverlap(new Float64Array(24).fill(3), radii);
    expect(deepest(moved, radii)).toBeLessThan(0.05);
  });
});
