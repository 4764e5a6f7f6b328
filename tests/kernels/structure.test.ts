import { describe, expect, it } from 'vitest';
import { BROKERAGE_ROLES, brokerage } from '../../src/kernels/brokerage.js';
import { clustering } from '../../src/kernels/clustering.js';
import { components } from '../../src/kernels/components.js';
import { buildCsr, type Csr } from '../../src/kernels/csr.js';
import { separation } from '../../src/kernels/separation.js';
import { eigenvector, hits, katz } from '../../src/kernels/spectral.js';
import { structuralHoles } from '../../src/kernels/structural-holes.js';
import { specimens } from '../oracles/random-graph.js';

const isTied = (csr: Csr, u: number, v: number) =>
  csr.targets.subarray(csr.offsets[u], csr.offsets[u + 1]).includes(v);
const nodesOf = (csr: Csr) => Array.from({ length: csr.size }, (_, v) => v);

describe('brokerage', () => {
  it('counts open two-step ways by the groups of their three', () => {
    for (const { csr, name } of specimens(60, 7)) {
      const groups = nodesOf(csr).map((v) => v % 3);
      const roles = brokerage(csr, groups);
      for (const v of nodesOf(csr)) {
        const expected = { coordinator: 0, consultant: 0, gatekeeper: 0, representative: 0, liaison: 0 };
        for (const u of nodesOf(csr)) {
          for (const w of nodesOf(csr)) {
            if (
              u === w ||
              u === v ||
              v === w ||
              !isTied(csr, u, v) ||
              !isTied(csr, v, w) ||
              isTied(csr, u, w)
            )
              continue;
            const [a, b, c] = [groups[u]!, groups[v]!, groups[w]!];
            if (a === b && b === c) expected.coordinator++;
            else if (a === c) expected.consultant++;
            else if (b === c) expected.gatekeeper++;
            else if (a === b) expected.representative++;
            else expected.liaison++;
          }
        }
        expect(
          Object.fromEntries(BROKERAGE_ROLES.map((role) => [role, roles[role][v]])),
          `${name}, node ${v}`,
        ).toEqual(expected);
      }
    }
  });
});

it('triangles are found in a moment beside hubs that share thousands of neighbours', () => {
  const size = 30_000;
  const from = Uint32Array.from({ length: 2 * size + 1 }, (_, i) => (i === 2 * size ? 0 : i % 2));
  const to = from.map((_, i) => (i === 2 * size ? 1 : 2 + (i >> 1)));
  const csr = buildCsr(size + 2, from, to, false);
  expect(clustering(csr).triangles.subarray(0, 3)).toEqual(Float64Array.of(size, size, 1));
  expect(structuralHoles(csr).effectiveSize[2]).toBe(1);
}, 2_000);

describe('separation', () => {
  const joinedPairs = (csr: Csr, without: (a: number, b: number) => boolean) => {
    const from: number[] = [];
    const to: number[] = [];
    for (const v of nodesOf(csr))
      for (const u of nodesOf(csr))
        if (v < u && isTied(csr, v, u) && !without(v, u)) from.push(v) && to.push(u);
    const { labels } = components(buildCsr(csr.size, Uint32Array.from(from), Uint32Array.from(to), false));
    return (a: number, b: number) => labels[a] === labels[b];
  };
  it('agrees with taking each node and each tie away', () => {
    for (const { csr, directed, name } of specimens(100, 8)) {
      if (directed) continue;
      const { partedPairs, bridges } = separation(csr);
      const before = joinedPairs(csr, () => false);
      for (const v of nodesOf(csr)) {
        const after = joinedPairs(csr, (a, b) => a === v || b === v);
        let parted = 0;
        for (const a of nodesOf(csr))
          for (const b of nodesOf(csr))
            if (a < b && a !== v && b !== v && before(a, b) && !after(a, b)) parted++;
        expect(partedPairs[v], `${name}, node ${v}`).toBe(parted);
      }
      const expected: [number, number][] = [];
      for (const a of nodesOf(csr)) {
        for (const b of nodesOf(csr)) {
          if (a < b && isTied(csr, a, b) && !joinedPairs(csr, (c, d) => c === a && d === b)(a, b))
            expected.push([a, b]);
        }
      }
      expect(bridges, name).toEqual(expected);
    }
  });
  it('takes a long path without recursion', () => {
    const size = 50_000;
    const path = buildCsr(
      size,
      Uint32Array.from({ length: size - 1 }, (_, v) => v),
      Uint32Array.from({ length: size - 1 }, (_, v) => v + 1),
      false,
    );
    expect(separation(path).bridges).toHaveLength(size - 1);
    expect(separation(path).partedPairs[1]).toBe(size - 2);
  });
});

