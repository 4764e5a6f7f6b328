/**
 * Times one work of graphology's packages on one graph: `graphology.js WORK GRAPH RUNS SECONDS`; prints JSON as `peers.py` does, whose
 * GRAPH it reads. Betweenness goes from 100 nodes, with the package's own searches and its way of adding up, and the time is scaled up:
 * whole it takes minutes, and the package offers no part of it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { centrality } from 'graphology-metrics';
import {
  createDijkstraIndexedBrandes,
  createUnweightedIndexedBrandes,
} from 'graphology-shortest-path/indexed-brandes.js';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { randomNumbers } from './inputs.js';

const { pagerank } = centrality;
const SOME = 100;
const [work = '', file = '', runs = '', seconds = ''] = process.argv.slice(2);
const { buffer } = new Uint8Array(readFileSync(file));
const [size = 0, edges = 0, directed] = new Uint32Array(buffer, 0, 3);
const ends = new Uint32Array(buffer, 16, 2 * edges);
const lengths = new Float64Array(buffer, 16 + 8 * edges, edges);
const graph = new (directed === 1 ? DirectedGraph : UndirectedGraph)();
for (let node = 0; node < size; node++) graph.addNode(node);
for (let i = 0; i < edges; i++) graph.addEdge(ends[i], ends[edges + i], { length: lengths[i] });

/** @type {Record<string, () => unknown>} */
const works = {
  betweenness: () => partOfBetweenness(createUnweightedIndexedBrandes(graph)),
  'weighted betweenness': () => partOfBetweenness(createDijkstraIndexedBrandes(graph, 'length')),
  PageRank: () => pagerank(graph, { getEdgeWeight: null, tolerance: 1e-12, maxIterations: 1000 }),
};
const scaled = work.endsWith('betweenness');

/** What graphology-metrics does from each node, done from some. @param {(source: number) => any} brandes */
function partOfBetweenness(brandes) {
  const centralities = new Float64Array(size);
  const delta = new Float64Array(size);
  for (let nth = 0; nth < Math.min(SOME, size); nth++) {
    const source = Math.floor((nth * size) / SOME);
    const [stack, before, sigma] = brandes(source);
    for (let j = stack.size; j-- > 0; ) delta[stack.items[stack.size - j]] = 0;
    while (stack.size !== 0) {
      const node = stack.pop();
      const coefficient = (1 + (delta[node] ?? 0)) / sigma[node];
      for (const other of before[node]) delta[other] = (delta[other] ?? 0) + sigma[other] * coefficient;
      if (node !== source) centralities[node] = (centralities[node] ?? 0) + (delta[node] ?? 0);
    }
  }
  return centralities;
}

const random = randomNumbers(1);
const node = () => String(Math.floor(random() * size));
const couples = Array.from({ length: 200 }, () => [node(), node()]);
const run = works[work];
const calls =
  work === 'one shortest path'
    ? couples.map(
        ([source, target]) =>
          () =>
            bidirectional(graph, source, target),
      )
    : run && Array.from({ length: Number(runs) }, () => run);
const version = (/** @type {string} */ name) =>
  createRequire(import.meta.url)(`${name}/package.json`).version;
if (calls === undefined) {
  process.stdout.write(JSON.stringify({ missing: '—', version: version('graphology-metrics') }));
} else {
  const began = performance.now();
  const times = [];
  for (const call of calls) {
    const start = performance.now();
    call();
    times.push(performance.now() - start);
    if (performance.now() - began > Number(seconds) * 1000) break;
  }
  process.stdout.write(
    JSON.stringify({
      version: version('graphology-metrics'),
      times,
      ...(scaled ? { scale: size / Math.min(SOME, size) } : {}),
    }),
  );
}
