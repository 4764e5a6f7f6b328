/** Estimated betweenness keeps its guarantee, draws paths evenly, and is the same for the same seed. */
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { buildCsr } from '../../src/kernels/csr.js';
import { normaliseBetweenness } from '../../src/kernels/normalise.js';
import { addParts } from '../../src/kernels/parts.js';
import { sampledBetweenness, sampleSize } from '../../src/kernels/sampled-betweenness.js';
import { preferentialArcs, randomArcs, specimens, toCsr } from '../oracles/random-graph.js';

const star = buildCsr(4, Uint32Array.of(0, 0, 0), Uint32Array.of(1, 2, 3), false);

describe('sampleSize', () => {
  it('follows the formula', () => {
    // Three nodes on a path at most: dimension 1. Scores over the 3 pairs of others are half of all 6 pairs' worth.
    expect(sampleSize(star, { epsilon: 0.1, delta: 0.1 })).toBe(Math.ceil(200 * (1 + Math.log(10))));
    // A chain of 11: ten steps, found from its end; ⌊log₂ 9⌋ + 1 = 4, 0.5 / (0.1 · 9/11)².
    const chain = buildCsr(
      11,
      Uint32Array.from({ length: 10 }, (_, v) => v),
      Uint32Array.from({ length: 10 }, (_, v) => v + 1),
      false,
    );
    // Distances 10 and 9 from its first node bound the nodes by 20: ⌊log₂ 18⌋ + 1 = 5.
    expect(sampleSize(chain, { epsilon: 0.1, delta: 0.1 })).toBe(
      Math.ceil((0.5 / (0.9 / 11) ** 2) * (5 + Math.log(10))),
    );
  });

  it('refuses what is no share, and needs nothing where nobody is between', () => {
    expect(() => sampleSize(star, { epsilon: 0, delta: 0.1 })).toThrow(RangeError);
    expect(() => sampleSize(star, { epsilon: 0.1, delta: 1 })).toThrow(RangeError);
    for (const { csr } of specimens(9, 2)) {
      expect(sampleSize(csr, { epsilon: 0.1, delta: 0.1 })).toBe(0);
      expect(sampledBetweenness(csr, { samples: 0, seed: 1 })).toEqual(new Float64Array(csr.size));
    }
  });
});

it.each([
  ['heavy tails', preferentialArcs(300, 2, 1), false],
  ['heavy tails, directed', preferentialArcs(300, 2, 1), true],
  ['islands', randomArcs(200, 180, 2), false],
  ['one-way streets', randomArcs(200, 500, 3), true],
] as const)('keeps within ε: %s', (_, arcs, directed) => {
  const csr = toCsr(arcs, directed);
  const exact = normaliseBetweenness(betweenness(csr), directed);
  const epsilon = 0.02;
  const samples = sampleSize(csr, { epsilon, delta: 0.05 });
  for (const seed of [1, 2, 3]) {
    const scores = normaliseBetweenness(sampledBetweenness(csr, { samples, seed }), directed);
    scores.forEach((score, v) => {
      expect(Math.abs(score - exact[v]!)).toBeLessThan(epsilon);
    });
    // Not by being nothing: sums agree far closer than single scores.
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum(scores) / sum(exact) - 1)).toBeLessThan(0.05);
  }
});

it('draws every shortest path as often', () => {
  // From 0 to 7: two ways by 1 (over 3 and 4), one way by 2 (over 5), so 1 carries two thirds of what goes there.
  const ways = buildCsr(
    8,
    Uint32Array.of(0, 0, 1, 1, 2, 3, 4, 5, 6),
    Uint32Array.of(1, 2, 3, 4, 5, 6, 6, 6, 7),
    true,
  );
  const exact = betweenness(ways);
  const scores = sampledBetweenness(ways, { samples: 200_000, seed: 5 });
  scores.forEach((score, v) => {
    expect(Math.abs(score - exact[v]!)).toBeLessThan(0.06);
  });
});

it('is the same for the same seed and parts, and goes on where paths outnumber a Float64', () => {
  const csr = toCsr(preferentialArcs(200, 2, 4), false);
  const drawn = (seed: number) =>
    addParts(
      [0, 1, 2].map((index) => ({
        scores: sampledBetweenness(csr, { samples: 1000, seed, part: { index, count: 3 } }),
      })),
    ).scores;
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));

  const from: number[] = [];
  const to: number[] = [];
  const last = 3 * 2500;
  for (let joint = 0; joint < last; joint += 3) {
    from.push(joint, joint, joint + 1, joint + 2);
    to.push(joint + 1, joint + 2, joint + 3, joint + 3);
  }
  const chain = buildCsr(last + 1, Uint32Array.from(from), Uint32Array.from(to), false);
  const scores = sampledBetweenness(chain, { samples: 300, seed: 1 });
  expect(scores.every((score) => score >= 0 && score < Number.POSITIVE_INFINITY)).toBe(true);
  // Half of all pairs have the middle between them.
  const { size } = chain;
  expect(scores[last / 2]! / ((size * size) / 2)).toBeGreaterThan(0.4);
  expect(scores[last / 2]! / ((size * size) / 2)).toBeLessThan(0.6);
});
