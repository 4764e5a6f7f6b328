import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { communities } from '../../src/kernels/communities.js';
import { components } from '../../src/kernels/components.js';
import { buildCsr, type Csr } from '../../src/kernels/csr.js';
import { modularity } from '../../src/kernels/modularity.js';
import { specimens } from '../oracles/random-graph.js';

const graph = (size: number, edges: readonly (readonly [number, number])[]) =>
  buildCsr(
    size,
    Uint32Array.from(edges, ([a]) => a),
    Uint32Array.from(edges, ([, b]) => b),
    false,
  );
const triangles = graph(6, [
  [0, 1],
  [1, 2],
  [0, 2],
  [3, 4],
  [4, 5],
  [3, 5],
  [2, 3],
]);

/** Zachary's club, unvalued, as the golden file holds it. */
const club = (
  JSON.parse(readFileSync(new URL('../golden/networkx.json', import.meta.url), 'utf8')) as {
    graphs: { arcs: [number, number][] }[];
  }
).graphs[0]!;
const karate = graph(34, club.arcs);

/** The definition: A_uv − k_u k_v / 2m over all pairs of one group. */
function modularityOracle(csr: Csr, groups: ArrayLike<number>): number {
  const strength = (u: number, v: number) => {
    for (let i = csr.offsets[u]!; i < csr.offsets[u + 1]!; i++)
      if (csr.targets[i] === v) return csr.values?.[i] ?? 1;
    return 0;
  };
  const nodes = Array.from({ length: csr.size }, (_, v) => v);
  const whole = nodes.map((u) => nodes.reduce((sum, v) => sum + strength(u, v), 0));
  const total = whole.reduce((a, b) => a + b, 0);
  if (total === 0) return 0;
  let sum = 0;
  for (const u of nodes)
    for (const v of nodes)
      if (groups[u] === groups[v]) sum += strength(u, v) - (whole[u]! * whole[v]!) / total;
  return sum / total;
}

describe.each(['louvain', 'leiden'] as const)('%s', (algorithm) => {
  it('finds two triangles', () => {
    const found = communities(triangles, { algorithm });
    expect([...found.groups]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(found.modularity[0]).toBeCloseTo(6 / 7 - 1 / 2, 12);
  });
  it('finds the same whatever the unit of strengths', () => {
    const of = Float64Array.from(club.arcs, (_, i) => 1 + ((7 * i) % 5));
    const valued = (unit: number) =>
      buildCsr(
        34,
        Uint32Array.from(club.arcs, ([a]) => a),
        Uint32Array.from(club.arcs, ([, b]) => b),
        false,
        { of: of.map((strength) => strength * unit), parallel: 'sum' },
      );
    const { groups } = communities(valued(1), { algorithm });
    expect(Math.max(...groups)).toBeGreaterThan(1);
    for (const exponent of [-600, -40, 30, 600])
      expect(communities(valued(2 ** exponent), { algorithm }).groups).toEqual(groups);
  });
  it('reports the modularity that its groups have, never below that of one group a node or one for all', () => {
    for (const { csr, directed, name } of specimens(80, 8)) {
      if (directed) continue;
      const {
        groups,
        modularity: [score],
      } = communities(csr, { algorithm, seed: 3 });
      expect(score, name).toBeCloseTo(modularityOracle(csr, groups), 10);
      expect(score, name).toBeGreaterThanOrEqual(
        modularityOracle(
          csr,
          csr.offsets.subarray(0, csr.size).map((_, v) => v),
        ) - 1e-9,
      );
      expect(score, name).toBeGreaterThanOrEqual(-1e-9);
    }
  });
  it('gives the same groups for the same seed, numbered from the largest', () => {
    const found = communities(karate, { algorithm, seed: 7 });
    expect(communities(karate, { algorithm, seed: 7 })).toEqual(found);
    const sizes = Array.from(
      { length: Math.max(...found.groups) + 1 },
      (_, group) => found.groups.filter((each) => each === group).length,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });
  it('comes near the best partition known of the karate club', () => {
    expect(communities(karate, { algorithm }).modularity[0]).toBeGreaterThan(
      algorithm === 'leiden' ? 0.419 : 0.41,
    );
  });
  it('refuses a directed graph, takes an empty one and one without edges', () => {
    expect(() => communities(buildCsr(2, Uint32Array.of(0), Uint32Array.of(1), true), { algorithm })).toThrow(
      RangeError,
    );
    expect(communities(graph(0, []), { algorithm }).groups).toHaveLength(0);
    expect([...communities(graph(3, []), { algorithm }).groups]).toEqual([0, 1, 2]);
  });
});

it('every group of Leiden is connected', () => {
  for (const { csr, directed, name } of specimens(120, 8)) {
    if (directed) continue;
    const { groups } = communities(csr, { algorithm: 'leiden' });
    for (const group of new Set(groups)) {
      const from: number[] = [];
      const to: number[] = [];
      for (let v = 0; v < csr.size; v++) {
        for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
          if (groups[v] === group && groups[csr.targets[i]!] === group) {
            from.push(v);
            to.push(csr.targets[i]!);
          }
        }
      }
      const inside = components(buildCsr(csr.size, Uint32Array.from(from), Uint32Array.from(to), false));
      const labels = new Set(
        Array.from(groups.keys())
          .filter((v) => groups[v] === group)
          .map((v) => inside.labels[v]),
      );
      expect(labels.size, `${name}, group ${group}`).toBe(1);
    }
  }
});

it('modularity follows its definition', () => {
  for (const { csr, directed, name } of specimens(40, 7)) {
    if (!directed)
      expect(
        modularity(
          csr,
          Array.from({ length: csr.size }, (_, v) => v % 2),
        ),
        name,
      ).toBeCloseTo(
        modularityOracle(
          csr,
          Array.from({ length: csr.size }, (_, v) => v % 2),
        ),
        10,
      );
  }
});
