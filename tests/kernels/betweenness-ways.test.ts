/** The ways to betweenness (scalar, in lanes, WebAssembly; condensed or not) against each other and their pieces by definition. */
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/kernels/betweenness.js';
import { distancesKernel } from '../../src/kernels/betweenness-distances.js';
import { type LanesKernel, lanes, lanesKernel } from '../../src/kernels/betweenness-lanes.js';
import { scalarKernel } from '../../src/kernels/betweenness-scalar.js';
import { type Condensed, condense, separate } from '../../src/kernels/condense.js';
import { arcsBack, buildCsr, type Csr } from '../../src/kernels/csr.js';
import { foldTrees } from '../../src/kernels/fold-trees.js';
import {
  creditSteps,
  type Rooted,
  rootSearches,
  type Sums,
  zeroSums,
} from '../../src/kernels/forced-steps.js';
import { addParts } from '../../src/kernels/parts.js';
import { tieBetweenness } from '../../src/kernels/tie-betweenness.js';
import { wasmLanesKernel } from '../../src/kernels/wasm-lanes.js';
import { type ArcList, preferentialArcs, randomArcs, specimens, toCsr } from '../oracles/random-graph.js';

/** Every node of the graph, 1 to 4 times over: copies have the same neighbours, and every third lot of copies knows each other. */
function withTwins(arcs: ArcList): ArcList {
  const copies = Array.from({ length: arcs.size }, (_, v) => 1 + ((v * 7) % 4));
  const firstCopy = copies.map((_, v) => copies.slice(0, v).reduce((a, b) => a + b, 0));
  const pairs: [number, number][] = [];
  const join = (u: number, v: number, isWanted: (a: number, b: number) => boolean) => {
    for (let a = 0; a < copies[u]!; a++) {
      for (let b = 0; b < copies[v]!; b++) {
        if (isWanted(a, b)) pairs.push([firstCopy[u]! + a, firstCopy[v]! + b]);
      }
    }
  };
  arcs.from.forEach((u, i) => {
    if (u !== arcs.to[i]) join(u, arcs.to[i]!, () => true);
  });
  for (let v = 0; v < arcs.size; v += 3) join(v, v, (a, b) => a !== b);
  return {
    size: copies.reduce((a, b) => a + b, 0),
    from: Uint32Array.from(pairs, ([u]) => u),
    to: Uint32Array.from(pairs, ([, v]) => v),
    values: new Float64Array(pairs.length).fill(1),
  };
}

function grid(side: number): ArcList {
  const nodes = Array.from({ length: side * side }, (_, v) => v);
  const right = nodes.filter((v) => v % side < side - 1);
  const down = nodes.filter((v) => v < side * (side - 1));
  const from = Uint32Array.from([...right, ...down]);
  const to = Uint32Array.from([...right.map((v) => v + 1), ...down.map((v) => v + side)]);
  return { size: side * side, from, to, values: new Float64Array(from.length).fill(1) };
}

/** Joints 0, 3, 6, …; between two joints the two middles of a diamond; middles are no twins, for each has a leaf of its own. */
function diamonds(count: number): ArcList {
  const from: number[] = [];
  const to: number[] = [];
  const size = 3 * count + 1;
  for (let joint = 0; joint < 3 * count; joint += 3) {
    from.push(joint, joint, joint + 1, joint + 2, joint + 1);
    to.push(joint + 1, joint + 2, joint + 3, joint + 3, size + joint / 3);
  }
  return {
    size: size + count,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    values: new Float64Array(from.length).fill(1),
  };
}

/** With a search from every class. */
function searchAll(graph: Condensed): Rooted {
  const all = Uint32Array.from({ length: graph.csr.size }, (_, v) => v);
  const none = { followers: new Uint32Array(0), missed: new Float64Array(graph.csr.size) };
  return { ...graph, ...none, roots: all, searchOf: all, starts: graph.ends, starting: graph.ends };
}

/** One arc from each node but the first `ends`, in circles and trees, and some more from every ninth. */
function oneWayOnward(size: number, ends: number, seed: number): ArcList {
  const steps = randomArcs(size, size, seed);
  const more = randomArcs(size, size, seed + 1);
  const from: number[] = [];
  const to: number[] = [];
  for (let v = ends; v < size; v++) {
    from.push(v);
    to.push(steps.to[v]!);
    if (v % 9 === 0) {
      from.push(v, v);
      to.push(more.to[v]!, more.from[v]!);
    }
  }
  return {
    size,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    values: new Float64Array(from.length).fill(1),
  };
}

