/**
 * Times one work of graphology's packages on one graph: `graphology.js WORK GRAPH SECONDS`; prints JSON as `peers.py` does, whose
 * GRAPH it reads.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { centrality } from 'graphology-metrics';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { randomNumbers } from './inputs.js';

const { betweenness, closeness, pagerank } = centrality;
const [work = '', file = '', seconds = ''] = process.argv.slice(2);
const { buffer } = new Uint8Array(readFileSync(file));
const [size = 0, edges = 0, directed] = new Uint32Array(buffer, 0, 3);
const ends = new Uint32Array(buffer, 16, 2 * edges);
const lengths = new Float64Array(buffer, 16 + 8 * edges, edges);
const graph = new (directed === 1 ? DirectedGraph : UndirectedGraph)();
for (let node = 0; node < size; node++) graph.addNode(node);
for (let i = 0; i < edges; i++) graph.addEdge(ends[i], ends[edges + i], { length: lengths[i] });

/** @type {Record<string, () => unknown>} */
const works = {
  betweenness: () => betweenness(graph, { getEdgeWeight: null, normalized: false }),
  'weighted betweenness': () => betweenness(graph, { getEdgeWeight: 'length', normalized: false }),
  harmonic: () => closeness(graph),
  PageRank: () => pagerank(graph, { getEdgeWeight: null, tolerance: 1e-12, maxIterations: 1000 }),
};
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
    : run && [run, run, run];
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
  times.sort((a, b) => a - b);
  process.stdout.write(
    JSON.stringify({
      version: version('graphology-metrics'),
      ms: times[times.length >> 1],
      runs: times.length,
    }),
  );
}
