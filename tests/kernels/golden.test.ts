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
import { distanceSums } from '../../src/kernels/distance-sums.js';
import { modularity } from '../../src/kernels/modularity.js';
import { normaliseBetweenness, normaliseDegree } from '../../src/kernels/normalise.js';
import { pagerank } from '../../src/kernels/pagerank.js';
import { sharedNeighbors } from '../../src/kernels/shared-neighbors.js';
import { eigenvector, hits, katz } from '../../src/kernels/spectral.js';
import { structuralHoles } from '../../src/kernels/structural-holes.js';
import { tieBetweenness } from '../../src/kernels/tie-betweenness.js';

interface Golden {
  versions: { networkx: string };
  graphs: {
    name: string;
    size: number;
    directed: boolean;
    arcs: [number, number, number][];
    personalisation: number[];
    expected: Record<string, number[]> & { components: number[][] };
    /** Per measure u, v (the lesser first where direction is not read) and the value. */
    ties: Record<string, [number, number, number][]>;
    /** Of undirected graphs: u, v, then common neighbours, Adamic–Adar, resource allocation, Jaccard. */
    pairs?: [number, number, number, number, number, number][];
    partition?: { groups: number[]; plain: number; valued: number; finer: number };
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
    eigenvectorWeighted: () => eigenvector(csr),
    katz: () => katz(plain),
    katzWeighted: () => katz(csr),
    hubs: () => hits(plain).hubs,
    hubsWeighted: () => hits(csr).hubs,
    authorities: () => hits(plain).authorities,
    authoritiesWeighted: () => hits(csr).authorities,
    eccentricity: () => distanceSums(csr).farthest,
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

  it.each(Object.keys(graph.ties))('%s of ties', (name) => {
    const scores = tieBetweenness(csr, { valued: name.endsWith('Weighted') });
    const pairs = name.endsWith('Raw') ? 1 : (size * (size - 1)) / (directed ? 1 : 2);
    const ours = new Map<string, number>();
    for (let u = 0; u < size; u++)
      for (let i = csr.offsets[u]!; i < csr.offsets[u + 1]!; i++)
        ours.set(`${u} ${csr.targets[i]}`, scores[i]! / pairs);
    expect(ours.size).toBe(graph.ties[name]!.length * (directed ? 1 : 2));
    for (const [u, v, value] of graph.ties[name]!) {
      expect(Math.abs(ours.get(`${u} ${v}`)! - value), `${u} ${v}`).toBeLessThanOrEqual(1e-9);
      if (!directed) expect(ours.get(`${v} ${u}`)).toBe(ours.get(`${u} ${v}`));
    }
  });

  const { pairs, partition: parted } = graph;
  if (pairs !== undefined)
    it('link prediction', () => {
      for (const [at, score] of (
        ['common', 'adamicAdar', 'resourceAllocation', 'jaccard'] as const
      ).entries()) {
        const ours = sharedNeighbors(csr, { score, top: pairs.length + 1 });
        const scores = new Map([...ours.a].map((a, nth) => [`${a} ${ours.b[nth]}`, ours.score[nth]!]));
        expect(scores.size).toBe(pairs.length);
        for (const [u, v, ...expected] of pairs)
          expect(Math.abs(scores.get(`${u} ${v}`)! - expected[at]!), `${u} ${v}`).toBeLessThanOrEqual(1e-9);
      }
    });

  if (parted !== undefined)
    it('modularity', () => {
      const { groups, plain: unvalued, valued, finer } = parted;
      expect(modularity(plain, groups)).toBeCloseTo(unvalued, 12);
      expect(modularity(csr, groups)).toBeCloseTo(valued, 12);
      expect(modularity(plain, groups, 1.7)).toBeCloseTo(finer, 12);
    });

  it('components', () => {
    const { labels, sizes } = components(csr);
    const ours = Array.from(sizes, (_, label) => [...labels.keys()].filter((v) => labels[v] === label));
    expect(ours).toEqual(partition);
  });
});