/** Crews who know each other, each with a gate to the rest: their number one. */
function crews(arcs: ArcList, crew: number): ArcList {
  const from = [...arcs.from];
  const to = [...arcs.to];
  for (let gate = 0; gate < arcs.size; gate++) {
    const members = Array.from({ length: crew }, (_, i) => arcs.size + gate * crew + i);
    members.forEach((member, i) => {
      for (const other of [gate, ...members.slice(0, i)]) {
        from.push(member, other);
        to.push(other, member);
      }
    });
  }
  return {
    size: arcs.size * (crew + 1),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    values: new Float64Array(from.length).fill(1),
  };
}

const finish = (graph: Condensed, scores: Float64Array, directed: boolean) =>
  Float64Array.from(graph.classOf, (node) => scores[node]! / (directed ? 1 : 2));

/** The sums of all searches, one after the other. */
function sumsOneByOne(graph: Rooted, valued = false, tied = false): Sums {
  const sums = zeroSums(graph, tied);
  const run = valued ? distancesKernel(graph, sums) : scalarKernel(graph, sums);
  for (let search = 0; search < graph.roots.length; search++) run(search);
  creditSteps(graph, sums, { from: 0, end: graph.roots.length });
  return sums;
}

function oneByOne(csr: Csr, graph = searchAll(separate(csr)), valued = false): Float64Array {
  return finish(graph, sumsOneByOne(graph, valued).scores, csr.directed);
}

/** With room for visits that no two sources share. */
function sumsInLanes(graph: Rooted, make: Make, tied = false): Sums {
  const kernel = make(graph, tied, lanes)!;
  for (let first = 0; first < graph.roots.length; first += lanes) expect(kernel.run(first)).toBe(true);
  const sums = kernel.take();
  creditSteps(graph, sums, { from: 0, end: graph.roots.length });
  return sums;
}

/** What the arcs between classes carry, over ordered pairs. */
const arcsOneByOne = (graph: Rooted, valued = false) => sumsOneByOne(graph, valued, true).arcScores;

function tiesOneByOne(csr: Csr, valued = false): Float64Array {
  const scores = arcsOneByOne(searchAll(separate(csr)), valued);
  const back = csr.directed ? undefined : arcsBack(csr);
  return scores.map((score, arc) => (back === undefined ? score : (score + scores[back[arc]!]!) / 2));
}

function expectSame(actual: Float64Array, expected: Float64Array) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((score, at) => {
    const apart = Math.abs(actual[at]! - score) / Math.max(1, score);
    if (!(apart < 1e-12)) expect.fail(`${at} of ${expected.length}: ${actual[at]} for ${score}`);
  });
}

type Make = (graph: Rooted, tied?: boolean, visitsPerNode?: number) => LanesKernel | undefined;

function inLanes(csr: Csr, make: Make, graph = rootSearches(condense(csr))) {
  return finish(graph, sumsInLanes(graph, make).scores, csr.directed);
}

const ways: Record<string, (csr: Csr) => Float64Array> = {
  'one by one, condensed': (csr) => oneByOne(csr, searchAll(condense(csr))),
  'one by one, from the roots': (csr) => oneByOne(csr, rootSearches(separate(csr))),
  'in lanes': (csr) => inLanes(csr, lanesKernel),
  'in lanes, not condensed': (csr) => inLanes(csr, lanesKernel, searchAll(separate(csr))),
  'in lanes by WebAssembly': (csr) => inLanes(csr, wasmLanesKernel),
  'as it chooses': (csr) => betweenness(csr),
};

const small = specimens(150, 12).map(({ arcs }) => arcs);
const graphs: [string, ArcList[]][] = [
  ['small ones', small],
  ['twins', small.map(withTwins)],
  ['heavy tails', [preferentialArcs(600, 3, 1), preferentialArcs(400, 1, 2)]],
  ['sparse and disconnected', [randomArcs(700, 500, 3), randomArcs(700, 900, 4)]],
  ['dense', [randomArcs(90, 2500, 5)]],
  ['a grid', [grid(21)]],
  ['one way onward', [0, 3, 40].map((ends) => oneWayOnward(250, ends, ends))],
  ['crews behind gates', [crews(randomArcs(30, 45, 6), 3), withTwins(crews(randomArcs(12, 14, 7), 2))]],
];

