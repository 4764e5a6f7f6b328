/** Centralities, cores, clustering and components against hand-computed graphs, slow definitions and renamings. */
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { bfs } from '../../src/kernels/bfs.js';
import { closeness } from '../../src/kernels/closeness.js';
import { clustering } from '../../src/kernels/clustering.js';
import { components } from '../../src/kernels/components.js';
import { coreNumber } from '../../src/kernels/core-number.js';
import { buildCsr, type Csr } from '../../src/kernels/csr.js';
import { degree, totalDegree } from '../../src/kernels/degree.js';
import { normaliseBetweenness, normaliseDegree } from '../../src/kernels/normalise.js';
import { pagerank } from '../../src/kernels/pagerank.js';
import { adjacency, allDistances, lengthMatrix } from '../oracles/matrix.js';
import {
  betweennessOracle,
  closenessOracle,
  clusteringOracle,
  coreNumberOracle,
  pagerankOracle,
} from '../oracles/measures.js';
import {
  disguise,
  preferentialArcs,
  randomArcs,
  randomRenaming,
  specimens,
  toCsr,
} from '../oracles/random-graph.js';

const graph = (size: number, arcs: [number, number][], directed = false) =>
  buildCsr(
    size,
    Uint32Array.from(arcs, ([u]) => u),
    Uint32Array.from(arcs, ([, v]) => v),
    directed,
  );
const all = specimens();
const undirectedPath = graph(3, [
  [0, 1],
  [1, 2],
]);
const directedPath = graph(
  3,
  [
    [0, 1],
    [1, 2],
  ],
  true,
);
/** Triangle 0, 1, 2 with a leaf 3 on 0. */
const kite = graph(4, [
  [0, 1],
  [1, 2],
  [2, 0],
  [0, 3],
]);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, name = '', absolute = 1e-10) {
  expect(actual.length, name).toBe(expected.length);
  for (let v = 0; v < expected.length; v++) {
    const message = `${name} node ${v}: ${actual[v]} for ${expected[v]}`;
    expect(Math.abs(actual[v]! - expected[v]!), message).toBeLessThan(absolute);
  }
}

describe(`by definition, on ${all.length} random graphs`, () => {
  it.each([false, true])('betweenness, valued %s', (valued) => {
    for (const { name, arcs, directed, csr } of all) {
      expectClose(betweenness(csr, { valued }), betweennessOracle(arcs, directed, valued), name);
    }
  });

  it.each([false, true])('closeness and harmonic, valued %s', (valued) => {
    for (const { name, arcs, directed, csr } of all) {
      const expected = closenessOracle(arcs, directed, valued);
      const actual = closeness(csr, { valued });
      expectClose(actual.closeness, expected.corrected, name);
      expectClose(actual.harmonic, expected.harmonic, name);
      const { closeness: uncorrected } = closeness(csr, { valued, corrected: false });
      expectClose(uncorrected, expected.uncorrected, name);
    }
  });

  it.each([false, true])('PageRank, valued %s', (valued) => {
    for (const { name, arcs, directed } of all) {
      const csr = toCsr(arcs, directed, 'sum');
      const even = new Array<number>(arcs.size).fill(1 / arcs.size);
      expectClose(pagerank(csr, { valued }), pagerankOracle(arcs, directed, valued, 0.85, even), name);
      const personalisation = Float64Array.from({ length: arcs.size }, (_, v) => v % 3);
      const sum = personalisation.reduce((a, b) => a + b, 0);
      if (sum === 0) continue;
      const shares = Array.from(personalisation, (share) => share / sum);
      expectClose(
        pagerank(csr, { valued, damping: 0.5, personalisation }),
        pagerankOracle(arcs, directed, valued, 0.5, shares),
        name,
      );
    }
  });

  it('core numbers', () => {
    for (const { name, arcs, directed, csr } of all) {
      expect([...coreNumber(csr)], name).toEqual(coreNumberOracle(arcs, directed));
    }
  });

  it('triangles and clustering', () => {
    for (const { name, arcs, directed, csr } of all) {
      const expected = clusteringOracle(arcs, directed);
      const actual = clustering(csr);
      expect([...actual.triangles], name).toEqual(expected.triangles);
      expectClose(actual.coefficients, expected.coefficients, name);
    }
  });

  it('degrees', () => {
    for (const { name, arcs, directed, csr } of all) {
      const a = adjacency(arcs, directed);
      const out = a.map((row) => row.reduce((x, y) => x + y, 0));
      const inward = a.map((_, v) => a.reduce((sum, row) => sum + row[v]!, 0));
      expect([...degree(csr)], name).toEqual(out);
      expect([...degree(csr.reverse)], name).toEqual(inward);
      expect([...totalDegree(csr)], name).toEqual(directed ? out.map((d, v) => d + inward[v]!) : out);
    }
  });

  it('components', () => {
    for (const { name, arcs, csr } of all) {
      const distances = allDistances(lengthMatrix(arcs, false, false));
      const { labels, sizes } = components(csr);
      labels.forEach((label, v) => {
        const together = [...labels.keys()].filter((u) => distances[v]![u]! < Number.POSITIVE_INFINITY);
        expect(
          [...labels.keys()].filter((u) => labels[u] === label),
          name,
        ).toEqual(together);
        expect(sizes[label], name).toBe(together.length);
      });
    }
  });
});

