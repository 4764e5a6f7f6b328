import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import { type QuestionId, questions } from '../../src/contract/questions.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { smallDataset } from '../graph/small-dataset.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');
const answer = async <Q extends QuestionId>(question: Q, parameters: unknown) => {
  const given = await ask(context, question, parameters);
  // Every answer must have the very shape that the contract publishes.
  questions[question].answer.parse(given);
  return given;
};

describe('answers', () => {
  it('meta counts names and collections', async () => {
    const meta = await answer('meta', {});
    expect(meta.collections).toEqual([
      {
        id: 'small',
        title: 'Small',
        licence: 'CC0-1.0',
        maintainer: 'tests',
        entities: 7,
        relations: 8,
        sources: 3,
      },
    ]);
    expect(meta.names).toBeGreaterThan(10);
  });
  it('stats: islands, density, undated share', async () => {
    const stats = await answer('stats', {});
    expect(stats.components).toEqual({ count: 2, largest: 6 });
    expect(stats.density).toBeCloseTo(6 / 21, 12);
    expect(stats.undatedShare).toBe(6 / 8);
    expect(stats.disputed).toBe(1);
    expect(stats.byKind).toEqual({ company: 3, nation: 2, mission: 1, organisation: 1 });
  });
  it('stats: all counts are those of the scope', async () => {
    const whole = await answer('stats', {});
    expect([whole.sources, whole.byCollection]).toEqual([
      3,
      { small: { entities: 7, relations: 8, sources: 3 } },
    ]);
    const nations = await answer('stats', { kind: 'nation' });
    expect([nations.entities, nations.relations, nations.sources]).toEqual([2, 1, 1]);
    expect(nations.byCollection).toEqual({ small: { entities: 2, relations: 1, sources: 1 } });
    const { sources } = await answer('sources', { kind: 'nation' });
    expect(sources.map(({ id }) => id)).toEqual(['rumour']);
  });
  it('audit: sources, origins, dates, names and islands of each collection and in all', async () => {
    const { collections, all } = await answer('audit', {});
    expect(all).toEqual({
      entities: 7,
      relations: 8,
      claims: 10,
      publications: 3,
      largestShares: [
        { id: 'gazette', title: 'The gazette', claims: 8 },
        { id: 'echo', title: 'The echo', claims: 1 },
        { id: 'rumour', title: 'The rumour', claims: 1 },
      ],
      // One is told by two sources, of which one repeats the other.
      oneSource: 7,
      independent: 0,
      undated: 6,
      contested: 2,
      outOfTime: 0,
      names: { zh: 1, 'zh-Latn': 1 },
      orphans: 0,
      largestComponent: 6,
    });
    expect(collections).toEqual({ small: all });
  });
  it('audit: names relations that hold when one of their ends does not', async () => {
    const dataset = smallDataset();
    const entities = dataset.entities.map((entity) =>
      entity.id === 'gamma' ? { ...entity, period: '2017/..' } : entity,
    );
    const context = new Context(buildKnowledgeGraph({ ...dataset, entities }), '0.0.0');
    const { all, outOfTime } = await ask(context, 'audit', {});
    expect(all.outOfTime).toBe(1);
    // `d-g` began in 2018, or in one of the years beside it.
    expect(outOfTime).toEqual([{ relation: 'b-g', period: '2016/2020', entity: 'gamma', life: '2017/..' }]);
  });
  it.each([
    ['gamma works', 'gamma'],
    ['GW', 'gamma'],
    ['阿尔法', 'alpha'],
    ["Ā'ěrfǎ", 'alpha'],
    ['aerfa', 'alpha'],
    ['gama', 'gamma'],
    ['old-gamma', 'gamma'],
  ])('search %s finds %s first', async (q, id) => {
    expect((await answer('search', { q })).hits[0]?.id).toBe(id);
  });
  it('show groups relations by type, in the order of the ontology, and direction', async () => {
    const shown = await answer('show', { id: 'Gamma Works' });
    expect(
      shown.relations.map(({ label, direction, relations }) => [
        label,
        direction,
        relations.map(({ id }) => id),
      ]),
    ).toEqual([
      ['owns', 'out', ['g-p']],
      ['is owned by', 'in', ['b-g', 'd-g']],
    ]);
  });
  it('an ambiguous name lists its bearers, an unknown one the nearest', async () => {
    await expect(answer('show', { id: 'Twin' })).rejects.toMatchObject({
      code: 'ambiguous-name',
      members: { candidates: [{ id: 'delta' }, { id: 'epsilon' }] },
    });
    await expect(answer('show', { id: 'Gama Works' })).rejects.toMatchObject({
      code: 'unknown-entity',
      members: { nearest: [{ id: 'gamma' }] },
    });
  });
  it('an unknown parameter is named, with the nearest', async () => {
    await expect(answer('rank', { mesures: 'degree' })).rejects.toThrow(
      /'mesures' \(did you mean 'measures'\?\)/,
    );
    await expect(answer('rank', { top: 'many' })).rejects.toThrow(/^top: /);
    await expect(answer('path', { from: 'alpha' })).rejects.toThrow('to: is needed');
  });
  it('neighbors goes to a depth, nearest first, and counts what it hides', async () => {
    const near = await answer('neighbors', { id: 'beta', depth: '1' });
    expect(near.entities.map(({ id, distance, hidden }) => [id, distance, hidden])).toEqual([
      ['beta', 0, 0],
      ['alpha', 1, 1],
      ['gamma', 1, 2],
    ]);
    expect(near.relations.map(({ id }) => id)).toEqual(['a-b', 'a-b-2', 'b-g']);
    expect(await answer('neighbors', { id: 'beta', depth: 2, top: 2 })).toMatchObject({
      truncated: true,
      entities: [{ id: 'beta' }, { id: 'alpha' }],
    });
  });
  it('a relation shows its origins and its dispute', async () => {
    const { relation } = await answer('relation', { id: 'a-b-2' });
    expect(relation).toMatchObject({ disputed: true, origins: { least: 1, most: 1 }, knownBy: '2021-03-01' });
    expect(relation.confidence).toBeCloseTo(0.8 * 0.2, 12);
    expect((await answer('relation', { id: 'a-b' })).relation.origins).toEqual({ least: 1, most: 1 });
    await expect(answer('relation', { id: 'a-bb' })).rejects.toMatchObject({ code: 'unknown-relation' });
  });
  it('a source tells what rests on it alone', async () => {
    const { sources } = await answer('sources', {});
    expect(sources.map(({ id, claims, relations, sole }) => [id, claims, relations, sole])).toEqual([
      ['gazette', 8, 7, 6],
      ['echo', 1, 1, 0],
      ['rumour', 1, 1, 1],
    ]);
    expect((await answer('source', { id: 'rumour' })).relations.map(({ id }) => id)).toEqual(['d-e']);
  });
  it('graph gives columns of one length, positions included', async () => {
    const { entities, relations } = await answer('graph', { lens: 'everything' });
    const lengths = (columns: object) =>
      new Set(Object.values(columns).flatMap((column) => (Array.isArray(column) ? [column.length] : [])));
    expect([...lengths(entities)]).toEqual([7]);
    expect([...lengths(relations)]).toEqual([8]);
    expect(relations.from.map((from, i) => `${entities.id[from]}>${entities.id[relations.to[i]!]}`)[0]).toBe(
      'alpha>beta',
    );
    expect(new Set(entities.x.map((x, i) => `${x} ${entities.y[i]}`)).size).toBe(7);
  });
});

