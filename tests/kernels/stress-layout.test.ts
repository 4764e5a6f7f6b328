import { describe, expect, it } from 'vitest';
import { buildCsr } from '../../src/kernels/csr.js';
import { stressLayout } from '../../src/kernels/stress-layout.js';

const graph = (size: number, ...edges: [number, number][]) =>
  buildCsr(
    size,
    Uint32Array.from(edges, ([a]) => a),
    Uint32Array.from(edges, ([, b]) => b),
    false,
  );
const apart = (at: Float64Array, u: number, v: number) =>
  Math.hypot(at[2 * u]! - at[2 * v]!, at[2 * u + 1]! - at[2 * v + 1]!);

describe('stressLayout', () => {
  it('draws distances as they are in the graph where the plane allows it', () => {
    const path = stressLayout(graph(4, [0, 1], [1, 2], [2, 3]));
    for (const [u, v, steps] of [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, 2],
      [0, 3, 3],
    ] as const)
      expect(apart(path, u, v)).toBeCloseTo(steps, 1);
    const triangle = stressLayout(graph(3, [0, 1], [1, 2], [2, 0]));
    for (const [u, v] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const)
      expect(apart(triangle, u, v)).toBeCloseTo(1, 2);
  });
  it('gives the same picture every time, and none on top of another', () => {
    const star = graph(30, ...Array.from({ length: 29 }, (_, i): [number, number] => [0, i + 1]));
    const at = stressLayout(star);
    expect(stressLayout(star)).toEqual(at);
    for (let u = 0; u < 30; u++) for (let v = 0; v < u; v++) expect(apart(at, u, v)).toBeGreaterThan(0.05);
  });
  it('takes one node and none, and refuses islands', () => {
    expect(stressLayout(graph(0))).toHaveLength(0);
    expect(stressLayout(graph(1)).every(Number.isFinite)).toBe(true);
    expect(() => stressLayout(graph(3, [0, 1]))).toThrow(RangeError);
  });
});
