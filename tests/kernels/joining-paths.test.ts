import { describe, expect, it } from 'vitest';
import { steinerTree } from '../../src/kernels/steiner-tree.js';
import { timeRespectingPath } from '../../src/kernels/time-respecting-path.js';
import { widestValue } from '../../src/kernels/widest-path.js';
import { allSimplePaths, subsets } from '../oracles/paths.js';
import { randomNumbers, specimens, toCsr } from '../oracles/random-graph.js';

describe('widestValue', () => {
  it('is the best that the weakest arc of any path can be', () => {
    for (const { csr, name } of specimens(80, 7)) {
      if (csr.size < 2) continue;
      const value = (a: number, b: number) => {
        const at = csr.targets.subarray(csr.offsets[a], csr.offsets[a + 1]).indexOf(b);
        return csr.values![csr.offsets[a]! + at]!;
      };
      const paths = allSimplePaths(csr, 0, csr.size - 1);
      const weakest = paths.map((path) => Math.min(...path.slice(1).map((to, i) => value(path[i]!, to))));
      expect(widestValue(csr, 0, csr.size - 1), name).toBe(
        weakest.length === 0 ? undefined : Math.max(...weakest),
      );
    }
  });
});

describe('steinerTree', () => {
  it('joins what can be joined, without rounds, within its bound of the smallest tree', () => {
    for (const { csr, directed, arcs, name } of specimens(80, 7)) {
      if (directed || csr.size < 4) continue;
      const terminals = [0, 1, csr.size - 1];
      const { edges, groups } = steinerTree(csr, terminals);
      const together = (among: readonly [number, number][]) => {
        const group = Array.from({ length: csr.size }, (_, v) => v);
        for (let pass = 0; pass < csr.size; pass++)
          for (const [a, b] of among) group[a] = group[b] = Math.min(group[a]!, group[b]!);
        return terminals.map((terminal) => group[terminal]!);
      };
      const all = Array.from({ length: arcs.from.length }, (_, i): [number, number] => [
        arcs.from[i]!,
        arcs.to[i]!,
      ]);
      const reach = together(all);
      expect(
        groups.map((a) => groups.map((b) => a === b)),
        name,
      ).toEqual(reach.map((a) => reach.map((b) => a === b)));
      if (new Set(groups).size > 1) continue;
      const simple = [
        ...new Map(
          all
            .filter(([a, b]) => a !== b)
            .map(([a, b]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b] as [number, number]]),
        ).values(),
      ];
      if (simple.length > 11) continue;
      const smallest = subsets(simple).find((set) => new Set(together(set)).size === 1)!;
      expect(edges.length, name).toBeLessThanOrEqual(2 * (1 - 1 / terminals.length) * smallest.length + 1e-9);
      expect(new Set(together(edges)).size, name).toBe(1);
    }
  });
  it('goes round what is blocked', () => {
    const square = toCsr(
      {
        size: 4,
        from: Uint32Array.of(0, 1, 0, 2),
        to: Uint32Array.of(1, 3, 2, 3),
        values: new Float64Array(4).fill(1),
      },
      false,
    );
    expect(steinerTree(square, [0, 3], Uint8Array.of(0, 1, 0, 0)).edges).toEqual([
      [0, 2],
      [2, 3],
    ]);
    expect(steinerTree(square, [0, 3], Uint8Array.of(0, 1, 1, 0))).toEqual({ edges: [], groups: [0, 1] });
  });
});

describe('timeRespectingPath', () => {
  it('agrees with trying every path of arcs', () => {
    for (let seed = 0; seed < 120; seed++) {
      const random = randomNumbers(seed);
      const size = 2 + Math.floor(random() * 4);
      const count = Math.floor(random() * 9);
      const draw = (of: number) => Uint32Array.from({ length: count }, () => Math.floor(random() * of));
      const arcs = {
        from: draw(size),
        to: draw(size),
        opens: new Float64Array(count),
        closes: new Float64Array(count),
      };
      for (let i = 0; i < count; i++) {
        arcs.opens[i] = random() < 0.2 ? Number.NEGATIVE_INFINITY : Math.floor(random() * 10);
        arcs.closes[i] =
          random() < 0.2 ? Number.POSITIVE_INFINITY : Math.max(0, arcs.opens[i]!) + Math.floor(random() * 4);
      }
      const found: { length: number; day: number }[] = [];
      const walk = (node: number, day: number, visited: number[]) => {
        if (node === size - 1) found.push({ length: visited.length - 1, day });
        else
          for (let i = 0; i < count; i++) {
            const then = Math.max(day, arcs.opens[i]!);
            if (arcs.from[i] === node && then <= arcs.closes[i]! && !visited.includes(arcs.to[i]!))
              walk(arcs.to[i]!, then, [...visited, arcs.to[i]!]);
          }
      };
      walk(0, Number.NEGATIVE_INFINITY, [0]);
      const best = found.sort((a, b) => a.length - b.length || (a.day < b.day ? -1 : 1))[0];
      const path = timeRespectingPath(size, arcs, 0, size - 1);
      expect(path?.arcs.length, `seed ${seed}`).toBe(best?.length);
      if (best !== undefined) expect(path!.days.at(-1), `seed ${seed}`).toBe(best.day);
    }
  });
});
