/** Searches over distances, with buckets and with a heap, against Floyd and Warshall. */
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { dijkstra } from '../../src/kernels/dijkstra.js';
import { allDistances, lengthMatrix } from '../oracles/matrix.js';
import { type ArcList, randomArcs, randomNumbers, toCsr } from '../oracles/random-graph.js';

/** Lengths from 1 to `spread`, more of them short. */
function withSpread(arcs: ArcList, spread: number, seed: number): ArcList {
  const random = randomNumbers(seed);
  return { ...arcs, values: arcs.values.map(() => spread ** random()) };
}

function chain(size: number, length: number): ArcList {
  const from = Uint32Array.from({ length: size - 1 }, (_, v) => v);
  const values = Float64Array.from(from, (v) => (v === 0 ? 1 : length));
  return { size, from, to: from.map((v) => v + 1), values };
}

describe.each([8, 1000, 1e9])('lengths up to %i times the shortest', (spread) => {
  it.each([false, true])('directed %s', (directed) => {
    for (let seed = 0; seed < 20; seed++) {
      const arcs = withSpread(randomArcs(40, 20 + 8 * seed, seed), spread, seed);
      const csr = toCsr(arcs, directed);
      const expected = allDistances(lengthMatrix(arcs, directed, true));
      const search = dijkstra(csr);
      const order = new Uint32Array(csr.size);
      for (let source = 0; source < csr.size; source++) {
        const distance = new Float64Array(csr.size).fill(Number.POSITIVE_INFINITY);
        const reached = search(source, order, distance);
        expected[source]!.forEach((length, v) => {
          expect(distance[v] === length || Math.abs(distance[v]! / length - 1) < 1e-12).toBe(true);
        });
        const place = new Map(Array.from(order.slice(0, reached), (node, r) => [node, r]));
        expect(place.size).toBe(
          expected[source]!.filter((length) => length < Number.POSITIVE_INFINITY).length,
        );
        // Whoever lies on a shortest path comes before its end.
        for (const [node, r] of place) {
          for (let i = csr.offsets[node]!; i < csr.offsets[node + 1]!; i++) {
            const target = csr.targets[i]!;
            if (distance[node]! + csr.values![i]! === distance[target])
              expect(place.get(target)).toBeGreaterThan(r);
          }
        }
      }
    }
  });
});

it('turns to the heap where distances are great, with the same answer', () => {
  const size = 1000;
  const csr = toCsr(chain(size, 4000), false);
  const search = dijkstra(csr);
  const order = new Uint32Array(size);
  for (const source of [0, 0, 500]) {
    const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    expect(search(source, order, distance)).toBe(size);
    expect(distance[999]).toBe(source === 0 ? 1 + 998 * 4000 : 499 * 4000);
  }
  betweenness(csr, { valued: true }).forEach((score, v) => {
    expect(score).toBe(v * (size - 1 - v));
  });
});
