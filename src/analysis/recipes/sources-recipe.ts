/** Which publications carry the graph. */
import { questions } from '../../contract/questions.js';
import { answerSources } from '../answers/show-records.js';
import { scopeOf } from '../context.js';
import type { Recipe } from './recipe.js';

export const sourcesRecipe: Recipe = {
  of: 0,
  takes: ['top'],
  async compile(context, asked) {
    const found = answerSources(context, questions.sources.parameters.parse(scopeOf(asked)));
    return { scope: found.scope, answers: { sources: found } };
  },
};
