/** What began, ended and rose between two dates. */
import { AppError } from '../../contract/errors.js';
import { questions } from '../../contract/questions.js';
import { answerCompare } from '../answers/compare-dates.js';
import { scopeOf } from '../context.js';
import type { Recipe } from './recipe.js';

export const changesRecipe: Recipe = {
  of: 0,
  takes: ['from', 'to', 'measure', 'top', 'direction', 'distance', 'strength', 'near'],
  async compile(context, asked, _of, control) {
    const { from, to, measure, top, direction, distance, strength, near } = asked;
    for (const [parameter, value] of Object.entries({ from, to })) {
      if (value === undefined) {
        throw new AppError('invalid-parameter', `${parameter}: is needed, a date such as 2016.`, {
          parameter,
        });
      }
    }
    if (measure !== undefined && measure.length > 1) {
      throw new AppError('invalid-parameter', 'measure: one is compared; ask for the others apart.', {
        parameter: 'measure',
      });
    }
    const compare = await answerCompare(
      context,
      questions.compare.parameters.parse({
        ...scopeOf(asked),
        from,
        to,
        measure: measure?.[0],
        top,
        direction,
        distance,
        strength,
        near,
      }),
      control,
    );
    return { scope: compare.scope, answers: { compare } };
  },
};
