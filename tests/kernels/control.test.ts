import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { closeness } from '../../src/kernels/closeness.js';
import { clustering } from '../../src/kernels/clustering.js';
import type { Control } from '../../src/kernels/control.js';
import type { Csr } from '../../src/kernels/csr.js';
import { pagerank } from '../../src/kernels/pagerank.js';
import { preferentialArcs, toCsr } from '../oracles/random-graph.js';

const csr = toCsr(preferentialArcs(1000, 4, 1), false);
const heavy: [string, (csr: Csr, control: Control) => unknown][] = [
  ['betweenness', (graph, control) => betweenness(graph, { control })],
  ['valued betweenness', (graph, control) => betweenness(graph, { valued: true, control })],
  ['closeness', (graph, control) => closeness(graph, { control })],
  ['pagerank', (graph, control) => pagerank(graph, { damping: 0.999, control })],
  ['clustering', (graph, control) => clustering(graph, control)],
];

describe.each(heavy)('%s', (_, run) => {
  it('stops when cancelled before it starts', () => {
    const told: number[] = [];
    expect(() => run(csr, { cancelled: () => true, progress: (share) => told.push(share) })).toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    expect(told).toEqual([]);
  });

  it('tells of progress that only grows, within 0 and 1', () => {
    const told: number[] = [];
    run(csr, { cancelled: () => false, progress: (share) => told.push(share) });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBeGreaterThanOrEqual(0);
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });
});

it('betweenness cancelled on its way stops within a moment', () => {
  const large = toCsr(preferentialArcs(20_000, 4, 1), false);
  const deadline = performance.now() + 20;
  const control = { cancelled: () => performance.now() > deadline, progress: () => {} };
  expect(() => betweenness(large, { control })).toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(performance.now() - deadline).toBeLessThan(500);
});