describe('nothing changes under new names, another order and every relation twice', () => {
  const original = preferentialArcs(120, 3, 5);
  const renamed = randomRenaming(original.size, 6);
  const disguised = disguise(original, renamed);
  const kernels: [string, (csr: Csr) => ArrayLike<number>][] = [
    ['betweenness', (csr) => betweenness(csr)],
    ['betweenness, valued', (csr) => betweenness(csr, { valued: true })],
    ['closeness', (csr) => closeness(csr).closeness],
    ['harmonic, valued', (csr) => closeness(csr, { valued: true }).harmonic],
    ['PageRank', (csr) => pagerank(csr)],
    ['PageRank, valued', (csr) => pagerank(csr, { valued: true })],
    ['core numbers', coreNumber],
    ['clustering', (csr) => clustering(csr).coefficients],
    ['total degree', totalDegree],
    [
      'component sizes',
      (csr) => components(csr).labels.map((label, _, all) => all.filter((l) => l === label).length),
    ],
  ];
  it.each(kernels)('%s', (_, kernel) => {
    for (const directed of [false, true]) {
      const before = kernel(toCsr(original, directed));
      const after = kernel(toCsr(disguised, directed));
      expectClose(
        Array.from(renamed, (v) => after[v]!),
        before,
        '',
        1e-9,
      );
    }
  });
});

