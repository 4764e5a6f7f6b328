import { describe, expect, it } from 'vitest';
import { bfs } from '../../src/kernels/bfs.js';
import { buildCsr } from '../../src/kernels/csr.js';
import { sourceOrder } from '../../src/kernels/source-order.js';
import { specimens, toCsr } from '../oracles/random-graph.js';

describe('sourceOrder', () => {
  it.each([false, true])('names every node once, directed %s', (directed) => {
    for (const { arcs } of specimens(40, 11)) {
      const order = sourceOrder(toCsr(arcs, directed));
      expect([...order].toSorted((a, b) => a - b)).toEqual([...order.keys()]);
    }
  });

  it('begins with the busiest node, and goes on by the distance to it', () => {
    // Arcs lead down a tree towards node 5, which most point to; 8 reaches nothing.
    const csr = buildCsr(9, Uint32Array.of(0, 1, 2, 3, 4, 6, 5), Uint32Array.of(5, 5, 5, 0, 3, 1, 7), true);
    const order = [...sourceOrder(csr)];
    expect(order[0]).toBe(5);
    const far = order.map((node) => bfs(csr, node).nodes.indexOf(5) === -1);
    expect(far).toEqual([false, false, false, false, false, false, false, true, true]);
    const steps = (node: number) => {
      const { nodes, distances } = bfs(csr, node);
      return distances[nodes.indexOf(5)]!;
    };
    expect(order.slice(0, 7).map(steps)).toEqual([0, 1, 1, 1, 2, 2, 3]);
  });
});
