/** The discs of communities, against all their pairs. */
import { describe, expect, it } from 'vitest';
import { packBubbles } from '../../src/kernels/pack-bubbles.js';

const zeros = (size: number) => new Float64Array(size);

/** The least room between the edges of two discs. */
function leastRoom({ x, y }: Record<'x' | 'y', Float64Array>, radii: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < x.length; a++)
    for (let b = 0; b < a; b++)
      least = Math.min(least, Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) - radii[a]! - radii[b]!);
  return least;
}

describe('packBubbles', () => {
  it('lays discs side by side, near where they were', () => {
    const meant = { x: Float64Array.of(0, 1), y: zeros(2), radii: Float64Array.of(1, 1), gap: 0 };
    const { x, y } = packBubbles(meant);
    expect(Math.hypot(x[0]! - x[1]!, y[0]! - y[1]!)).toBeCloseTo(2, 6);
    expect(x[0]).toBeLessThan(x[1]!);
    expect(meant.x).toEqual(Float64Array.of(0, 1));
  });
  it.each([0, 1, 30, 200])('parts %i discs even when all lie on one point', (size) => {
    const radii = zeros(size).map((_, i) => 1 + (i % 5));
    const packed = packBubbles({ x: zeros(size), y: zeros(size), radii, gap: 0.5 });
    expect(leastRoom(packed, radii)).toBeGreaterThan(0.499);
  });
  it('leaves no two of thousands on each other', () => {
    const radii = zeros(2_000).fill(1.5);
    const x = radii.map((_, i) => 8 * (i % 45));
    const y = radii.map((_, i) => 8 * Math.floor(i / 45));
    expect(leastRoom(packBubbles({ x, y, radii, gap: 6 }), radii)).toBeGreaterThan(0);
  });
});
