/** Searches and paths against every path there is. */
import { describe, expect, it } from 'vitest';
import { bfs } from '../../src/kernels/bfs.js';
import { buildCsr, type Csr } from '../../src/kernels/csr.js';
import { kShortestPaths } from '../../src/kernels/k-shortest-paths.js';
import { pathWorkspace, shortestPath } from '../../src/kernels/shortest-path.js';
import { allDistances, allPaths, comparePaths, lengthMatrix } from '../oracles/matrix.js';
import { preferentialArcs, randomNumbers, specimens, toCsr } from '../oracles/random-graph.js';

const workspace = pathWorkspace(9);
/** Each graph whole and with some nodes blocked. */
const cases = specimens(80).flatMap(({ name, arcs, directed, csr }) => {
  const nodes = Array.from({ length: csr.size }, (_, v) => v);
  return [() => 0, (v: number) => (v % 4 === 3 ? 1 : 0)].map((mask) => {
    const blocked = Uint8Array.from(nodes, mask);
    const lengths = lengthMatrix(arcs, directed, false).map((row, u) =>
      row.map((length, v) => (blocked[u] !== 0 || blocked[v] !== 0 ? Number.POSITIVE_INFINITY : length)),
    );
    const pairs = nodes.flatMap((s) => nodes.map((t): [number, number] => [s, t]));
    const pathsOf = (s: number, t: number) =>
      blocked[s] !== 0 || blocked[t] !== 0 ? [] : allPaths(lengths, s, t).sort(comparePaths);
    return { name: `${name}, blocked ${blocked}`, csr, nodes, blocked, lengths, pairs, pathsOf };
  });
});

describe(`against every path there is, on ${cases.length} random graphs`, () => {
  it('the shortest path, the least among equals', () => {
    for (const { name, csr, blocked, pairs, pathsOf } of cases) {
      for (const [s, t] of pairs) {
        const [least] = pathsOf(s, t);
        expect(shortestPath(csr, s, t, { blocked, workspace }), name).toEqual(least);
        expect(shortestPath(csr, s, t, { blocked, maxLength: 2 }), name).toEqual(
          least !== undefined && least.length <= 3 ? least : undefined,
        );
      }
    }
  });

  it('the k shortest paths, in order', () => {
    for (const { name, csr, blocked, pairs, pathsOf } of cases) {
      for (const [s, t] of pairs) {
        const paths = pathsOf(s, t);
        for (const k of [0, 1, 4, 10_000]) {
          expect(kShortestPaths(csr, s, t, k, { blocked }), name).toEqual(paths.slice(0, k));
        }
        const short = paths.filter((path) => path.length <= 4).slice(0, 7);
        expect(kShortestPaths(csr, s, t, 7, { blocked, maxLength: 3 }), name).toEqual(short);
      }
    }
  });

  it('distances to a depth', () => {
    for (const { name, csr, nodes, blocked, lengths } of cases) {
      const distances = allDistances(lengths);
      for (const s of nodes) {
        for (const depth of [0, 1, 2, Number.POSITIVE_INFINITY]) {
          const reached = bfs(csr, s, depth, blocked);
          const expected = nodes.filter((v) => {
            const distance = distances[s]![v]!;
            return blocked[s] === 0 && distance <= depth && distance < Number.POSITIVE_INFINITY;
          });
          expect(
            [...reached.nodes].sort((a, b) => a - b),
            name,
          ).toEqual(expected);
          expect([...reached.distances], name).toEqual([...reached.nodes].map((v) => distances[s]![v]));
          expect([...reached.distances], name).toEqual([...reached.distances].sort((a, b) => a - b));
        }
      }
    }
  });
});

/** From each node on to the least one that is a step nearer to the target. */
function leastPath(csr: Csr, source: number, target: number): number[] | undefined {
  const { nodes, distances } = bfs(csr.reverse, target);
  const left = new Map(Array.from(nodes, (node, i) => [node, distances[i]!]));
  if (!left.has(source)) return undefined;
  const path = [source];
  for (let at = source; at !== target; path.push(at)) {
    const row = csr.targets.subarray(csr.offsets[at], csr.offsets[at + 1]);
    at = row.find((next) => left.get(next) === left.get(at)! - 1)!;
  }
  return path;
}

describe('shortestPath', () => {
  const square = buildCsr(4, Uint32Array.of(0, 0, 1, 2), Uint32Array.of(1, 2, 3, 3), true);

  it('takes the lesser side of a square, and the other when that is barred', () => {
    expect(shortestPath(square, 0, 3)).toEqual([0, 1, 3]);
    expect(shortestPath(square, 0, 3, { blocked: Uint8Array.of(0, 1, 0, 0) })).toEqual([0, 2, 3]);
    expect(shortestPath(square, 0, 3, { notFirst: new Set([1]) })).toEqual([0, 2, 3]);
    expect(shortestPath(square, 0, 3, { notFirst: new Set([1, 2]) })).toBeUndefined();
    expect(shortestPath(square, 3, 0)).toBeUndefined();
    expect(shortestPath(square.reverse, 3, 0)).toEqual([3, 1, 0]);
    expect(shortestPath(square, 2, 2)).toEqual([2]);
    expect(shortestPath(square, 2, 2, { maxLength: 0 })).toEqual([2]);
  });

  it('refuses a workspace that is too small', () => {
    expect(() => shortestPath(square, 0, 3, { workspace })).not.toThrow();
    expect(() => shortestPath(square, 0, 3, { workspace: pathWorkspace(3) })).toThrow(/for 3 nodes/);
  });

  it.each([false, true])(
    'on a large graph is as long as breadth-first search says, directed %s',
    (directed) => {
      const csr = toCsr(preferentialArcs(5000, 3, 7), directed);
      const kept = pathWorkspace(csr.size);
      const random = randomNumbers(8);
      // More searches than marks have numbers.
      for (let i = 0; i < 200; i++) {
        const s = Math.floor(random() * csr.size);
        const t = Math.floor(random() * csr.size);
        const { nodes, distances } = bfs(csr, s);
        const at = nodes.indexOf(t);
        const path = shortestPath(csr, s, t, { workspace: kept });
        expect(path?.length).toBe(at === -1 ? undefined : distances[at]! + 1);
        expect(path).toEqual(leastPath(csr, s, t));
      }
    },
  );
});

it('kShortestPaths leaves the caller’s mask alone', () => {
  const csr = toCsr(preferentialArcs(50, 3, 2), false);
  const blocked = new Uint8Array(50);
  expect(kShortestPaths(csr, 0, 49, 20, { blocked })).toHaveLength(20);
  expect(blocked.every((mask) => mask === 0)).toBe(true);
});
