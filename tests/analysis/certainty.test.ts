/** Path modes, connections, cuts, changes, what falls, sensitivity and dependence, on the graph of a few actors. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import { type QuestionId, questions } from '../../src/contract/questions.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { openFile } from '../../src/workspace.js';
import { smallDataset } from '../graph/small-dataset.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');
const answer = async <Q extends QuestionId>(question: Q, parameters: unknown) => {
  const given = await ask(context, question, parameters);
  questions[question].answer.parse(given);
  return given;
};
const chain = (path: { nodes: { id: string }[] } | undefined | null) =>
  path?.nodes.map(({ id }) => id).join(' ');

describe('path modes', () => {
  const wide = { from: 'alpha', to: 'epsilon', allTypes: true };
  it('credible prefers a long chain of evidence to a short doubtful one', async () => {
    expect((await answer('path', { ...wide, mode: 'credible' })).paths.map(chain)).toEqual(['alpha epsilon']);
    // Without the rivalry the only way leads over a relation that cannot be judged: it is still found.
    const doubtful = await answer('path', { from: 'alpha', to: 'epsilon', mode: 'credible' });
    expect(doubtful.paths.map((path) => [chain(path), path.confidence])).toEqual([
      ['alpha beta gamma delta epsilon', null],
    ]);
  });
  it('disjoint paths share nobody between the ends', async () => {
    const { paths } = await answer('path', { ...wide, mode: 'disjoint' });
    expect(paths.map(chain)).toEqual(['alpha epsilon', 'alpha beta gamma delta epsilon']);
    await expect(answer('path', { ...wide, mode: 'disjoint', via: 'beta' })).rejects.toThrow(
      /^via: mode disjoint/,
    );
  });
  it('all, by way of somebody: does not call complete what it passed over', async () => {
    // From a to m by any of sixty, on to b by one.
    const ways = Array.from({ length: 60 }, (_, i) => [`a,x${i}`, `x${i},m`]).flat();
    const text = ['source,target', ...ways, 'm,b'].join('\n');
    const workspace = await openFile(new TextEncoder().encode(text), 'ways.csv');
    const asked = { from: 'a', to: 'b', mode: 'all' };
    const [straight, via] = [
      await workspace.ask('path', asked),
      await workspace.ask('path', { ...asked, via: 'm' }),
    ];
    await workspace.close();
    expect([straight.paths.length, straight.complete]).toEqual([60, true]);
    expect([via.paths.length, via.complete]).toEqual([50, false]);
  });
  it('disjoint says whether there are more', async () => {
    const asked = { ...wide, mode: 'disjoint' };
    expect(await answer('path', asked)).toMatchObject({ complete: true });
    expect(await answer('path', { ...asked, k: 1 })).toMatchObject({ complete: false, paths: [{}] });
  });
  it('disjoint within a length: ways that would make one another too long are not counted together', async () => {
    // Two ways that share nobody take four steps each; the only one of three steps uses a part of both.
    const ids = ['s', 'a', 'b', 't', 'u', 'v', 'w', 'x'];
    const ties = ['s-a', 'a-b', 'b-t', 'a-u', 'u-v', 'v-t', 's-w', 'w-x', 'x-b'];
    const small = smallDataset();
    const [company, relation] = [small.entities[0]!, small.relations[0]!];
    const trap = new Context(
      buildKnowledgeGraph({
        ...small,
        entities: ids.map((id) => ({ ...company, id, name: id, aliases: [], formerIds: [] })),
        relations: ties.map((id) => ({ ...relation, id, from: id[0]!, to: id[2]! })),
      }),
      '0.0.0',
    );
    const lengths = async (limits: object) =>
      (await ask(trap, 'path', { from: 's', to: 't', mode: 'disjoint', ...limits })).paths.map(
        ({ length }) => length,
      );
    expect(await lengths({})).toEqual([4, 4]);
    expect(await lengths({ maxLength: 4 })).toEqual([4, 4]);
    expect(await lengths({ maxLength: 3 })).toEqual([3]);
  });
  it('several given as one text are told to be given one by one', async () => {
    await expect(answer('connect', { ids: 'alpha,Gamma Works' })).rejects.toThrow(
      /one by one .*: 'alpha', 'Gamma Works'/,
    );
  });
  it('all paths up to a length, and whether that is all', async () => {
    expect(await answer('path', { ...wide, mode: 'all' })).toMatchObject({ complete: true, paths: [{}, {}] });
    expect(await answer('path', { ...wide, mode: 'all', maxLength: 3 })).toMatchObject({
      complete: true,
      paths: [{ length: 1 }],
    });
    expect(await answer('path', { ...wide, mode: 'all', k: 1 })).toMatchObject({
      complete: false,
      paths: [{ length: 1 }],
    });
  });
  it('time-respecting: ownership ended in 2020 cannot carry on what began in 2030', async () => {
    const timely = { mode: 'time-respecting', allTypes: true };
    expect((await answer('path', { from: 'beta', to: 'delta', ...timely })).paths.map(chain)).toEqual([
      'beta gamma delta',
    ]);
    expect(
      (await answer('path', { from: 'beta', to: 'delta', ...timely, avoid: 'gamma' })).paths.map(chain),
    ).toEqual(['beta alpha epsilon delta']);
  });
  /** Relations between s, a and t, named after their ends. */
  const timed = (periods: Readonly<Record<string, string | undefined>>) => {
    const small = smallDataset();
    const [company, relation] = [small.entities[0]!, small.relations[0]!];
    return new Context(
      buildKnowledgeGraph({
        ...small,
        entities: ['s', 'a', 't'].map((id) => ({ ...company, id, name: id, aliases: [], formerIds: [] })),
        relations: Object.entries(periods).map(([id, period]) => ({
          ...relation,
          id,
          from: id[0]!,
          to: id[1]!,
          ...(period === undefined ? {} : { period }),
        })),
      }),
      '0.0.0',
    );
  };
  const inTime = { from: 's', to: 't', mode: 'time-respecting' };
  it('time-respecting: a step tells every relation that can carry it before what must follow', async () => {
    const context = timed({
      sa1: undefined,
      sa2: '2014/..',
      sa3: '2020/2021',
      sa4: '2001/2002',
      at: '2018/2019',
    });
    const { paths } = await ask(context, 'path', inTime);
    expect(paths[0]!.steps.map(({ relations }) => relations.map(({ id }) => id))).toEqual([
      ['sa1', 'sa2', 'sa4'],
      ['at'],
    ]);
  });
  it('offers only what finds a path of the kind that was asked for', async () => {
    const { paths, relaxations } = await ask(timed({ sa: '2020', at: '2010' }), 'path', inTime);
    expect(paths).toEqual([]);
    expect(relaxations.map(({ parameters }) => parameters)).toEqual([{ mode: 'shortest' }]);
  });
});

