/** The works as Asterism does them: from a compiled projection to numbers, threads started anew for each run. */
import { fileURLToPath } from 'node:url';
import { randomNumbers } from './inputs.js';

/** @param {string} path below dist, which holds what the compiler made of src */
const built = (path) => import(fileURLToPath(new URL(`../../dist/${path}`, import.meta.url)));
/** @type {typeof import('../../src/analysis/engine.js')} */
const { Engine } = await built('analysis/engine.js');
/** @type {typeof import('../../src/kernels/csr.js')} */
const { buildCsr } = await built('kernels/csr.js');
/** @type {typeof import('../../src/kernels/shortest-path.js')} */
const { pathWorkspace, shortestPath } = await built('kernels/shortest-path.js');

/** @typedef {import('../../src/kernels/csr.js').Csr} Csr */

/** Simple and loop-free, with lengths in eighths from 1/8 to 2. @param {import('./inputs.js').Input} input @returns {Csr} */
export function compile({ size, from, to, directed }) {
  const random = randomNumbers(7);
  const of = Float64Array.from(from, () => (1 + Math.floor(random() * 16)) / 8);
  return buildCsr(size, from, to, directed, { of, parallel: 'min' });
}

/** Kernel, options and the column to compare, by work. @type {Record<string, [string, object, string]>} */
const kernels = {
  betweenness: ['betweenness', { valued: false }, 'scores'],
  'weighted betweenness': ['betweenness', { valued: true }, 'scores'],
  'betweenness of ties': ['tie-betweenness', { valued: false }, 'scores'],
  harmonic: ['distance-sums', { valued: false }, 'near'],
  PageRank: ['pagerank', { valued: false }, 'scores'],
  'core numbers': ['core-number', {}, 'cores'],
  Leiden: ['communities', { algorithm: 'leiden', resolution: 1 }, 'modularity'],
};

/**
 * Milliseconds of each of the runs, fewer once `seconds` have passed, and the scores of the last; of one shortest path, 5,000 runs after
 * as many to warm up; of Leiden, a seed a run, the modularities of all.
 * @param {string} work @param {Csr} csr @param {number} runs @param {number} seconds
 */
export async function measureOurs(work, csr, runs, seconds) {
  if (work === 'one shortest path') return { times: timePaths(csr), scores: undefined };
  const [kernel, options, column] = /** @type {[any, any, string]} */ (kernels[work]);
  const control = { signal: new AbortController().signal, progress: () => {} };
  const times = [];
  /** @type {ArrayLike<number> | undefined} */
  let scores;
  const modularities = [];
  const began = performance.now();
  // The values are distances; communities would take them for strengths, which igraph is not asked to do.
  const { values: _, ...plain } = csr;
  for (let run = 0; run < runs; run++) {
    if (run > 0 && performance.now() - began > seconds * 1000) break;
    const engine = new Engine();
    const start = performance.now();
    const columns = /** @type {any} */ (
      await (work === 'Leiden'
        ? engine.compute(kernel, plain, { ...options, seed: run + 1 }, control)
        : engine.compute(kernel, csr, options, control))
    );
    times.push(performance.now() - start);
    scores = columns[column];
    if (work === 'Leiden') modularities.push(columns[column][0]);
    await engine.close();
  }
  if (work === 'betweenness of ties') scores = oncePerTie(csr, scores);
  return { times, scores: work === 'Leiden' ? modularities : scores };
}

/** As peers list them. @param {Csr} csr @param {ArrayLike<number> | undefined} scores one an arc */
function oncePerTie({ size, directed, offsets, targets }, scores) {
  const kept = [];
  for (let node = 0; node < size; node++) {
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      if (directed || (targets[i] ?? 0) >= node) kept.push(scores?.[i] ?? Number.NaN);
    }
  }
  return kept;
}

/** @param {Csr} csr */
function timePaths(csr) {
  const random = randomNumbers(1);
  const node = () => Math.floor(random() * csr.size);
  const workspace = pathWorkspace(csr.size);
  const times = Array.from({ length: 10_000 }, () => {
    const [source, target] = [node(), node()];
    const start = performance.now();
    shortestPath(csr, source, target, { workspace });
    return performance.now() - start;
  });
  return times.slice(5000);
}
