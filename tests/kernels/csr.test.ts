import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCsr, type Csr } from '../../src/kernels/csr.js';
import { specimens } from '../oracles/random-graph.js';

/** Every row as `[target, value]` pairs. */
const rows = ({ size, offsets, targets, values }: Csr) =>
  Array.from({ length: size }, (_, v) =>
    Array.from(targets.slice(offsets[v], offsets[v + 1]), (target, i) => [target, values?.[offsets[v]! + i]]),
  );

/** What the rows should be, by a map of maps. */
function rowsOracle(
  size: number,
  arcs: readonly (readonly [number, number, number])[],
  directed: boolean,
  combine: (a: number, b: number) => number,
) {
  const known = Array.from({ length: size }, () => new Map<number, number>());
  const put = (u: number, v: number, value: number) => {
    const before = known[u]!.get(v);
    known[u]!.set(v, before === undefined ? value : combine(before, value));
  };
  for (const [u, v, value] of arcs) {
    if (u === v) continue;
    put(u, v, value);
    if (!directed) put(v, u, value);
  }
  return known.map((row) => [...row].sort(([a], [b]) => a - b));
}

describe('buildCsr', () => {
  it('drops loops, folds parallels and stores an undirected edge both ways', () => {
    const csr = buildCsr(3, Uint32Array.of(0, 1, 0), Uint32Array.of(1, 0, 0), false);
    expect(csr).toMatchObject({
      size: 3,
      directed: false,
      offsets: Uint32Array.of(0, 1, 2, 2),
      targets: Uint32Array.of(1, 0),
    });
    expect(csr.reverse).toBe(csr);
    expect(csr.values).toBeUndefined();
  });

  it('keeps a directed graph and its transpose', () => {
    const csr = buildCsr(3, Uint32Array.of(2, 0, 0), Uint32Array.of(1, 1, 2), true);
    expect(rows(csr).map((row) => row.map(([target]) => target))).toEqual([[1, 2], [], [1]]);
    expect(rows(csr.reverse).map((row) => row.map(([target]) => target))).toEqual([[], [0, 2], [0]]);
    expect(csr.reverse.reverse).toBe(csr);
  });

  it('counts parallels when values are summed and none are given', () => {
    const csr = buildCsr(2, Uint32Array.of(0, 0, 1), Uint32Array.of(1, 1, 0), true, { parallel: 'sum' });
    expect(csr.values).toEqual(Float64Array.of(2, 1));
    expect(csr.reverse.values).toEqual(Float64Array.of(1, 2));
  });

  it('agrees with a map of maps on any list of arcs', () => {
    const arc = (size: number) =>
      fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: -8, max: 8 }));
    const graph = fc
      .integer({ min: 1, max: 9 })
      .chain((size) => fc.tuple(fc.constant(size), fc.array(arc(size), { maxLength: 40 }), fc.boolean()));
    fc.assert(
      fc.property(graph, fc.constantFrom('sum', 'min'), ([size, arcs, directed], parallel) => {
        const from = Uint32Array.from(arcs, ([u]) => u);
        const to = Uint32Array.from(arcs, ([, v]) => v);
        const of = Float64Array.from(arcs, ([, , value]) => value);
        const csr = buildCsr(size, from, to, directed, { of, parallel });
        const combine = parallel === 'sum' ? (a: number, b: number) => a + b : Math.min;
        expect(rows(csr)).toEqual(rowsOracle(size, arcs, directed, combine));
        const turned = arcs.map(([u, v, value]) => [v, u, value] as const);
        expect(rows(csr.reverse)).toEqual(rowsOracle(size, turned, directed, combine));
      }),
    );
  });

  it('refuses lists that do not fit', () => {
    const one = Uint32Array.of(0);
    expect(() => buildCsr(2, one, Uint32Array.of(2), false)).toThrow(
      'Arc 0 joins 0 and 2, but there are only 2 nodes',
    );
    expect(() => buildCsr(2, one, new Uint32Array(0), false)).toThrow(/differ in length: from 1, to 0/);
    expect(() => buildCsr(2, one, one, false, { of: new Float64Array(2), parallel: 'sum' })).toThrow(
      /values 2/,
    );
  });

  it('meets every sort of specimen', () => {
    const csrs = specimens().map(({ csr }) => csr);
    expect(csrs.some(({ size }) => size === 0)).toBe(true);
    expect(csrs.some(({ size }) => size === 1)).toBe(true);
    expect(csrs.some(({ size, targets }) => size > 4 && targets.length === 0)).toBe(true);
    expect(csrs.some(({ size, targets }) => targets.length > size * 3)).toBe(true);
  });
});