describe('connect', () => {
  it('joins several by a small tree, each tie with its evidence', async () => {
    const joined = await answer('connect', { ids: ['alpha', 'delta', 'probe'] });
    expect(joined).toMatchObject({ connected: true, groups: [['alpha', 'delta', 'probe']] });
    expect(joined.steps.map(({ from, to, relations }) => [from, to, relations.length])).toEqual([
      ['alpha', 'beta', 2],
      ['beta', 'gamma', 1],
      ['delta', 'gamma', 1],
      ['gamma', 'probe', 1],
    ]);
    expect(joined.bound).toBeCloseTo(4 / 3, 12);
    expect(joined.entities.filter(({ terminal }) => terminal).map(({ id }) => id)).toEqual([
      'alpha',
      'delta',
      'probe',
    ]);
  });
  it('says who hangs together with whom when not all do', async () => {
    expect(await answer('connect', { ids: ['alpha', 'island', 'beta'] })).toMatchObject({
      connected: false,
      groups: [['alpha', 'beta'], ['island']],
    });
    await expect(answer('connect', { ids: ['alpha', 'Alpha'] })).rejects.toThrow(/two different/);
  });
});

describe('cut', () => {
  it('names whose removal parts two, or that none would', async () => {
    expect(await answer('cut', { from: 'alpha', to: 'delta' })).toMatchObject({
      size: 1,
      entities: [{ id: 'beta' }],
    });
    expect((await answer('cut', { from: 'alpha', to: 'delta', by: 'ties' })).ties).toMatchObject([
      { from: 'alpha', to: 'beta' },
    ]);
    expect((await answer('cut', { from: 'alpha', to: 'delta', allTypes: true })).size).toBe(2);
    expect(await answer('cut', { from: 'alpha', to: 'beta' })).toMatchObject({
      size: null,
      ties: [{ relations: [{ id: 'a-b' }, { id: 'a-b-2' }] }],
    });
    expect(await answer('cut', { from: 'alpha', to: 'island' })).toMatchObject({ size: 0 });
    expect(await answer('cut', { from: 'delta', to: 'beta', direction: 'out' })).toMatchObject({ size: 0 });
  });
});