describe.each(graphs)('%s', (_, lists) => {
  it.each(Object.entries(ways))('%s', (_, way) => {
    for (const arcs of lists) {
      for (const directed of [false, true]) {
        const csr = toCsr(arcs, directed);
        expectSame(way(csr), oneByOne(csr));
      }
    }
  });

  it.each([false, true])('ties, directed %s', (directed) => {
    for (const arcs of lists) {
      const csr = toCsr(arcs, directed);
      expectSame(tieBetweenness(csr), tiesOneByOne(csr));
      expectSame(tieBetweenness(csr, { valued: true }), tiesOneByOne(csr, true));
      const condensed = condense(csr);
      const expected = arcsOneByOne(searchAll(condensed));
      const graph = rootSearches(condensed);
      expectSame(arcsOneByOne(graph), expected);
      for (const make of [lanesKernel, wasmLanesKernel]) {
        expectSame(sumsInLanes(graph, make, true).arcScores, expected);
      }
    }
  });
});

describe('more paths than a Float64 holds', () => {
  const csr = toCsr(diamonds(700), false);

  it.each<Make>([lanesKernel, wasmLanesKernel])(
    'are left to the scalar kernel, the scores untouched (%o)',
    (make) => {
      const graph = searchAll(condense(csr));
      expect(graph.csr.size).toBe(csr.size);
      const kernel = make(graph, false, lanes)!;
      expect(kernel.run(0)).toBe(false);
      expect(kernel.take().scores.every((score) => score === 0)).toBe(true);
      // From the middle of the chain, 350 diamonds either way, they fit.
      const middle = Math.floor(graph.classOf[3 * 350]! / lanes) * lanes;
      expect(kernel.run(middle)).toBe(true);
      expect(kernel.take().scores.every((score) => score >= 0 && score < Number.POSITIVE_INFINITY)).toBe(
        true,
      );
    },
  );

  it('are counted all the same', () => {
    const expected = oneByOne(csr);
    betweenness(csr).forEach((score, v) => {
      expect(Math.abs(score / expected[v]! - 1) < 1e-12 || expected[v] === 0, `node ${v}`).toBe(true);
    });
    expectSame(tieBetweenness(csr), tiesOneByOne(csr));
  });
});

describe.each([betweenness, tieBetweenness])('%o', (kernel) => {
  it.each<[string, ArcList, boolean]>([
    ['ties within', preferentialArcs(100, 2, 9), true],
    ['leaves', randomArcs(120, 130, 9), false],
    ['forced steps', oneWayOnward(250, 3, 9), true],
  ])('is the sum of its parts, of which some are empty: %s', (_, arcs, directed) => {
    const csr = toCsr(arcs, directed);
    const count = 30;
    const parts = Array.from({ length: count }, (_, index) => ({
      scores: kernel(csr, { part: { index, count } }),
    }));
    const whole = kernel(csr);
    addParts(parts).scores.forEach((score, v) => {
      expect(Math.abs(score - whole[v]!)).toBeLessThan(1e-9);
    });
  });
});

describe('sources that share few visits', () => {
  it.each<Make>([lanesKernel, wasmLanesKernel])('are left to the scalar kernel (%o)', (make) => {
    const csr = toCsr(grid(24), false);
    const kernel = make(searchAll(separate(csr)), false, 1)!;
    // Those of a row, one step apart: next to no node is at the same distance from two of them.
    for (let first = 0; first < csr.size; first += lanes) expect(kernel.run(first)).toBe(false);
    expect(kernel.take().scores.every((score) => score === 0)).toBe(true);
    const dense = toCsr(randomArcs(90, 2500, 5), false);
    expect(make(searchAll(separate(dense)))!.run(0)).toBe(true);
  });
});