describe('path', () => {
  const chain = (path: { nodes: { id: string }[] } | undefined) => path?.nodes.map(({ id }) => id).join(' ');
  it('tells the steps, which way their relations point, and the weakest', async () => {
    const { paths } = await answer('path', { from: 'alpha', to: 'epsilon' });
    expect(chain(paths[0])).toBe('alpha beta gamma delta epsilon');
    expect(paths[0]!.steps.map((step) => [step.forward, step.relations.map(({ id }) => id)])).toEqual([
      [true, ['a-b', 'a-b-2']],
      [true, ['b-g']],
      [false, ['d-g']],
      [true, ['d-e']],
    ]);
    expect(paths[0]).toMatchObject({ length: 4, weakest: 3, confidence: null });
    expect(paths[0]!.steps[0]!.confidence).toBeCloseTo(0.8, 12);
  });
  it('reads relations along or against their direction', async () => {
    expect((await answer('path', { from: 'alpha', to: 'gamma', direction: 'out' })).paths).toHaveLength(1);
    expect((await answer('path', { from: 'alpha', to: 'gamma', direction: 'in' })).paths).toEqual([]);
    expect(chain((await answer('path', { from: 'gamma', to: 'alpha', direction: 'in' })).paths[0])).toBe(
      'gamma beta alpha',
    );
  });
  it('passes via, avoids, keeps to a length', async () => {
    const wide = { from: 'alpha', to: 'epsilon', allTypes: 'true', mode: 'k-shortest' };
    expect((await answer('path', wide)).paths.map(chain)).toEqual([
      'alpha epsilon',
      'alpha beta gamma delta epsilon',
    ]);
    expect((await answer('path', { ...wide, via: ['Gamma Works'] })).paths.map(chain)).toEqual([
      'alpha beta gamma delta epsilon',
    ]);
    expect((await answer('path', { ...wide, avoid: 'beta' })).paths.map(chain)).toEqual(['alpha epsilon']);
    expect((await answer('path', { ...wide, maxLength: 3 })).paths).toHaveLength(1);
    await expect(answer('path', { ...wide, avoid: 'alpha' })).rejects.toThrow(/where the path must pass/);
    for (const via of ['alpha', 'epsilon', ['beta', 'beta']])
      await expect(answer('path', { ...wide, via })).rejects.toThrow(/^via: '\w+' is on the path already/);
  });
  it.each(['path', 'cut'] as const)('%s is refused from an entity to itself', async (question) => {
    await expect(answer(question, { from: 'beta', to: 'Beta' })).rejects.toThrow(
      /^to: is the same entity as `from`/,
    );
  });
  it('without a path says where it looked and what would find one', async () => {
    const none = await answer('path', { from: 'alpha', to: 'epsilon', asOf: '2022', maxLength: 4 });
    expect(none.paths).toEqual([]);
    expect(none.searched).toEqual({ entities: 6, relations: 5, maxLength: 4 });
    expect(none.relaxations.map(({ parameters }) => parameters)).toEqual([
      { asOf: null },
      { allTypes: true },
    ]);
    expect((await answer('path', { from: 'alpha', to: 'island' })).relaxations).toEqual([]);
  });
});

