import { describe, expect, test } from 'vitest';
import { type Drawn, STAR_FLOATS, starAt, TIE_FLOATS, tieAt } from '../../web/src/graph/picking.js';

/** Items of a program, each begun with these numbers. */
function drawn(floats: number, items: Record<string, readonly number[]>): Drawn {
  const keys = Object.keys(items);
  const array = new Float32Array(floats * keys.length);
  keys.forEach((key, place) => {
    array.set(items[key]!, place * floats);
  });
  return { array, keys };
}
const stars = (items: Record<string, readonly number[]>) => [drawn(STAR_FLOATS, items)];
const ties = (items: Record<string, readonly number[]>) => drawn(TIE_FLOATS, items);
/** A screen of 1,000 pixels across, on which sizes are pixels. */
const at = (x: number, y: number) => ({ x, y, pixel: 0.001, scale: 0.001 });
const line = (x0: number, y0: number, x1: number, y1: number, size = 1, curvature = 0) => [
  ...[x0, y0, x1, y1, 5, 5],
  ...[size, curvature],
];

describe('stars under a point', () => {
  test('are those whose disc covers it, the topmost of several', () => {
    const layers = stars({ low: [0.5, 0.5, 20], high: [0.51, 0.5, 10], far: [0.9, 0.9, 3] });
    expect(starAt(layers, at(0.51, 0.5))).toBe('high');
    expect(starAt(layers, at(0.485, 0.5))).toBe('low');
    expect(starAt(layers, at(0.5, 0.5205))).toBeUndefined();
    expect(starAt(layers, at(0.902, 0.9))).toBe('far');
  });

  test('are never hidden ones, whose numbers are 0', () => {
    expect(starAt(stars({ hidden: [0, 0, 0] }), at(0, 0))).toBeUndefined();
  });
});

describe('ties under a point', () => {
  test('are touched within three pixels and a half of their rim', () => {
    const layers = [ties({ thin: line(0, 0.5, 1, 0.5), wide: line(0, 0.2, 1, 0.2, 10) })];
    expect(tieAt(layers, at(0.5, 0.5039))).toBe('thin');
    expect(tieAt(layers, at(0.5, 0.5041))).toBeUndefined();
    expect(tieAt(layers, at(0.5, 0.2084))).toBe('wide');
    expect(tieAt(layers, at(1.01, 0.5))).toBeUndefined();
  });

  test('the nearest wins, and of two as near the topmost', () => {
    const low = ties({ a: line(0, 0.5, 1, 0.5), b: line(0, 0.503, 1, 0.503), hidden: line(0, 0, 0, 0, 0) });
    expect(tieAt([low], at(0.3, 0.5005))).toBe('a');
    expect(tieAt([low], at(0.3, 0.5028))).toBe('b');
    expect(tieAt([low, ties({ c: line(0, 0, 1, 1) })], at(0.5, 0.5))).toBe('c');
  });

  test('a curve is where it is drawn, left of its direction for a positive one', () => {
    const layers = [ties({ curve: line(0, 0.5, 1, 0.5, 1, 0.4) })];
    expect(tieAt(layers, at(0.5, 0.7))).toBe('curve');
    expect(tieAt(layers, at(0.5, 0.5))).toBeUndefined();
    expect(tieAt(layers, at(0.5, 0.3))).toBeUndefined();
    expect(tieAt(layers, at(0.25, 0.65))).toBe('curve');
  });
});
