/** ForceAtlas2 as Asterism and as graphology's package do it: time of an iteration, and how far the forces are from exact ones. */
import { fileURLToPath } from 'node:url';
import iterate from 'graphology-layout-forceatlas2/iterate.js';

const built = (/** @type {string} */ name) =>
  import(fileURLToPath(new URL(`../../dist/kernels/${name}.js`, import.meta.url)));
/** @type {typeof import('../../src/kernels/force-layout.js')} */
const { moveByForces, startOf } = await built('force-layout');

/** @typedef {import('../../src/kernels/csr.js').Csr} Csr */
/** @typedef {{ dx: ArrayLike<number>, dy: ArrayLike<number> }} Forces */

const WARM = 5;
const ITERATIONS = 10;

/**
 * Milliseconds of an iteration and error of the forces, ours and theirs, from the same places, which some iterations have spread out.
 * @param {Csr} csr an undirected graph
 */
export function measureForces(csr) {
  const bodies = startOf(csr);
  for (let i = 0; i < WARM; i++) moveByForces(csr, bodies);
  const places = { x: bodies.x.slice(), y: bodies.y.slice() };
  const exact = theirForces(csr, places, false);
  moveByForces(csr, bodies);
  const ours = errorOf({ dx: bodies.dx.slice(), dy: bodies.dy.slice() }, exact);
  const theirs = errorOf(theirForces(csr, places, true), exact);
  const { nodes, edges } = matrices(csr, places);
  return {
    ours: { times: repeat(() => moveByForces(csr, bodies)), error: ours },
    theirs: { times: repeat(() => iterate(settingsOf(csr, true), nodes, edges)), error: theirs },
  };
}

/** @param {() => void} work */
function repeat(work) {
  return Array.from({ length: ITERATIONS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** As the package infers them for a graph of this size. @param {Csr} csr @param {boolean} barnesHutOptimize */
const settingsOf = ({ size }, barnesHutOptimize) => ({
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 1 + Math.log(size),
  barnesHutOptimize,
  barnesHutTheta: 0.5,
});

/** The package's own layout of a graph in memory: ten numbers a node, three an edge. @param {Csr} csr @param {{ x: Float64Array, y: Float64Array }} places */
function matrices({ size, offsets, targets }, { x, y }) {
  const nodes = new Float32Array(10 * size);
  const edges = [];
  for (let v = 0; v < size; v++) {
    const [begin = 0, end = 0] = offsets.subarray(v, v + 2);
    nodes.set([x[v] ?? 0, y[v] ?? 0, 0, 0, 0, 0, 1 + end - begin, 1, 1, 0], 10 * v);
    for (const target of targets.subarray(begin, end)) if (v < target) edges.push(10 * v, 10 * target, 1);
  }
  return { nodes, edges: Float32Array.from(edges) };
}

/** @param {Csr} csr @param {{ x: Float64Array, y: Float64Array }} places @param {boolean} isApproximate @returns {Forces} */
function theirForces(csr, places, isApproximate) {
  const { nodes, edges } = matrices(csr, places);
  iterate(settingsOf(csr, isApproximate), nodes, edges);
  const column = (/** @type {number} */ at) =>
    Float64Array.from({ length: csr.size }, (_, v) => nodes[10 * v + at] ?? 0);
  return { dx: column(2), dy: column(3) };
}

/** Lengths of the differences, by lengths of the exact forces. @param {Forces} forces @param {Forces} exact */
function errorOf({ dx, dy }, exact) {
  let error = 0;
  let whole = 0;
  for (let v = 0; v < dx.length; v++) {
    const [x = 0, y = 0] = [exact.dx[v], exact.dy[v]];
    error += Math.hypot((dx[v] ?? 0) - x, (dy[v] ?? 0) - y);
    whole += Math.hypot(x, y);
  }
  return error / whole;
}
