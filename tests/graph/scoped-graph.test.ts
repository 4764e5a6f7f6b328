import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/contract/scope.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { applyScope, sourceRemoval } from '../../src/graph/scoped-graph.js';
import { smallDataset } from './small-dataset.js';

const knowledge = buildKnowledgeGraph(smallDataset());
const everything = { lens: 'everything', conduitsOnly: false };
const relationsOf = (scope: Scope, defaults = everything) => {
  const scoped = applyScope(knowledge, scope, defaults);
  return knowledge.relations.filter((_, i) => scoped.relations[i] === 1).map((relation) => relation.id);
};

describe('applyScope', () => {
  it('lets everything in when nothing is asked', () => {
    expect(applyScope(knowledge, {}, everything).answer).toEqual({
      lens: 'everything',
      conduitsOnly: false,
      entities: 7,
      relations: 8,
      undated: 6,
      mayHold: 0,
      unjudged: 0,
    });
  });
  it('keeps to conduits unless types are named or all are let in', () => {
    const conduits = { lens: 'everything', conduitsOnly: true };
    expect(relationsOf({}, conduits)).not.toContain('a-e');
    expect(relationsOf({ allTypes: true }, conduits)).toContain('a-e');
    expect(relationsOf({ type: ['rivals'] }, conduits)).toEqual(['a-e']);
  });
  it('joins the limits of a lens with those of the asker', () => {
    expect(
      applyScope(knowledge, { kind: ['mission'] }, { lens: 'actors', conduitsOnly: false }).answer.entities,
    ).toBe(0);
    expect(applyScope(knowledge, {}, { lens: 'actors', conduitsOnly: false }).answer.entities).toBe(6);
  });
  it('keeps actual entities as ends of what is planned, and only as that', () => {
    const planned = applyScope(knowledge, { status: ['planned'] }, everything);
    const inScope = knowledge.entities.filter((_, i) => planned.entities[i] === 1);
    expect(relationsOf({ status: ['planned'] })).toEqual(['g-p']);
    expect(inScope.map(({ id }) => id).sort()).toEqual(['gamma', 'probe']);
    expect(planned.answer.entities).toBe(2);
    expect(relationsOf({ status: ['actual'] })).not.toContain('g-p');
    expect(applyScope(knowledge, { status: ['actual'] }, everything).answer.entities).toBe(6);
    // Without the source of the relation its actual end goes, the planned one stays.
    expect(sourceRemoval(planned)('gazette')!.answer.entities).toBe(1);
    expect(
      applyScope(knowledge, { status: ['planned'], without: ['gazette'] }, everything).answer.entities,
    ).toBe(1);
  });
  it('takes sub-kinds with their kind, and needs both ends of a relation', () => {
    const scoped = applyScope(knowledge, { kind: ['organisation'] }, everything);
    expect(scoped.answer.entities).toBe(4);
    expect(relationsOf({ kind: ['organisation'] })).toEqual(['a-b', 'a-b-2', 'b-g', 'i-i']);
  });
  it('knows what holds, may hold and does not hold on a date', () => {
    expect(relationsOf({ asOf: '2017-06' })).toContain('b-g');
    expect(relationsOf({ asOf: '2022' })).not.toContain('b-g');
    expect(relationsOf({ asOf: '2017-06' })).toContain('d-g');
    expect(relationsOf({ asOf: '2016' })).not.toContain('d-g');
    expect(relationsOf({ asOf: '2017-06', certainOnly: true })).toEqual(['b-g']);
    expect(relationsOf({ asOf: '2017-06', datedOnly: true })).toEqual(['b-g', 'd-g']);
    const { mayHold, undated } = applyScope(knowledge, { asOf: '2017-06' }, everything).answer;
    expect({ mayHold, undated }).toEqual({ mayHold: 6, undated: 5 });
  });
  it('leaves what does not exist yet out, with its relations', () => {
    expect(relationsOf({ asOf: '2025' })).not.toContain('g-p');
  });
  it('counts what cannot be judged instead of taking it for zero', () => {
    expect(relationsOf({ minConfidence: 0 })).not.toContain('d-e');
    expect(applyScope(knowledge, { minConfidence: 0.5 }, everything).answer.unjudged).toBe(1);
    expect(relationsOf({ minConfidence: 0.5 })).not.toContain('a-b-2');
    expect(relationsOf({ minConfidence: 0.8 })).toContain('a-b');
  });
  it('tells what had been published by a date', () => {
    expect(relationsOf({ knownBy: '2020' })).toEqual([]);
    expect(relationsOf({ knownBy: '2021' })).toContain('a-b');
    expect(relationsOf({ knownBy: '2021' })).not.toContain('d-e');
  });
  it('drops what rests on a source alone, and claims that only repeat it', () => {
    expect(relationsOf({ without: ['gazette'] })).toEqual(['d-e']);
    expect(relationsOf({ without: ['echo'] })).toHaveLength(8);
    expect(relationsOf({ without: ['gamma', 'a-b'] })).toEqual(['a-b-2', 'a-e', 'd-e', 'i-i']);
    expect(relationsOf({ without: ['old-gamma', 'a-b'] })).toEqual(['a-b-2', 'a-e', 'd-e', 'i-i']);
  });
  it('lets nothing rest on a claim that was withdrawn, while there are others', () => {
    const dataset = smallDataset();
    const relations = dataset.relations.map((relation) => {
      const [claim] = relation.claims;
      const withdrawn = { ...claim!, source: 'rumour', retracted: '2023' };
      if (relation.id === 'b-g') return { ...relation, claims: [claim!, withdrawn] };
      return relation.id === 'd-e' ? { ...relation, claims: [withdrawn] } : relation;
    });
    const withdrawn = buildKnowledgeGraph({ ...dataset, relations });
    const left = (without: string[]) => {
      const scoped = applyScope(withdrawn, { without }, everything);
      return withdrawn.relations.filter((_, i) => scoped.relations[i] === 1).map(({ id }) => id);
    };
    expect(left(['gazette'])).toEqual(['d-e']);
    expect(left(['echo'])).toHaveLength(8);
    expect(left(['rumour'])).not.toContain('d-e');
  });
  it.each([
    [{ kind: ['planet'] }, /kind: there is no 'planet'. Known: organisation/],
    [{ type: ['eats'] }, /type: there is no 'eats'/],
    [{ lens: 'rose' }, /lens: there is no 'rose'/],
    [{ collection: ['x'] }, /collection: there is no 'x'. Known: small/],
    [{ asOf: '2016-13' }, /^asOf: .*13/],
    [{ without: ['nobody'] }, /without: no entity, relation or source/],
  ] as [Scope, RegExp][])('names what it does not know: %j', (scope, message) => {
    expect(() => applyScope(knowledge, scope, everything)).toThrow(message);
  });
});