describe('betweenness', () => {
  it('gives a path of three its middle', () => {
    expect([...betweenness(undirectedPath)]).toEqual([0, 1, 0]);
    expect([...betweenness(directedPath)]).toEqual([0, 1, 0]);
    expect([...normaliseBetweenness(betweenness(undirectedPath), false)]).toEqual([0, 1, 0]);
    expect([...normaliseBetweenness(betweenness(directedPath), true)]).toEqual([0, 0.5, 0]);
    expect([...normaliseBetweenness(Float64Array.of(0, 0), false)]).toEqual([0, 0]);
  });

  it('counts 0.1 + 0.2 and 0.3 as equally long', () => {
    // 0–1–3 is 0.1 + 0.2, which is not 0.3 in binary; 0–2–3 is 0.15 + 0.15, which is.
    const square = buildCsr(4, Uint32Array.of(0, 1, 0, 2), Uint32Array.of(1, 3, 2, 3), false, {
      of: Float64Array.of(0.1, 0.2, 0.15, 0.15),
      parallel: 'min',
    });
    expect(0.1 + 0.2).not.toBe(0.15 + 0.15);
    expect([...betweenness(square, { valued: true })]).toEqual([1, 0.5, 0.5, 0]);
  });

  it('stays finite where rounding swallows a distance', () => {
    const chain = buildCsr(4, Uint32Array.of(0, 1, 2), Uint32Array.of(1, 2, 3), false, {
      of: Float64Array.of(1e20, 1, 1e20),
      parallel: 'min',
    });
    expect([...betweenness(chain, { valued: true })]).toEqual([0, 2, 2, 0]);
  });

  /** Joints 0, 3, 6, …; between two joints the two middles of a diamond. */
  function diamonds(count: number, directed: boolean) {
    const arcs: [number, number][] = [];
    for (let d = 0; d < count; d++) {
      const joint = 3 * d;
      arcs.push([joint, joint + 1], [joint, joint + 2], [joint + 1, joint + 3], [joint + 2, joint + 3]);
    }
    return graph(3 * count + 1, arcs, directed);
  }

  it.each([false, true])(
    'counts 2^1100 paths along a chain of diamonds, valued %s',
    (valued) => {
      const count = 1100;
      const bare = diamonds(count, false);
      const csr = { ...bare, values: new Float64Array(bare.targets.length).fill(0.5) };
      Object.assign(csr, { reverse: csr });
      const scores = betweenness(csr, { valued });
      const expected = Array.from(scores, (_, v) => {
        const d = Math.floor(v / 3);
        // A joint parts what is left of it from what is right of it, and half joins the middles on either side of it.
        if (v % 3 === 0) return 3 * d * 3 * (count - d) + (d > 0 ? 0.5 : 0) + (d < count ? 0.5 : 0);
        // A middle carries half of what goes past its diamond, and half of nothing else: its joints are adjacent to its twin.
        return ((3 * d + 1) * (3 * (count - d - 1) + 1)) / 2;
      });
      scores.forEach((score, v) => {
        expect(Math.abs(score / expected[v]! - 1), `node ${v}`).toBeLessThan(1e-10);
      });
    },
    60_000,
  );

  // With 513 the many paths meet the one just after their count was moved by 2^512, when a slip in aligning shows most.
  it.each([513, 1100])(
    'counts one path beside 2^%i others',
    (count) => {
      // From node 0 to the last node: a plain path, whose nodes come first and keep a count of 1, and the chain, as long.
      const plain = 2 * count;
      const chain = diamonds(count, true);
      const size = plain + chain.size + 1;
      const arcs: [number, number][] = [];
      for (let v = 0; v < plain; v++) arcs.push([v, v + 1]);
      const inChain = (v: number) => (v === 0 ? 0 : plain + v);
      for (let v = 0; v < chain.size; v++) {
        for (const w of chain.targets.slice(chain.offsets[v], chain.offsets[v + 1])) {
          arcs.push([inChain(v), inChain(w)]);
        }
      }
      arcs.push([plain, size - 1], [inChain(chain.size - 1), size - 1]);
      const csr = graph(size, arcs, true);
      const scores = betweenness(csr);
      // Node i of the plain path has i before it and the others and the end after it; of the paths from the first node to the last
      // its share is 2^-513 at most, which is nothing.
      for (let i = 1; i <= plain; i++) {
        expect(scores[i]).toBeCloseTo(i * (plain - i + 1) - 1, 5);
      }
      // Every pair at distance d passes d − 1 nodes between.
      const inner = scores.reduce((a, b) => a + b, 0);
      let expected = 0;
      for (let s = 0; s < size; s++) {
        for (const distance of bfs(csr, s).distances) expected += Math.max(0, distance - 1);
      }
      expect(inner / expected).toBeCloseTo(1, 12);
    },
    60_000,
  );
});

describe('closeness', () => {
  it('of a path of three, and outward when directed', () => {
    expectClose(closeness(undirectedPath).closeness, [2 / 3, 1, 2 / 3]);
    expectClose(closeness(undirectedPath).harmonic, [1.5, 2, 1.5]);
    expectClose(closeness(directedPath).closeness, [2 / 3, 0.5, 0]);
    expectClose(closeness(directedPath.reverse).closeness, [0, 0.5, 2 / 3]);
  });
});