describe('compare', () => {
  it('tells what began and ended, and how surely', async () => {
    const changes = await answer('compare', {
      from: '2015',
      to: '2022',
      lens: 'everything',
      measure: 'degree',
    });
    expect(changes.began.map(({ id, certain }) => [id, certain])).toEqual([['d-g', true]]);
    expect(changes.ended).toEqual([]);
    const later = await answer('compare', {
      from: '2016',
      to: '2031',
      lens: 'everything',
      measure: 'degree',
    });
    expect(later.ended.map(({ id }) => id)).toEqual(['b-g']);
    expect(later.entitiesBegan).toEqual([{ id: 'probe', name: 'Probe', kind: 'mission', certain: true }]);
    // The probe appears; gamma loses beta and gains delta and the probe.
    expect(later.movements[0]).toMatchObject({ id: 'probe', before: null });
    await expect(answer('compare', { from: '2020', to: '2010' })).rejects.toThrow(/2020 is later than 2010/);
    await expect(answer('compare', { from: '2010-13', to: '2020' })).rejects.toThrow(/^from: /);
  });
});

describe('without', () => {
  it('a source: what falls, what is weakened, who is cut off', async () => {
    const rumour = await answer('without', { source: 'rumour', from: 'alpha', to: 'epsilon' });
    expect(rumour.fallen.map(({ id }) => id)).toEqual(['d-e']);
    expect(rumour.cutOff.map(({ id }) => id)).toEqual(['epsilon']);
    expect(chain(rumour.path!.before)).toBe('alpha beta gamma delta epsilon');
    expect(rumour.path!.after).toBeNull();
    const echo = await answer('without', { source: 'echo' });
    expect(echo.fallen).toEqual([]);
    expect(
      echo.weakened.map(({ id, confidence, confidenceAfter }) => [id, confidence === confidenceAfter]),
    ).toEqual([['a-b', true]]);
  });
  it('a source: claims that only repeat it fall too, and weaken what stands without them', async () => {
    const dataset = smallDataset();
    const relations = dataset.relations.map((relation) => {
      if (relation.id !== 'd-e') return relation;
      const [claim] = relation.claims;
      return { ...relation, claims: [claim!, { ...claim!, source: 'echo', locator: 'p. 2' }] };
    });
    const repeating = new Context(buildKnowledgeGraph({ ...dataset, relations }), '0.0.0');
    const { weakened } = await ask(repeating, 'without', { source: 'gazette' });
    expect(weakened.map(({ id, confidence, confidenceAfter }) => [id, confidence, confidenceAfter])).toEqual([
      ['d-e', 0.8, null],
    ]);
  });
  it('reads the path before and after as it is asked to', async () => {
    const taken = { source: 'echo', from: 'beta', to: 'alpha' };
    const either = await answer('without', taken);
    const forth = await answer('without', { ...taken, direction: 'out' });
    const found = await answer('path', { from: 'beta', to: 'alpha', direction: 'out' });
    expect(chain(either.path?.before)).toBe('beta alpha');
    expect(chain(forth.path?.before)).toBe(found.paths.map(chain)[0]);
  });
  it('an entity takes its relations along', async () => {
    const gone = await answer('without', { entity: 'Gamma Works' });
    expect(gone.fallen.map(({ id }) => id)).toEqual(['b-g', 'd-g']);
    expect(gone.movements.find(({ id }) => id === 'gamma')).toMatchObject({ after: null });
    await expect(answer('without', {})).rejects.toThrow(/Say what to take away/);
    await expect(answer('without', { source: 'nobody' })).rejects.toMatchObject({ code: 'unknown-source' });
  });
});

