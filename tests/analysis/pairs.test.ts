import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import { questions } from '../../src/contract/questions.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { sharedNeighbors } from '../../src/kernels/shared-neighbors.js';
import { openFile } from '../../src/workspace.js';
import { smallDataset } from '../graph/small-dataset.js';
import { preferentialArcs, specimens, toCsr } from '../oracles/random-graph.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');

describe('sharedNeighbors', () => {
  it('follows the definitions', () => {
    for (const { csr, directed, name } of specimens(60, 8)) {
      if (directed) continue;
      const row = (v: number) => new Set(csr.targets.subarray(csr.offsets[v], csr.offsets[v + 1]));
      const expected: number[][] = [];
      for (let a = 0; a < csr.size; a++) {
        for (let b = a + 1; b < csr.size; b++) {
          const common = [...row(a)].filter((v) => row(b).has(v));
          if (common.length === 0 || row(a).has(b)) continue;
          const sum = (of: (degree: number) => number) =>
            common.reduce((total, v) => total + of(row(v).size), 0);
          expected.push([
            a,
            b,
            common.length,
            sum((k) => 1 / Math.log(k)),
            sum((k) => 1 / k),
            common.length / new Set([...row(a), ...row(b)]).size,
          ]);
        }
      }
      for (const [column, score] of (
        ['common', 'adamicAdar', 'resourceAllocation', 'jaccard'] as const
      ).entries()) {
        const best = expected
          .map((pair) => ({ a: pair[0]!, b: pair[1]!, common: pair[2]!, score: pair[2 + column]! }))
          .sort((x, y) => (Math.abs(x.score - y.score) < 1e-12 ? x.a - y.a || x.b - y.b : y.score - x.score));
        for (const top of [1, 3, 1_000]) {
          const found = sharedNeighbors(csr, { score, top });
          expect(found.total[0], name).toBe(expected.length);
          expect(found.a, name).toHaveLength(Math.min(top, best.length));
          found.score.forEach((value, place) => {
            expect(value, name).toBeCloseTo(best[place]!.score, 12);
          });
          if (score !== 'common' && score !== 'jaccard') continue;
          expect([...found.a], name).toEqual(best.slice(0, top).map(({ a }) => a));
          expect([...found.b], name).toEqual(best.slice(0, top).map(({ b }) => b));
          expect([...found.common], name).toEqual(best.slice(0, top).map(({ common }) => common));
        }
      }
    }
  });
  it('gives the best of many, equals by their numbers, whichever ends they may have', () => {
    const csr = toCsr(preferentialArcs(300, 3, 5), false);
    const all = sharedNeighbors(csr, { score: 'common', top: 1_000_000 });
    const first = sharedNeighbors(csr, { score: 'common', top: 10 });
    expect(first.total).toEqual(all.total);
    for (const column of ['a', 'b', 'common', 'score'] as const)
      expect(first[column]).toEqual(all[column].slice(0, 10));
    const ends = Uint8Array.from({ length: csr.size }, (_, v) => (v < 100 ? 1 : v < 200 ? 2 : 0));
    const between = sharedNeighbors(csr, { score: 'common', top: 1_000_000, ends });
    const fitting = [...all.a.keys()].filter((i) => all.a[i]! < 100 && all.b[i]! >= 100 && all.b[i]! < 200);
    expect([...between.a]).toEqual(fitting.map((i) => all.a[i]));
    expect(between.total[0]).toBe(fitting.length);
  });
});

describe('leads and similar', () => {
  it('asks about pairs that share a neighbour, never states a tie', async () => {
    const leads = await ask(context, 'leads', {});
    questions.leads.answer.parse(leads);
    expect(leads.leads.map(({ a, b }) => `${a.id} ${b.id}`)).toEqual([
      'alpha gamma',
      'beta delta',
      'epsilon gamma',
    ]);
    expect(leads.leads[0]!.question).toMatch(/^Is there a tie between Alpha and Gamma Works .*\?$/);
    expect(
      (await ask(context, 'leads', { between: 'company,nation' })).leads.map(({ a, b }) => `${a.id} ${b.id}`),
    ).toEqual(['beta delta', 'epsilon gamma']);
    expect((await ask(context, 'leads', { entity: 'Epsilon' })).leads).toMatchObject([
      { b: { id: 'gamma' } },
    ]);
  });
  it('finds who is placed alike', async () => {
    const { similar } = await ask(context, 'similar', { id: 'beta' });
    expect(similar).toEqual([
      {
        id: 'delta',
        name: 'Delta',
        kind: 'nation',
        likeness: 1 / 3,
        common: 1,
        through: [{ id: 'gamma', name: 'Gamma Works', kind: 'company' }],
      },
    ]);
    expect((await ask(context, 'similar', { id: 'island' })).similar).toEqual([]);
  });
  it('likeness counts shared hubs too', async () => {
    // Two share a hub of 1,200 neighbours and one neighbour more: these are all that either has.
    const lines = Array.from({ length: 1_200 }, (_, i) => `hub,n${i}`);
    const text = ['source,target', ...lines, 'n0,friend', 'n1,friend'].join('\n');
    const workspace = await openFile(new TextEncoder().encode(text), 'hub.csv');
    const [first] = (await workspace.ask('similar', { id: 'n0' })).similar;
    await workspace.close();
    expect(first).toMatchObject({ id: 'n1', likeness: 1, common: 2 });
  });
});
