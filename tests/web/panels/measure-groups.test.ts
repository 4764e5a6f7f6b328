import { describe, expect, it } from 'vitest';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import { groupMeasures } from '../../../web/src/panels/measure-groups.js';

const measures = ['new-one', 'strength', 'pagerank', 'brokerage-liaison', 'degree', 'hub'].map(
  (id) => ({ id }) as MeasureDescription,
);

describe('groupMeasures', () => {
  it('puts the usual ones first, in their own order, and loses none', () => {
    const { usual, more } = groupMeasures(measures);
    expect(usual.map(({ id }) => id)).toEqual(['degree', 'pagerank']);
    expect(more.map(({ title, measures: held }) => [title, held.map(({ id }) => id)])).toEqual([
      ['Ties and reach', ['strength']],
      ['Standing', ['hub']],
      ['Brokerage', ['brokerage-liaison']],
      ['Others', ['new-one']],
    ]);
  });
});
