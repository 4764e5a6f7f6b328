/** The map's projection by hand, and its ways over the globe: on the great circle, over the date line, never off the map. */
import { describe, expect, it } from 'vitest';
import { boundsOf, greatCircle, mercator, toScreen, worldPxAt } from '../../../web/src/map/mercator.js';

const camera = { middle: { x: 0.5, y: 0.5 }, eye: 0.5, worldPx: worldPxAt(1), width: 800, height: 600 };

it('puts the equator at 0° in the middle and takes the copy of the world nearest to the eye', () => {
  expect(mercator({ lon: 0, lat: 0 })).toEqual({ x: 0.5, y: 0.5 });
  expect(toScreen(camera, mercator({ lon: 90, lat: 0 })).x).toBeCloseTo(400 + 256);
  const eastward = { ...camera, middle: { x: 0.95, y: 0.5 }, eye: 0.95 };
  expect(toScreen(eastward, mercator({ lon: -170, lat: 0 })).x).toBeGreaterThan(400);
});

it('bends from Beijing to Moscow to the north of the straight line', () => {
  const way = greatCircle({ lon: 116.4, lat: 39.9 }, { lon: 37.6, lat: 55.8 }, 10);
  expect(way).toHaveLength(11);
  // The middle of the great circle lies at 54.8° N, 84.2° E: the direction of the sum of the two unit vectors.
  expect(way[5]!.x * 360 - 180).toBeCloseTo(84.2, 1);
  expect(way[5]!.y).toBeCloseTo(mercator({ lon: 0, lat: 54.8 }).y, 3);
  expect(way[5]!.y).toBeLessThan((way[0]!.y + way[10]!.y) / 2);
});

it('runs on over the date line without a jump', () => {
  const way = greatCircle({ lon: 170, lat: 10 }, { lon: -170, lat: -10 }, 8);
  const steps = way.slice(1).map(({ x }, at) => x - way[at]!.x);
  expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.02);
  expect(way.at(-1)!.x).toBeGreaterThan(1);
});

it('keeps a way over the pole on the map, both ends where they are', () => {
  const [from, to] = [
    { lon: 104, lat: 36 },
    { lon: -64, lat: 45 },
  ];
  const way = greatCircle(from, to, 20);
  expect(Math.min(...way.map(({ y }) => y))).toBeGreaterThanOrEqual(mercator({ lon: 0, lat: 70.001 }).y);
  expect(way[0]!.x).toBeCloseTo(mercator(from).x);
  expect(way.at(-1)!.y).toBeCloseTo(mercator(to).y);
});

describe('boundsOf', () => {
  it('is the place itself for one place, to the last digit', () =>
    expect(boundsOf([{ lon: -52.6, lat: 5.2 }])).toEqual([-52.6, 5.2, -52.6, 5.2]));

  it('goes over the date line where that is shorter', () =>
    expect(
      boundsOf([
        { lon: 170, lat: -10 },
        { lon: -160, lat: 20 },
      ]),
    ).toEqual([170, -10, 200, 20]));

  it('is nothing without a place', () => expect(boundsOf([])).toBeUndefined());
});
