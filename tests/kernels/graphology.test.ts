/** Agreement with graphology-metrics where that is sound: simple graphs without loops. */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { centrality } from 'graphology-metrics';
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { closeness } from '../../src/kernels/closeness.js';
import type { Csr } from '../../src/kernels/csr.js';
import { normaliseBetweenness } from '../../src/kernels/normalise.js';
import { pagerank } from '../../src/kernels/pagerank.js';
import { preferentialArcs, randomArcs, toCsr } from '../oracles/random-graph.js';

function toGraphology({ size, directed, offsets, targets, values }: Csr) {
  const graph = directed ? new DirectedGraph() : new UndirectedGraph();
  for (let v = 0; v < size; v++) graph.addNode(v);
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      if (directed || v < targets[i]!) graph.addEdge(v, targets[i], { distance: values![i] });
    }
  }
  return graph;
}

const inOrder = (scores: Record<string, number>, size: number) =>
  Array.from({ length: size }, (_, v) => scores[v]!);

describe.each([
  { name: 'preferential, undirected', csr: toCsr(preferentialArcs(150, 3, 1), false) },
  { name: 'sparse, undirected', csr: toCsr(randomArcs(120, 130, 2), false) },
  { name: 'directed', csr: toCsr(randomArcs(100, 350, 3), true) },
])('$name', ({ csr }) => {
  const graph = toGraphology(csr);
  const expectClose = (ours: Float64Array, theirs: Record<string, number>, digits: number) =>
    inOrder(theirs, csr.size).forEach((value, v) => {
      expect(ours[v], `node ${v}`).toBeCloseTo(value, digits);
    });

  it.each([false, true])('betweenness, valued %s', (valued) => {
    const theirs = centrality.betweenness(graph, {
      getEdgeWeight: valued ? 'distance' : null,
      normalized: true,
    });
    expectClose(normaliseBetweenness(betweenness(csr, { valued }), csr.directed), theirs, 12);
  });

  it('closeness', () => {
    // Theirs is inward, as NetworkX's.
    expectClose(closeness(csr.reverse).closeness, centrality.closeness(graph, { wassermanFaust: true }), 12);
  });

  it('PageRank', () => {
    const theirs = centrality.pagerank(graph, { getEdgeWeight: null, tolerance: 1e-15, maxIterations: 1000 });
    expectClose(pagerank(csr), theirs, 10);
  });
});
