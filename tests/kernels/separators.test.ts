/** Disjoint paths and cuts against all sets of simple paths. */
import { describe, expect, it } from 'vitest';
import { buildCsr } from '../../src/kernels/csr.js';
import { type Separator, UnitFlow } from '../../src/kernels/unit-flow.js';
import { allSimplePaths, subsets } from '../oracles/paths.js';
import { specimens } from '../oracles/random-graph.js';

/** What the inside of a path uses up. */
const used = (path: readonly number[], by: Separator, directed: boolean) =>
  by === 'nodes'
    ? path.slice(1, -1).map(String)
    : path.slice(1).map((to, i) => (directed || path[i]! < to ? `${path[i]}>${to}` : `${to}>${path[i]}`));

describe.each(['nodes', 'arcs'] as const)('UnitFlow by %s', (by) => {
  it('finds as many disjoint paths as there are, in the fewest steps, and a cut of that size', () => {
    let checked = 0;
    for (const { csr, directed, name } of specimens(90, 6)) {
      const [source, target] = [0, csr.size - 1];
      if (csr.size < 2) continue;
      const flow = new UnitFlow(csr, source, target, by);
      while (flow.augment());
      const paths = flow.paths();
      const simple = allSimplePaths(csr, source, target);
      // The oracle: the largest set of simple paths that share nothing, and of those the one of fewest steps.
      const best = subsets(simple.slice(0, 12))
        .filter((set) => {
          const all = set.flatMap((path) => used(path, by, directed));
          const direct = set.filter((path) => path.length === 2).length;
          return new Set(all).size === all.length && direct <= 1;
        })
        .reduce((a, b) => (b.length > a.length || (b.length === a.length && steps(b) < steps(a)) ? b : a));
      if (simple.length > 12) continue;
      checked++;
      expect(flow.value, name).toBe(best.length);
      expect(steps(paths), name).toBe(steps(best));
      const spent = paths.flatMap((path) => used(path, by, directed));
      expect(new Set(spent).size, name).toBe(spent.length);
      for (const path of paths) expect(simple, name).toContainEqual(path);
      const tied = csr.targets.subarray(csr.offsets[source], csr.offsets[source + 1]).includes(target);
      if (by === 'nodes' && tied) continue;
      const cut = flow.cut();
      expect(cut.length, name).toBe(flow.value);
      const filled = new UnitFlow(csr, source, target, by);
      filled.fill();
      expect([filled.value, filled.cut()], name).toEqual([flow.value, cut]);
      const gone = new Set(
        cut.map((part) => (by === 'nodes' ? String(part[0]) : used([part[0]!, part[1]!], by, directed)[0]!)),
      );
      expect(
        simple.every((path) => used(path, by, directed).some((part) => gone.has(part))),
        name,
      ).toBe(true);
    }
    expect(checked).toBeGreaterThan(60);
  });
});

it('fills thousands of ways in a moment', () => {
  const size = 10_000;
  const from = Uint32Array.from({ length: 2 * size }, (_, i) => i % 2);
  const to = from.map((_, i) => 2 + (i >> 1));
  const flow = new UnitFlow(buildCsr(size + 2, from, to, false), 0, 1, 'nodes');
  flow.fill();
  expect(flow.value).toBe(size);
  expect(flow.cut()).toHaveLength(size);
}, 2_000);

const steps = (paths: readonly number[][]) => paths.reduce((sum, path) => sum + path.length - 1, 0);
