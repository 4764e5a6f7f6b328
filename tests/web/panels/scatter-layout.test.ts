/** Points and names of a scatter: scales that fit, names that stand clear of each other, an agreement that is known. */
import { describe, expect, it } from 'vitest';
import {
  axisOf,
  placeNames,
  placeOn,
  rankCorrelation,
  spreadsFar,
  standOut,
} from '../../../web/src/panels/scatter-layout.js';

describe('axes', () => {
  it('are logarithmic where values lie far apart, never with negative ones', () => {
    expect(spreadsFar([0, 0.001, 0.01, 0.2])).toBe(true);
    expect(spreadsFar([1, 2, 3, 4])).toBe(false);
    expect(spreadsFar([-1, 0.001, 10])).toBe(false);
    expect(spreadsFar([0, 0])).toBe(false);
    expect(axisOf([-1, 10], true).isLog).toBe(false);
    expect(axisOf([0, 0], true)).toMatchObject({ isLog: false, domain: [0, 1] });
  });
  it('give zeros a place of their own before the least value', () => {
    const axis = axisOf([0, 0.01, 1, 100], true);
    expect(axis.ticks?.slice(1)).toEqual([0.01, 0.1, 1, 10, 100]);
    expect(axis.zeroAt).toBeLessThan(0.01);
    expect(placeOn(axis, 0)).toBe(0);
    const places = [0, 0.01, 1, 100].map((value) => placeOn(axis, value));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(placeOn(axis, 1) - placeOn(axis, 0.01)).toBeCloseTo(placeOn(axis, 100) - placeOn(axis, 1), 12);
    expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
    expect(axisOf([1, 100], true).zeroAt).toBeUndefined();
  });
  it('are even otherwise', () => {
    const axis = axisOf([2, 4], false);
    expect([placeOn(axis, 0), placeOn(axis, 2), placeOn(axis, 4)]).toEqual([0, 0.5, 1]);
  });
});

describe('names', () => {
  const frame = { left: 0, top: 0, right: 400, bottom: 300 };
  const point = (id: string, x: number, y: number) => ({ id, name: `Somebody ${id}`, x, y });
  const line = Array.from({ length: 30 }, (_, i) => point(`p${i}`, 100 + i, 150 - i));
  it('go to whoever is beside the line that the others make', () => {
    const far = standOut([...line, point('off', 115, 165)]);
    expect(far.indexOf(far.reduce((a, b) => Math.max(a, b)))).toBe(30);
  });
  it('lie clear of each other and within the drawing', () => {
    const placed = placeNames(
      [...line, point('edge', 399, 150), point('corner', 1, 1), point('tall', 200, 299)],
      frame,
    );
    const boxes = placed.map(({ text, anchor, x, y }) => {
      const wide = text.length * 6.38;
      const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
      return { left, right: left + wide, top: y - 11, bottom: y + 3 };
    });
    // At the right edge there is room to its left alone: there it ends at its point, however wide the letters are.
    expect(placed.find(({ id }) => id === 'edge')).toMatchObject({ anchor: 'end', x: 393 });
    for (const [i, a] of boxes.entries()) {
      expect(a.left >= 0 && a.right <= 400.1 && a.top >= 0 && a.bottom <= 300).toBe(true);
      for (const b of boxes.slice(i + 1))
        expect(a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom && b.top < a.bottom).toBe(
          false,
        );
    }
  });
  it('are none without points', () => expect(placeNames([], frame)).toEqual([]));
});

it('two orders agree at 1, reversed at -1, and ties share their place', () => {
  expect(rankCorrelation([1, 2, 3].map((i) => [i, i * i]))).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 2, 3].map((i) => [i, -i]))).toBeCloseTo(-1, 12);
  // scipy.stats.spearmanr([1, 2, 2, 3], [1, 3, 2, 4])
  expect(
    rankCorrelation([
      [1, 1],
      [2, 3],
      [2, 2],
      [3, 4],
    ]),
  ).toBeCloseTo(0.9486832980505138, 12);
  expect(
    rankCorrelation([
      [1, 1],
      [1, 2],
    ]),
  ).toBeNull();
});