describe('folding trees', () => {
  it('takes leaves off, and knows what passes through on their account', () => {
    // A triangle 0 1 2, on 0 a path 3 4 and a leaf 5; an island 6 7.
    const csr = buildCsr(8, Uint32Array.of(0, 1, 2, 0, 3, 0, 6), Uint32Array.of(1, 2, 0, 3, 4, 5, 7), false);
    const { csr: rest, nodes, ends, pairs, roots, hanging } = foldTrees(csr);
    expect([...nodes].slice(0, 3)).toEqual([0, 1, 2]);
    expect([...ends]).toEqual([4, 1, 1, 2]);
    expect(rest.targets.length).toBe(6);
    // Through 0: three in its trees with the two others, and the path with the leaf; through 3: its leaf with four.
    expect([...pairs]).toEqual([3 * 2 + 2, 0, 0, 4, 0, 0, 0, 0]);
    expect([...betweenness(csr)]).toEqual([8, 0, 0, 4, 0, 0, 0, 0]);
    // 4 hung on 3 and that on 0, with two and four others beyond; of the island either may have stayed.
    expect([...roots].slice(0, 6)).toEqual([0, 1, 2, 0, 3, 0]);
    expect([...hanging].slice(0, 6)).toEqual([0, 0, 0, 2 * 4, 5, 5]);
    expect(hanging[6]! + hanging[7]!).toBe(1);
  });
  it('leaves what has no leaves as it is', () => {
    const csr = toCsr(grid(4), false);
    expect(foldTrees(csr).csr).toBe(csr);
    expect(foldTrees(buildCsr(0, new Uint32Array(0), new Uint32Array(0), false)).nodes.length).toBe(0);
  });
});

describe('searching from roots', () => {
  it('leaves out who takes forced steps and who reaches nothing', () => {
    // 3 → 2 → 0 ⇄ 1 with 0 → 4 → 5: the circle of 0 and 1 is closed by 0, which has two ways; 4 steps to 5, from where nothing leads on.
    const arcs = buildCsr(7, Uint32Array.of(3, 2, 0, 1, 0, 4), Uint32Array.of(2, 0, 1, 0, 4, 5), true);
    const { roots, starts, searchOf, own, followers } = rootSearches(separate(arcs));
    expect([...roots]).toEqual([0, 5]);
    expect([...starts]).toEqual([4, 2]);
    expect([...searchOf.subarray(0, 6)]).toEqual([0, 0, 0, 0, 1, 1]);
    expect([...followers]).toEqual([1, 2, 3, 4]);
    // Of the four that start at 0, three find 1.
    expect([...own.subarray(0, 2)]).toEqual([0, 3 / 4]);
    expect([...betweenness(arcs)]).toEqual([...oneByOne(arcs)]);
  });
});

describe('condense', () => {
  const star = buildCsr(5, Uint32Array.of(0, 0, 0, 0), Uint32Array.of(1, 2, 3, 4), false);
  it('makes the points of a star one class, and a clique one', () => {
    const { members, apart, classOf, csr } = condense(star);
    expect([...members].sort()).toEqual([1, 4]);
    expect(apart[classOf[1]!]).toBe(1);
    expect(csr.targets.length).toBe(2);
    const clique = condense(toCsr(randomArcs(4, 200, 1), false));
    expect([...clique.members]).toEqual([4]);
    expect([...clique.apart]).toEqual([0]);
  });

  it('keeps apart who stands for more', () => {
    const { members, ends, classOf } = condense(star, Float64Array.of(1, 2, 1, 2, 3));
    expect(Array.from(classOf, (number) => [members[number], ends[number]])).toEqual([
      [1, 1],
      [2, 4],
      [1, 1],
      [2, 4],
      [1, 3],
    ]);
  });

  it('tells arcs inward from arcs outward', () => {
    const { members } = condense(buildCsr(3, Uint32Array.of(0, 1), Uint32Array.of(1, 2), true));
    expect([...members]).toEqual([1, 1, 1]);
    expect(
      [...condense(buildCsr(3, Uint32Array.of(0, 2), Uint32Array.of(1, 1), true)).members].sort(),
    ).toEqual([1, 2]);
  });

  it('keeps every node once, and only joins equal rows', () => {
    for (const { csr } of specimens(100, 10)) {
      const { members, classOf, csr: classes } = condense(csr);
      expect(members.reduce((a, b) => a + b, 0)).toBe(csr.size);
      for (let v = 0; v < csr.size; v++) {
        const row = new Set(
          Array.from(csr.targets.slice(csr.offsets[v], csr.offsets[v + 1]), (u) => classOf[u]!),
        );
        row.delete(classOf[v]!);
        const { offsets, targets } = classes;
        expect([...targets.slice(offsets[classOf[v]!], offsets[classOf[v]! + 1])]).toEqual(
          [...row].sort((a, b) => a - b),
        );
      }
    }
  });
});
