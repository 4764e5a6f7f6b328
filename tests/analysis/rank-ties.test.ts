/** Ties by betweenness: values by hand, relations sharing what their tie carries. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/analysis/ask.js';
import { Context } from '../../src/analysis/context.js';
import { questions } from '../../src/contract/questions.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { smallDataset } from '../graph/small-dataset.js';

const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');
/** `from to value`, then the relations with their parts. */
const tiesOf = async (parameters: Record<string, unknown>) => {
  const answer = await ask(context, 'ties', { raw: true, ...parameters });
  questions.ties.answer.parse(answer);
  return answer.ties.map(({ from, to, value, relations }) =>
    [from.id, to.id, value, ...relations.map((relation) => `${relation.id} ${relation.value}`)].join(' '),
  );
};

// Alpha – Beta – Gamma – Delta – Epsilon, and an island: a tie of a chain carries the pairs on its two sides.
describe('ties', () => {
  it('carry the pairs on their two sides, parallel relations sharing', async () => {
    expect(await tiesOf({})).toEqual([
      'beta gamma 6 b-g 6',
      'delta gamma 6 d-g 6',
      'alpha beta 4 a-b 2 a-b-2 2',
      'delta epsilon 4 d-e 4',
    ]);
    const { ties, total, unit } = await ask(context, 'ties', { top: 1 });
    expect([total, unit]).toEqual([4, 'share of pairs']);
    expect(ties[0]).toMatchObject({ value: 6 / 15, rank: 1, bridge: true });
  });
  it('follow direction; symmetric relations go both ways', async () => {
    // Along ownership nobody passes Gamma; from Epsilon the way to it leads through Delta.
    expect((await tiesOf({ direction: 'out' })).sort()).toEqual([
      'alpha beta 2 a-b 1 a-b-2 1',
      'beta gamma 2 b-g 2',
      'delta epsilon 1 d-e 1',
      'delta gamma 2 d-g 2',
      'epsilon delta 2 d-e 2',
    ]);
    expect((await tiesOf({ direction: 'in' })).sort()).toEqual([
      'beta alpha 2 a-b 1 a-b-2 1',
      'delta epsilon 2 d-e 2',
      'epsilon delta 1 d-e 1',
      'gamma beta 2 b-g 2',
      'gamma delta 2 d-g 2',
    ]);
  });
  it('of parallel distances the shortest carries the tie', async () => {
    expect(await tiesOf({ distance: 'stake', type: 'owns', kind: 'company' })).toEqual([
      'alpha beta 2 a-b-2 2',
      'beta gamma 2 b-g 2',
    ]);
    await expect(tiesOf({ distance: 'stake' })).rejects.toThrow(/has no 'stake'/);
  });
  it('a scope without ties has none', async () => {
    expect(await tiesOf({ kind: 'mission' })).toEqual([]);
  });
});
