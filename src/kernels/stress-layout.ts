/** A picture in which distances on the page follow distances in the graph: stress, lowered by stochastic gradient descent. */
import { breadthFirst } from './bfs.js';
import type { Csr } from './csr.js';
import { dijkstra } from './dijkstra.js';
import { GOLDEN_ANGLE } from './golden-angle.js';
import { randomNumbers, shuffle } from './random.js';

const ROUNDS = 40;
const LAST_STEP = 0.1;

/**
 * Positions (x, y of each node in turn) of a connected graph, such that nodes at a distance of d (in steps, or in `csr.values`
 * where present) lie about d units apart. The same graph gives the same picture: the order of the terms comes from a seeded generator.
 *
 * Stress is the sum of (|p_u − p_v| − d)² / d² over all pairs; each round corrects every pair once, with a step that shrinks
 * from d² to a tenth. O(nodes · arcs · log nodes + 40 · nodes²) time, 12 bytes a pair: for a few thousand nodes.
 * Source: Zheng, Pawar & Goodman 2019, doi:10.1109/TVCG.2018.2859997.
 *
 * @throws RangeError when a node cannot be reached from the first
 * @example stressLayout(path of three) // the two ends about two units apart, the middle between them
 */
export function stressLayout(csr: Csr): Float64Array {
  const { size } = csr;
  const { first, second, steps } = allPairs(csr);
  const positions = sunflower(size);
  const order = Uint32Array.from(first.keys());
  const random = randomNumbers(1);
  const longest = steps.reduce((a, b) => Math.max(a, b), 1);
  const decay = Math.log((longest * longest) / LAST_STEP) / Math.max(1, ROUNDS - 1);
  for (let round = 0; round < ROUNDS; round++) {
    const step = longest * longest * Math.exp(-decay * round);
    shuffle(order, random);
    for (const pair of order) {
      const u = 2 * first[pair]!;
      const v = 2 * second[pair]!;
      const wanted = steps[pair]!;
      const dx = positions[u]! - positions[v]!;
      const dy = positions[u + 1]! - positions[v + 1]!;
      const apart = Math.max(Math.hypot(dx, dy), Number.EPSILON);
      const share = (Math.min(1, step / (wanted * wanted)) * (apart - wanted)) / (2 * apart);
      positions[u]! -= share * dx;
      positions[u + 1]! -= share * dy;
      positions[v]! += share * dx;
      positions[v + 1]! += share * dy;
    }
  }
  return positions;
}

/** Every pair of nodes with its distance. */
function allPairs(csr: Csr): { first: Uint32Array; second: Uint32Array; steps: Float32Array } {
  const { size } = csr;
  const pairs = (size * (size - 1)) / 2;
  const table = {
    first: new Uint32Array(pairs),
    second: new Uint32Array(pairs),
    steps: new Float32Array(pairs),
  };
  const order = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const valued = csr.values === undefined ? undefined : dijkstra(csr);
  let at = 0;
  for (let v = 1; v < size; v++) {
    const reached = valued?.(v, order, distance) ?? breadthFirst(csr, v, order, distance);
    if (reached !== size)
      throw new RangeError(`The graph is not connected: ${reached} of ${size} nodes in reach`);
    for (let u = 0; u < v; u++) {
      table.first[at] = u;
      table.second[at] = v;
      table.steps[at++] = distance[u]!;
    }
    distance.fill(Number.POSITIVE_INFINITY);
  }
  return table;
}

/** Distinct starting points, evenly spread over a disc. */
function sunflower(size: number): Float64Array {
  return Float64Array.from({ length: 2 * size }, (_, i) => {
    const node = i >> 1;
    return (
      Math.sqrt(node + 0.5) * (i % 2 === 0 ? Math.cos(node * GOLDEN_ANGLE) : Math.sin(node * GOLDEN_ANGLE))
    );
  });
}
