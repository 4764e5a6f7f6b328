/** Sums of distances by bits, in TypeScript and in WebAssembly, against one search after another. */
import { describe, expect, it } from 'vitest';
import { breadthFirst } from '../../src/kernels/bfs.js';
import { condense, separate } from '../../src/kernels/condense.js';
import type { Csr } from '../../src/kernels/csr.js';
import { bitsKernel, type DistanceSums, noSource, sumsOver } from '../../src/kernels/distance-bits.js';
import { distanceSums } from '../../src/kernels/distance-sums.js';
import { wasmBitsKernel } from '../../src/kernels/wasm-bits.js';
import { allDistances, lengthMatrix } from '../oracles/matrix.js';
import { type ArcList, preferentialArcs, randomArcs, specimens, toCsr } from '../oracles/random-graph.js';

function oneByOne(csr: Csr): DistanceSums {
  const sums = sumsOver(csr.size);
  for (let source = 0; source < csr.size; source++) {
    const order = new Uint32Array(csr.size);
    const distance = new Float64Array(csr.size).fill(Number.POSITIVE_INFINITY);
    const reached = breadthFirst(csr, source, order, distance);
    sums.reached[source] = reached - 1;
    for (const node of order.slice(1, reached)) {
      sums.far[source]! += distance[node]!;
      sums.near[source]! += 1 / distance[node]!;
      sums.farthest[source] = distance[node]!;
    }
  }
  return sums;
}

function expectSame(actual: DistanceSums, expected: DistanceSums) {
  expect([...actual.reached]).toEqual([...expected.reached]);
  expect([...actual.far]).toEqual([...expected.far]);
  expect([...actual.farthest]).toEqual([...expected.farthest]);
  actual.near.forEach((near, v) => {
    expect(Math.abs(near - expected.near[v]!)).toBeLessThanOrEqual(1e-12 * expected.near[v]!);
  });
}

const graphs: [string, ArcList[]][] = [
  ['small ones', specimens(150, 12).map(({ arcs }) => arcs)],
  ['more than 512 sources', [preferentialArcs(1500, 3, 1), randomArcs(1300, 1200, 2)]],
  ['many twins', [preferentialArcs(1500, 1, 3)]],
  [
    'a long chain',
    [
      {
        ...randomArcs(600, 599, 1),
        from: Uint32Array.from({ length: 599 }, (_, v) => v),
        to: Uint32Array.from({ length: 599 }, (_, v) => v + 1),
      },
    ],
  ],
];

describe.each(graphs)('%s', (_, lists) => {
  it.each([false, true])('as one by one, directed %s', (directed) => {
    for (const arcs of lists) {
      const csr = toCsr(arcs, directed);
      expectSame(distanceSums(csr), oneByOne(csr));
    }
  });

  it.each([bitsKernel, wasmBitsKernel])('by %o', (make) => {
    for (const arcs of lists) {
      const csr = toCsr(arcs, true);
      const sources = new Uint32Array(Math.ceil(csr.size / 32) * 32).fill(noSource);
      // Backwards, so that a mistaken order shows.
      for (let v = 0; v < csr.size; v++) sources[csr.size - 1 - v] = v;
      const strengths = new Uint32Array(sources.length / 32).fill(1);
      const kernel = make(csr, { sources, strengths })!;
      for (let word = 0; word < strengths.length; word += kernel.words) kernel.run(word);
      expectSame(kernel.takeSums(), oneByOne(csr));
    }
  });
});

it.each([false, true])('the farthest by definition, valued %s', (valued) => {
  for (const { arcs, directed, csr } of specimens(150, 12)) {
    const expected = allDistances(lengthMatrix(arcs, directed, valued)).map((row) =>
      Math.max(...row.filter(Number.isFinite)),
    );
    distanceSums(csr, { valued }).farthest.forEach((distance, v) => {
      expect(distance).toBeCloseTo(expected[v]!, 12);
    });
  }
});

it('counts a source as many times as its word says', () => {
  const csr = toCsr(preferentialArcs(70, 2, 1), false);
  const sources = new Uint32Array(64).fill(noSource);
  sources[3] = 5;
  sources[40] = 9;
  for (const make of [bitsKernel, wasmBitsKernel]) {
    const kernel = make(csr, { sources, strengths: Uint32Array.of(1, 1000) })!;
    for (let word = 0; word < 2; word += kernel.words) kernel.run(word);
    const { reached } = kernel.takeSums();
    expect([reached[5], reached[9], reached[0]]).toEqual([1000, 1, 1001]);
    expect([...kernel.takeSums().far].every((sum) => sum === 0)).toBe(true);
  }
});

it('adds twins, together or apart', () => {
  const clique = toCsr(randomArcs(5, 300, 1), false);
  expect(condense(clique).csr.size).toBe(1);
  expect([...distanceSums(clique).far]).toEqual([4, 4, 4, 4, 4]);
  expect([...distanceSums(clique).farthest]).toEqual([1, 1, 1, 1, 1]);
  const star = toCsr(
    { size: 5, from: Uint32Array.of(0, 0, 0), to: Uint32Array.of(1, 2, 3), values: new Float64Array(3) },
    false,
  );
  expect([...distanceSums(star).far]).toEqual([3, 5, 5, 5, 0]);
  expect([...distanceSums(star).farthest]).toEqual([1, 2, 2, 2, 0]);
  expect(separate(star).csr).toBe(star);
});
