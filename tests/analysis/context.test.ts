/** What is kept ready between questions. */
import { expect, it } from 'vitest';
import { Context } from '../../src/analysis/context.js';
import { buildKnowledgeGraph } from '../../src/graph/knowledge-graph.js';
import { smallDataset } from '../graph/small-dataset.js';

it('a scope that is asked for again and again stays ready', () => {
  const context = new Context(buildKnowledgeGraph(smallDataset()), '0.0.0');
  const usual = { lens: 'everything', conduitsOnly: false };
  const hot = context.scope({}, usual);
  for (let year = 2000; year < 2040; year++) {
    context.scope({ asOf: String(year) }, usual);
    expect(context.scope({}, usual)).toBe(hot);
  }
});
