/** Every measure of the registry on the graph of a few actors: it answers, it explains itself, and what it does not take it refuses. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import { measures } from '../../src/analysis/measures/registry.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { openWorkspace } from '../../src/workspace.js';
import { smallDataset } from '../graph/small-dataset.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');
const valuesOf = async (parameters: Record<string, unknown>) => {
  const {
    rows,
    measures: [measure],
  } = await ask(context, 'rank', { top: 0, ...parameters });
  return Object.fromEntries(rows.map(({ id, values }) => [id, values[measure!.id]]));
};

describe.each([...measures.values()])('$id', (measure) => {
  it('gives every entity a finite number in every direction, the same where it reads none', async () => {
    const bothWays = await valuesOf({ measures: measure.id, direction: 'any' });
    for (const direction of ['any', 'out', 'in']) {
      // Where no relation leads back, eigenvector centrality and hubs have no answer, and say so.
      const values = await valuesOf({ measures: measure.id, direction }).catch((error: { code?: string }) => {
        expect([measure.id, error.code]).toEqual(['eigenvector', 'invalid-parameter']);
        return {};
      });
      expect(
        Object.values(values).every((value) => Number.isFinite(value)),
        direction,
      ).toBe(true);
      if (!measure.accepts.includes('direction')) expect(values).toEqual(bothWays);
    }
  });
  it('asks a question, names its unit and formula, and cites its origin', () => {
    expect(measure.question).toMatch(/\?$/);
    for (const text of [measure.title, measure.unit, measure.rawUnit, measure.formula, measure.reference])
      expect(text).not.toBe('');
  });
});

describe('measures with a meaning of their own', () => {
  it('strength counts relations, or adds an attribute', async () => {
    expect(await valuesOf({ measures: 'strength' })).toMatchObject({
      alpha: 2,
      beta: 3,
      gamma: 2,
      epsilon: 1,
      island: 0,
    });
    expect(
      await valuesOf({ measures: 'strength', strength: 'stake', type: 'owns', kind: 'company' }),
    ).toEqual({ alpha: 100, beta: 110, gamma: 10 });
  });
  it('separation is the share of pairs that only the entity joins', async () => {
    expect(await valuesOf({ measures: 'separation', raw: true })).toEqual({
      alpha: 0,
      beta: 3,
      gamma: 4,
      delta: 3,
      epsilon: 0,
      island: 0,
    });
  });
  it('brokerage is between root kinds', async () => {
    // Beta stands between alpha and gamma, all organisations: once each way.
    expect(await valuesOf({ measures: 'brokerage-coordinator' })).toMatchObject({ beta: 2, gamma: 0 });
    expect(await valuesOf({ measures: 'brokerage-gatekeeper', direction: 'any' })).toMatchObject({
      gamma: 1,
      delta: 1,
    });
  });
  it('PageRank near somebody puts them first', async () => {
    const near = await valuesOf({ measures: 'pagerank', near: 'Epsilon' });
    const even = await valuesOf({ measures: 'pagerank' });
    expect(near.epsilon).toBeGreaterThan(even.epsilon!);
    expect(near.island).toBe(0);
    await expect(valuesOf({ measures: 'degree', near: 'epsilon' })).rejects.toThrow(/takes no near/);
  });
});

it('equals stand in the order of their ids, though sums taken in another order differ in their last digit', async () => {
  const workspace = await openWorkspace('graph-data', { ASTERISM_CACHE: 'off' });
  const { rows } = await workspace.ask('rank', { measures: 'pagerank', top: 0 });
  await workspace.close();
  const placed = rows.map(({ id, rank }) => ({ id, place: rank['pagerank']! }));
  const sorted = placed.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
  expect(placed).toEqual(sorted);
});
