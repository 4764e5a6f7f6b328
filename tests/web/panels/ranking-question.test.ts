/** The question of a ranking: what a measure cannot take is not asked of it. */
import { expect, it, vi } from 'vitest';
import { questions } from '../../../src/contract/questions.js';

// The view reads the address when it is loaded.
vi.stubGlobal('location', { search: '', pathname: '/' });
vi.stubGlobal('window', { addEventListener: () => {} });
const { rankingQuestion, takersOf } = await import('../../../web/src/panels/ranking-question.js');

const measure = (id: string, accepts: ('direction' | 'distance' | 'strength' | 'near')[]) => ({
  id,
  accepts,
  title: id,
  question: '',
  unit: '',
  rawUnit: '',
  formula: '',
  projection: '',
  reference: '',
});
const measures = [measure('pagerank', ['direction', 'strength', 'near']), measure('degree', ['direction'])];
const view = { near: 'china,"a,b"', strength: 'tonnage', distance: 'km', seed: '7', sensitivity: '50' };

it('sends what every chosen measure takes, and nothing else', () => {
  const asked = rankingQuestion(view, measures, ['pagerank']);
  expect(asked).toMatchObject({ near: ['china', 'a,b'], strength: 'tonnage', seed: '7', sensitivity: '50' });
  expect(asked['distance']).toBeUndefined();
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  expect(questions.rank.parameters.parse(given)).toMatchObject({ near: ['china', 'a,b'], seed: 7 });
});

it('leaves out what one of them cannot take, and tells who can', () => {
  const asked = rankingQuestion(view, measures, ['pagerank', 'degree']);
  expect(asked['near']).toBeUndefined();
  expect(asked['strength']).toBeUndefined();
  expect(takersOf('near', measures, ['pagerank', 'degree'])).toMatchObject({
    all: false,
    some: [{ id: 'pagerank' }],
  });
  expect(takersOf('near', measures, [])).toEqual({ all: false, some: [] });
});