describe('PageRank', () => {
  it('of one arc', () => {
    expectClose(pagerank(graph(2, [[0, 1]], true), { damping: 0.5 }), [0.4, 0.6]);
  });

  it('sums to 1, with damping near 1 too, and is even with none', () => {
    const csr = toCsr(randomArcs(300, 500, 3), true);
    for (const damping of [0, 0.85, 0.999]) {
      expect(pagerank(csr, { damping }).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
    expectClose(pagerank(csr, { damping: 0 }), new Array<number>(300).fill(1 / 300));
    expect(pagerank(graph(0, []))).toHaveLength(0);
  });

  it('refuses what it cannot follow', () => {
    const valued = (value: number) =>
      buildCsr(2, Uint32Array.of(0), Uint32Array.of(1), true, {
        of: Float64Array.of(value),
        parallel: 'sum',
      });
    expect(() => pagerank(directedPath, { damping: 1 })).toThrow(/Damping must be in \[0, 1\), but is 1/);
    expect(() => pagerank(directedPath, { damping: Number.NaN })).toThrow(RangeError);
    expect(() => pagerank(directedPath, { valued: true })).toThrow(/no values/);
    expect(() => pagerank(valued(-1), { valued: true })).toThrow(/number 0 is -1/);
    expect(() => pagerank(valued(Number.NaN), { valued: true })).toThrow(RangeError);
    expect(() => pagerank(valued(1), { personalisation: new Float64Array(2) })).toThrow(/0 everywhere/);
    expect(() => pagerank(valued(1), { personalisation: new Float64Array(1) })).toThrow(
      /1 entries for 2 nodes/,
    );
    expect([...pagerank(valued(0), { valued: true })]).toEqual([0.5, 0.5]);
  });
});

describe('small ones by hand', () => {
  it('kite', () => {
    expect([...coreNumber(kite)]).toEqual([2, 2, 2, 1]);
    expect([...clustering(kite).triangles]).toEqual([1, 1, 1, 0]);
    expectClose(clustering(kite).coefficients, [1 / 3, 1, 1, 0]);
    expect([...normaliseDegree(degree(kite))]).toEqual([1, 2 / 3, 2 / 3, 1 / 3]);
  });

  it('a mutual tie counts twice in a directed core, a lone node is all of its graph', () => {
    expect([
      ...coreNumber(
        graph(
          2,
          [
            [0, 1],
            [1, 0],
          ],
          true,
        ),
      ),
    ]).toEqual([2, 2]);
    expect([...normaliseDegree(Uint32Array.of(0))]).toEqual([1]);
    expect(normaliseDegree(new Uint32Array(0))).toHaveLength(0);
  });

  it('a directed triangle all mutual is fully clustered, a cycle is half', () => {
    const cycle: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 0],
    ];
    const back = cycle.map(([u, v]): [number, number] => [v, u]);
    expect([...clustering(graph(3, [...cycle, ...back], true)).coefficients]).toEqual([1, 1, 1]);
    expect([...clustering(graph(3, cycle, true)).coefficients]).toEqual([0.5, 0.5, 0.5]);
  });

  it('clustering takes no notice of values', () => {
    const csr = toCsr(randomArcs(20, 80, 1), false);
    const { values: _, ...bare } = csr;
    expect(clustering(csr)).toEqual(clustering({ ...bare, reverse: csr }));
  });

  it('components are numbered by their least node', () => {
    const { labels, sizes } = components(
      graph(
        5,
        [
          [4, 0],
          [3, 2],
        ],
        true,
      ),
    );
    expect([...labels]).toEqual([0, 1, 2, 2, 0]);
    expect([...sizes]).toEqual([2, 1, 2]);
  });
});

describe('distances', () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%s is refused', (value) => {
    const csr = buildCsr(2, Uint32Array.of(0), Uint32Array.of(1), false, {
      of: Float64Array.of(value),
      parallel: 'min',
    });
    for (const kernel of [betweenness, closeness]) {
      expect(() => kernel(csr, { valued: true })).toThrow(`above 0, but arc 0 has ${value}`);
    }
  });

  it('missing ones are refused', () => {
    for (const kernel of [betweenness, closeness]) {
      expect(() => kernel(kite, { valued: true })).toThrow(/carry no values/);
    }
  });
});
