import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../src/kernels/layout.js';
import { preferentialArcs, specimens, toCsr } from '../oracles/random-graph.js';

describe('layoutGraph', () => {
  it('gives every node a place of its own, the same each time', () => {
    for (const { csr, directed, name } of specimens(40, 12)) {
      if (directed) continue;
      const { x, y } = layoutGraph(csr);
      const places = new Set(Array.from(x, (value, node) => `${value} ${y[node]}`));
      expect(places.size, name).toBe(csr.size);
      expect([...x, ...y].every(Number.isFinite), name).toBe(true);
      expect(layoutGraph(csr), name).toEqual({ x, y });
    }
  });
  it('keeps islands apart: no node lies within another island', () => {
    const two = toCsr(
      {
        size: 8,
        from: Uint32Array.of(0, 1, 2, 4, 5, 6),
        to: Uint32Array.of(1, 2, 3, 5, 6, 7),
        values: new Float64Array(6).fill(1),
      },
      false,
    );
    const { x, y } = layoutGraph(two);
    const span = (nodes: number[]) =>
      [Math.min(...nodes.map((node) => y[node]!)), Math.max(...nodes.map((node) => y[node]!))] as const;
    const reach = (nodes: number[]) =>
      [Math.min(...nodes.map((node) => x[node]!)), Math.max(...nodes.map((node) => x[node]!))] as const;
    const disjoint = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) => b < c || d < a;
    const [one, other] = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ];
    expect(disjoint(span(one!), span(other!)) || disjoint(reach(one!), reach(other!))).toBe(true);
  });
  it('lays out an island too large for stress', () => {
    const { x, y } = layoutGraph(toCsr(preferentialArcs(1501, 2, 7), false));
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(new Set(x).size).toBeGreaterThan(500);
  });
});