it('eigenvector centrality settles where the second greatest eigenvalue is near, whatever the unit of strengths', () => {
  const size = 300;
  const [from, to] = [0, 1].map((end) => Uint32Array.from({ length: size - 1 }, (_, v) => v + end));
  for (const strength of [1, 1e-9, 1e9]) {
    const of = new Float64Array(size - 1).fill(strength);
    const path = buildCsr(size, from!, to!, false, { of, parallel: 'sum' });
    // Known of a path: a half wave.
    const expected = nodesOf(path).map(
      (v) => Math.sin((Math.PI * (v + 1)) / (size + 1)) * Math.sqrt(2 / (size + 1)),
    );
    const { hubs } = hits(path);
    const whole = Math.hypot(...hubs);
    for (const scores of [eigenvector(path), hubs.map((hub) => hub / whole)])
      for (const [v, score] of scores.entries()) expect(score).toBeCloseTo(expected[v]!, 7);
  }
});

it('eigenvector centrality says when it does not settle', () => {
  const chain = buildCsr(3, Uint32Array.of(0, 1), Uint32Array.of(1, 2), true);
  expect(() => eigenvector(chain)).toThrow(RangeError);
  expect(eigenvector(buildCsr(0, new Uint32Array(), new Uint32Array(), false))).toHaveLength(0);
});

describe('katz', () => {
  const clique = (size: number, strength: number) => {
    const pairs = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const);
    const [from, to] = [0, 1].map((end) => Uint32Array.from(pairs, (pair) => pair[end]!));
    const of = new Float64Array(pairs.length).fill(strength);
    return buildCsr(size, from!, to!, true, { of, parallel: 'sum' });
  };
  it('settles where walks hardly fade: among hundreds that are all tied, and along great strengths', () => {
    for (const [size, strength] of [
      [200, 1],
      [3, 1e6],
    ] as const)
      for (const score of katz(clique(size, strength))) expect(score).toBeCloseTo(1 / Math.sqrt(size), 12);
  });
  it('adds up the walks that end at each node', () => {
    for (const { csr, name } of specimens(60, 8)) {
      const into = nodesOf(csr).map((v) => {
        const { offsets, targets, values } = csr.reverse;
        return Array.from({ length: offsets[v + 1]! - offsets[v]! }, (_, i) => {
          const arc = offsets[v]! + i;
          return { from: targets[arc]!, strength: values?.[arc] ?? 1 };
        });
      });
      const most = Math.max(0, ...into.map((arcs) => arcs.reduce((sum, { strength }) => sum + strength, 0)));
      let walks = nodesOf(csr).map(() => 1);
      for (let length = 0; length < 60 * (1 + most); length++)
        walks = into.map((arcs) =>
          arcs.reduce((sum, { from, strength }) => sum + (walks[from]! * strength) / (1 + most), 1),
        );
      const whole = Math.hypot(...walks);
      for (const [v, score] of katz(csr).entries()) expect(score, name).toBeCloseTo(walks[v]! / whole, 10);
    }
  });
});