describe('rank', () => {
  it('sorts by the first measure, ties by id, equals sharing a place', async () => {
    const ranking = await answer('rank', { measures: 'degree,betweenness', top: 0 });
    expect(ranking.scope).toMatchObject({ lens: 'actors', conduitsOnly: true });
    expect(ranking.rows.map(({ id, values, rank }) => [id, values.degree, rank.degree])).toEqual([
      ['beta', 0.4, 1],
      ['delta', 0.4, 1],
      ['gamma', 0.4, 1],
      ['alpha', 0.2, 4],
      ['epsilon', 0.2, 4],
      ['island', 0, 6],
    ]);
    expect(ranking.rows[0]!.values.betweenness).toBeCloseTo(3 / 10, 12);
  });
  it('raw values, a distance, and what a measure does not take', async () => {
    const raw = await answer('rank', { measures: 'betweenness', raw: true, top: 1 });
    expect(raw.rows).toMatchObject([{ id: 'gamma', values: { betweenness: 4 } }]);
    expect(raw).toMatchObject({
      total: 6,
      measures: [{ unit: 'pairs', parameters: { direction: 'any', raw: true } }],
    });
    await expect(answer('rank', { measures: 'degree', distance: 'stake' })).rejects.toThrow(
      /takes no distance/,
    );
    await expect(answer('rank', { measures: 'degre' })).rejects.toThrow(/did you mean degree/);
  });
  it('approximate betweenness tells its guarantee, and keeps it', async () => {
    const exact = await answer('rank', { measures: 'betweenness', top: 0 });
    expect(exact.measures[0]).not.toHaveProperty('hint');
    const drawn = await answer('rank', { measures: 'betweenness', top: 0, approximate: '0.02', seed: 7 });
    expect(drawn.measures[0]!.parameters).toMatchObject({
      approximate: 0.02,
      seed: 7,
      guarantee: 'no normalised score is off by more than 0.02, with probability 0.95',
    });
    expect(drawn.measures[0]!.parameters['samples']).toBeGreaterThan(5_000);
    const expected = new Map(exact.rows.map(({ id, values }) => [id, values['betweenness']!]));
    for (const { id, values } of drawn.rows) {
      expect(Math.abs(values['betweenness']! - expected.get(id)!)).toBeLessThan(0.02);
    }
    await expect(answer('rank', { measures: 'degree', approximate: 0.1 })).rejects.toThrow(
      /takes no approximate/,
    );
    await expect(answer('rank', { measures: 'betweenness', approximate: 0 })).rejects.toThrow(/approximate/);
  });
});
