import { describe, expect, it } from 'vitest';
import { buildCsr } from '../../src/kernels/csr.js';
import { layoutGraph } from '../../src/kernels/layout.js';
import { randomNumbers } from '../../src/kernels/random.js';
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
    const { x, y } = layoutGraph(toCsr(preferentialArcs(601, 2, 7), false));
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(new Set(x).size).toBeGreaterThan(300);
  });
  it('makes wide pictures, of one island and of many', () => {
    const one = toCsr(preferentialArcs(300, 2, 7), false);
    const pairs = Uint32Array.from({ length: 60 }, (_, i) => 2 * i);
    const many = buildCsr(
      120,
      pairs,
      pairs.map((node) => node + 1),
      false,
    );
    for (const csr of [one, many]) {
      const { x, y } = layoutGraph(csr);
      const shape = (Math.max(...x) - Math.min(...x)) / (Math.max(...y) - Math.min(...y));
      expect(shape).toBeGreaterThan(1.2);
      expect(shape).toBeLessThan(2.4);
    }
  });
  it('draws communities of a large island apart', () => {
    const [size, group] = [1_800, 60];
    const random = randomNumbers(3);
    const arcs = Array.from({ length: 4 * size }, (_, i) => {
      const from = i % size;
      const isWithin = i < 3 * size;
      const to = isWithin
        ? from - (from % group) + Math.floor(random() * group)
        : Math.floor(random() * size);
      return [from, to] as const;
    });
    const csr = buildCsr(
      size,
      Uint32Array.from(arcs, ([from]) => from),
      Uint32Array.from(arcs, ([, to]) => to),
      false,
    );
    const { x, y } = layoutGraph(csr);
    // Of the eight nearest to each, those of its own community: of sixty that a random place would have, one in thirty.
    const looked = Array.from({ length: 90 }, (_, i) => 20 * i);
    let own = 0;
    for (const v of looked) {
      const nearest = Array.from({ length: size }, (_, u) => u)
        .map((u) => [Math.hypot(x[u]! - x[v]!, y[u]! - y[v]!), u] as const)
        .sort(([a], [b]) => a - b)
        .slice(1, 9);
      own += nearest.filter(([, u]) => Math.floor(u / group) === Math.floor(v / group)).length / 8;
    }
    expect(own / looked.length).toBeGreaterThan(0.8);
  });
});
