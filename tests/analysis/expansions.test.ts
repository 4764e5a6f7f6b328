/** Neighbours beyond a lens, where they come to stand, and hubs on paths. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import { placeBeside } from '../../src/analysis/place-beside.js';
import { type QuestionId, questions } from '../../src/contract/questions.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { Ontology } from '../../src/model/ontology.js';
import { smallDataset } from '../graph/small-dataset.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');
async function answer<Q extends QuestionId>(question: Q, parameters: unknown, of = context) {
  const given = await ask(of, question, parameters);
  questions[question].answer.parse(given);
  return given;
}

describe('a graph beyond its scope', () => {
  it('counts the neighbours that all types and kinds give, whatever the lens keeps', async () => {
    const { entities } = await answer('graph', { type: 'allied-with' });
    // Alpha: Beta, and its rival Epsilon. Gamma: Beta, Delta, and the probe that the lens leaves out. The island owns but itself.
    expect(Object.fromEntries(entities.id.map((id, row) => [id, entities.neighbors[row]]))).toEqual({
      alpha: 2,
      beta: 2,
      delta: 2,
      epsilon: 2,
      gamma: 3,
      island: 0,
    });
  });
  it('adds neighbours by type and direction, with their relations, and moves nobody', async () => {
    const before = await answer('graph', {});
    const after = await answer('graph', { expand: ['out:owns:gamma'] });
    expect(after.entities.id).toEqual([...before.entities.id, 'probe']);
    expect(after.relations.id).toEqual([...before.relations.id.slice(0, -1), 'g-p', 'i-i']);
    expect(after.entities.x.slice(0, -1)).toEqual(before.entities.x);
    expect(after.entities.x.at(-1)).not.toBeNaN();
    expect(after.scope).toMatchObject({ entities: 7, relations: 8, undated: before.scope.undated + 1 });
    expect((await answer('graph', { expand: 'in:owns:gamma' })).entities.id).toEqual(before.entities.id);
    expect((await answer('graph', { expand: 'probe' })).relations.id).toEqual(after.relations.id);
  });
  it('brings a relation that the scope refused between two that it holds', async () => {
    const parameters = { type: 'owns', lens: 'actors' };
    expect((await answer('graph', parameters)).relations.id).not.toContain('a-e');
    expect((await answer('graph', { ...parameters, expand: 'both:rivals:alpha' })).relations.id).toContain(
      'a-e',
    );
  });
  it('adds nothing that was not yet known, and names what it does not know', async () => {
    const known = await answer('graph', { knownBy: '2020', expand: 'out:owns:gamma' });
    expect(known.entities.id).not.toContain('probe');
    await expect(answer('graph', { expand: 'out:ovns:gamma' })).rejects.toThrow(
      /no relation type 'ovns'.*owns/,
    );
    await expect(answer('graph', { expand: 'out:owns:nobody' })).rejects.toMatchObject({
      code: 'unknown-entity',
    });
  });
});

describe('places beside a layout', () => {
  it('are near the neighbours, apart from everybody, the same each time', () => {
    const place = () => {
      const x = Float64Array.from([0, 10, 0, 10, ...Array<number>(30).fill(Number.NaN)]);
      const y = Float64Array.from([0, 0, 10, 10, ...Array<number>(30).fill(Number.NaN)]);
      placeBeside({ x, y }, () => [1]);
      return [...x].map((value, star) => [value, y[star]!] as const);
    };
    const places = place();
    expect(place()).toEqual(places);
    expect(places.slice(0, 4)).toEqual([
      [0, 0],
      [10, 0],
      [0, 10],
      [10, 10],
    ]);
    // A quarter of a hundred is a star's share of ground; half its side is kept free.
    places.forEach(([x, y], star) => {
      for (const [otherX, otherY] of places.slice(0, star))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThanOrEqual(2.5);
      if (star >= 4) expect(Math.hypot(x - 10, y)).toBeLessThan(14);
    });
  });
  it('are as far apart beside a picture that is all but a line', () => {
    const x = Float64Array.of(0, 100, Number.NaN, Number.NaN, Number.NaN);
    const y = Float64Array.of(0, 0.1, Number.NaN, Number.NaN, Number.NaN);
    placeBeside({ x, y }, () => [0, 1]);
    for (let star = 0; star < 5; star++)
      for (let other = 0; other < star; other++)
        expect(Math.hypot(x[star]! - x[other]!, y[star]! - y[other]!)).toBeGreaterThan(20);
  });
  it('are found where nothing stands yet', () => {
    const [x, y] = [Float64Array.from([Number.NaN, Number.NaN]), Float64Array.from([Number.NaN, Number.NaN])];
    placeBeside({ x, y }, () => []);
    expect(Math.hypot(x[0]! - x[1]!, y[0]! - y[1]!)).toBeGreaterThanOrEqual(1);
  });
});

describe('hubs on a path', () => {
  const dataset = smallDataset();
  const { record } = dataset.ontology;
  const kinds = record.kinds.map((kind) => (kind.id === 'nation' ? { ...kind, hub: true } : kind));
  const withHubs = new Context(
    buildKnowledgeGraph({ ...dataset, ontology: new Ontology({ ...record, kinds }) }),
    '0.0.0',
  );
  it('are those of a kind that the ontology calls one, with the way round', async () => {
    const parameters = { from: 'alpha', to: 'gamma', mode: 'all', allTypes: true };
    const { hubs } = await answer('path', parameters, withHubs);
    expect(hubs).toEqual([
      { id: 'delta', name: 'Delta', kind: 'nation', neighbors: 2, reason: 'kind', detour: 2 },
      { id: 'epsilon', name: 'Epsilon', kind: 'nation', neighbors: 2, reason: 'kind', detour: 2 },
    ]);
    const only = await answer(
      'path',
      { from: 'epsilon', to: 'gamma', avoid: 'alpha', allTypes: true },
      withHubs,
    );
    expect(only.hubs).toMatchObject([{ id: 'delta', detour: null }]);
    expect((await answer('path', parameters)).hubs).toEqual([]);
  });
  it('are no hubs where they were asked for', async () => {
    const asked = await answer(
      'path',
      { from: 'delta', to: 'alpha', via: 'epsilon', allTypes: true },
      withHubs,
    );
    expect(asked.paths[0]?.length).toBe(2);
    expect(asked.hubs).toEqual([]);
  });
});

describe('codes', () => {
  it.each(['63600', 'Unit 63600', '63600部队', 'unit-63600 (China)', 'COSPAR 2018-018A', '2018-018a'])(
    'search %s finds who bears the code, first',
    async (q) => {
      const dataset = smallDataset();
      const entities = dataset.entities.map((entity) =>
        entity.id === 'gamma'
          ? { ...entity, identifiers: { unitCode: [{ value: '63600' }], cospar: '2018-018A' } }
          : entity.id === 'beta'
            ? { ...entity, aliases: ['Unit 436', '63610', '2018-018'] }
            : entity,
      );
      const coded = new Context(buildKnowledgeGraph({ ...dataset, entities }), '0.0.0');
      const [first] = (await answer('search', { q }, coded)).hits;
      expect(first).toMatchObject({ id: 'gamma' });
      expect(first!.score).toBeGreaterThanOrEqual(0.97);
    },
  );
});
