/** What the opening stories say holds on the graph that they are told of. */
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/workspace.js';

const opening = openWorkspace('graph-data', { ...process.env, ASTERISM_CACHE: 'off' });
afterAll(async () => (await opening).close());

describe('opening stories', async () => {
  const { ask, ontology } = await opening;
  const steps = ontology.record.openings.flatMap(({ id, steps: list }) =>
    list.map(({ view }, i) => [`${id}, step ${i + 1}`, new URLSearchParams(view)] as const),
  );

  it('have three to five steps', () =>
    expect(ontology.record.openings.map(({ id, steps: { length } }) => [id, length])).toEqual([
      ['strategic-support-force', 5],
      ['argentina', 4],
      ['brokers', 5],
    ]));

  it.each(steps)('%s names what the graph holds', async (_, view) => {
    const [, what, id] = /^(entity|relation):(.*)$/.exec(view.get('select') ?? '') ?? [];
    if (what === 'entity') await ask('show', { id });
    if (what === 'relation') await ask('relation', { id });
    for (const field of ['focus', 'from', 'to', 'avoid', 'without'])
      if (view.has(field)) await ask('show', { id: view.get(field) });
    const lens = view.get('lens') ?? undefined;
    if (lens !== undefined) expect(ontology.lens(lens)).toBeDefined();
  });

  it('tell of the way from Argentina what the paths say', async () => {
    const ends = { from: 'argentina', to: 'pla-aerospace-force' };
    expect((await ask('path', ends)).paths[0]).toMatchObject({ length: 3, weakest: 1 });
    const [credible] = (await ask('path', { ...ends, mode: 'credible', k: 1 })).paths;
    expect(credible?.length).toBe(4);
    expect(credible?.nodes.slice(1, 3).map(({ id }) => id)).toEqual([
      'argentina-china-deep-space-agreement',
      'china',
    ]);
    const { relation } = await ask('relation', {
      id: 'peoples-liberation-army--operates--patagonia-deep-space-station--military-use',
    });
    expect(new Set(relation.claims.map(({ stance }) => stance))).toEqual(new Set(['supports', 'disputes']));
    expect(relation.confidence).toBeLessThan(0.1);
  });

  it('tell of brokers what the rankings say', async () => {
    const first = async (parameters: object) =>
      (await ask('rank', { top: 8, ...parameters })).rows.map(({ id, kind }) => ({ id, kind }));
    const collective = 'chinese-commercial-space-firms';
    expect((await first({ measures: 'betweenness' }))[0]?.id).toBe(collective);
    const without = await first({ measures: 'betweenness', without: collective });
    expect(new Set(without.slice(0, 2).map(({ id }) => id))).toEqual(new Set(['china', 'casc']));
    const liaisons = await first({ lens: 'industry-and-ownership', measures: 'brokerage-liaison' });
    expect(new Set(liaisons.slice(0, 2).map(({ id }) => id))).toEqual(new Set(['casc', 'cnsa']));
    expect(liaisons.find(({ kind }) => kind === 'company')?.id).toBe('landspace');
  });

  it('tell of the Strategic Support Force what the claims say', async () => {
    const claims = async (id: string) => (await ask('relation', { id })).relation;
    const dissolved = await claims('central-military-commission--dissolved--strategic-support-force');
    expect(new Set(dissolved.claims.map(({ source }) => source)).size).toBe(3);
    for (const arm of ['aerospace', 'cyberspace'])
      expect((await claims(`pla-${arm}-force--succeeds--strategic-support-force`)).claims).toHaveLength(1);
    const rival = 'pla-information-support-force--succeeds--strategic-support-force--rival-accounts';
    expect((await claims(rival)).disputed).toBe(true);
  });
});
