/** Agreement with NetworkX to 1e-9; `tests/golden/make-golden.py` writes its numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { closeness } from '../../src/kernels/closeness.js';
import { clustering } from '../../src/kernels/clustering.js';
import { components } from '../../src/kernels/components.js';
import { coreNumber } from '../../src/kernels/core-number.js';
import { buildCsr } from '../../src/kernels/csr.js';
import { totalDegree } from '../../src/kernels/degree.js';
import { eccentricity } from '../../src/kernels/eccentricity.js';
import { normaliseBetweenness, normaliseDegree } from '../../src/kernels/normalise.js';
import { pagerank } from '../../src/kernels/pagerank.js';
import { eigenvector, hits, katz } from '../../src/kernels/spectral.js';
import { structuralHoles } from '../../src/kernels/structural-holes.js';

interface Golden {
  versions: { networkx: string };
  graphs: {
    name: string;
    size: number;
    directed: boolean;
    arcs: [number, number, number][];
    personalisation: number[];
    expected: Record<string, number[]> & { components: number[][] };
  }[];
}
const golden: Golden = JSON.parse(readFileSync(new URL('../golden/networkx.json', import.meta.url), 'utf8'));

describe.each(golden.graphs)(`NetworkX ${golden.versions.networkx}: $name`, (graph) => {
  const { size, directed, arcs, expected } = graph;
  const csr = buildCsr(
    size,
    Uint32Array.from(arcs, ([u]) => u),
    Uint32Array.from(arcs, ([, v]) => v),
    directed,
    { of: Float64Array.from(arcs, ([, , value]) => value), parallel: 'min' },
  );
  const plain = buildCsr(
    size,
    Uint32Array.from(arcs, ([u]) => u),
    Uint32Array.from(arcs, ([, v]) => v),
    directed,
  );
  const { components: partition, ...perNode } = expected;
  const actual: Record<string, () => ArrayLike<number>> = {
    degree: () => normaliseDegree(totalDegree(csr)),
    betweenness: () => normaliseBetweenness(betweenness(csr), directed),
    betweennessRaw: () => betweenness(csr),
    betweennessWeighted: () => normaliseBetweenness(betweenness(csr, { valued: true }), directed),
    closeness: () => closeness(csr).closeness,
    closenessUncorrected: () => closeness(csr, { corrected: false }).closeness,
    closenessWeighted: () => closeness(csr, { valued: true }).closeness,
    harmonic: () => closeness(csr).harmonic,
    harmonicWeighted: () => closeness(csr, { valued: true }).harmonic,
    pagerank: () => pagerank(csr),
    pagerankWeighted: () => pagerank(csr, { valued: true }),
    pagerankPersonalised: () =>
      pagerank(csr, { damping: 0.7, personalisation: Float64Array.from(graph.personalisation) }),
    eigenvector: () => eigenvector(plain),
    katz: () => katz(plain),
    hubs: () => hits(plain).hubs,
    authorities: () => hits(plain).authorities,
    eccentricity: () => eccentricity(csr),
    constraint: () => structuralHoles(csr).constraint,
    effectiveSize: () => structuralHoles(csr).effectiveSize,
    coreNumber: () => coreNumber(csr),
    clustering: () => clustering(csr).coefficients,
    triangles: () => clustering(csr).triangles,
  };

  it.each(Object.keys(perNode))('%s', (name) => {
    const ours = actual[name]!();
    expect(ours.length).toBe(size);
    perNode[name]!.forEach((value, v) => {
      expect(Math.abs(ours[v]! - value), `node ${v}`).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
    });
  });

  it('components', () => {
    const { labels, sizes } = components(csr);
    const ours = Array.from(sizes, (_, label) => [...labels.keys()].filter((v) => labels[v] === label));
    expect(ours).toEqual(partition);
  });
});