it('tied leaves out who has no relation in scope', () => {
  const tied = applyScope(knowledge, { tied: true, type: ['allied-with'] }, everything);
  expect(tied.answer.entities).toBe(2);
  expect(knowledge.entities.filter((_, i) => tied.entities[i] === 1).map(({ id }) => id)).toEqual([
    'delta',
    'epsilon',
  ]);
});

describe('sourceRemoval', () => {
  it.each<[string, Scope]>([
    ['everything', {}],
    ['a source gone already', { without: ['echo'] }],
    ['only who is tied', { tied: true }],
    ['a date', { asOf: '2019', kind: ['organisation', 'nation'] }],
  ])('gives what the scope gives without the source: %s', (_, scope) => {
    const scoped = applyScope(knowledge, scope, everything);
    const without = sourceRemoval(scoped);
    for (const source of knowledge.sources.keys()) {
      const expected = applyScope(
        knowledge,
        { ...scope, without: [...(scope.without ?? []), source] },
        everything,
      );
      const left = without(source);
      expect((left ?? scoped).relations, source).toEqual(expected.relations);
      expect((left ?? scoped).entities, source).toEqual(expected.entities);
      expect((left ?? scoped).answer.entities).toBe(expected.answer.entities);
    }
    // What repeats another falls with it, alone it carries nothing.
    expect(without('echo')).toBeUndefined();
    expect(without('gazette')).toBeDefined();
  });
});