describe('rank with its certainty', () => {
  it('sensitivity: intervals of ranks over seeded draws', async () => {
    const asked = { measures: 'degree', top: 0, sensitivity: 400 };
    const ranking = await answer('rank', asked);
    expect(ranking.sensitivity).toEqual({ draws: 400, seed: 1, topOf: 6, certain: 1 });
    expect(await answer('rank', asked)).toEqual(ranking);
    for (const { rank, interval } of ranking.rows) {
      const [low, high] = interval!.degree!;
      expect(low).toBeGreaterThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(6);
      expect(low).toBeLessThanOrEqual(rank.degree! + 3);
    }
    // The shares are the same however many rows are asked for, and never above one.
    const first = await answer('rank', { ...asked, top: 1 });
    expect(first.sensitivity).toEqual(ranking.sensitivity);
    expect(first.rows).toEqual(ranking.rows.slice(0, 1));
    for (const { topShare } of ranking.rows) expect(topShare!.degree).toBe(1);
    // Delta and epsilon hang on a relation that is always kept: epsilon has a tie in every draw, as alpha has not.
    const { rows } = await answer('rank', { ...asked, top: 3 });
    const share = (id: string) => rows.find((row) => row.id === id)!.topShare!.degree!;
    expect(share('delta')).toBeGreaterThan(0.95);
  });
  it('a draw keeps a relation as often as its confidence says', async () => {
    // Alpha and beta are joined unless both their relations are dropped: 1 − 0.2 · 0.84 = 0.832.
    const { rows } = await answer('rank', {
      measures: 'degree',
      top: 1,
      sensitivity: 4000,
      kind: 'company',
      without: 'gamma',
    });
    expect(rows[0]).toMatchObject({ id: 'alpha', interval: { degree: [1, 1] } });
  });
  it('dependence: the source that a rank rests on', async () => {
    const { rows } = await answer('rank', { measures: 'betweenness', top: 3, dependence: true });
    // Without the gazette nobody stands between anybody: all are equal first, gamma among them.
    expect(rows.map(({ id, dependence }) => [id, dependence?.source, dependence?.rank])).toEqual([
      ['gamma', undefined, undefined],
      ['beta', 'gazette', 1],
      ['delta', 'gazette', 1],
    ]);
  });
  it.each(['betweenness', 'degree', 'strength', 'pagerank'])(
    'dependence leaves out no source that moves a rank farther: %s',
    async (measure) => {
      for (const scope of [{}, { direction: 'out' }, { allTypes: true }, { tied: true }]) {
        const asked = { measures: measure, top: 0, ...scope };
        const { rows } = await answer('rank', { ...asked, dependence: true });
        const states = [];
        for (const source of [...context.knowledge.sources.keys()].sort()) {
          const { rows: left } = await answer('rank', { ...asked, without: source });
          states.push({ source, rank: new Map(left.map((row) => [row.id, row.rank[measure]!])) });
        }
        for (const row of rows) {
          const moves = states.map(({ source, rank }) => ({
            source,
            rank: rank.get(row.id) ?? null,
            by: Math.abs((rank.get(row.id) ?? Number.POSITIVE_INFINITY) - row.rank[measure]!),
          }));
          const most = Math.max(...moves.map(({ by }) => by));
          const first = most === 0 ? undefined : moves.find(({ by }) => by === most)!;
          expect([row.id, row.dependence?.source, row.dependence?.rank]).toEqual([
            row.id,
            first?.source,
            first?.rank,
          ]);
        }
      }
    },
  );
});
