/** Two dates side by side: what began, what ended, who rose. */
import { AppError } from '../../contract/errors.js';
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { positionsIn } from '../../graph/scoped-graph.js';
import { changeBetween, holdsOn, type Period, parseDate } from '../../model/period.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';
import { compareRanks } from '../movements.js';
import { makeEach } from '../other-work.js';
import { relationView } from '../views.js';

export async function answerCompare(
  context: Context,
  parameters: Parameters<'compare'>,
  control: TaskControl,
): Promise<Answer<'compare'>> {
  const { knowledge } = context;
  if (parameters.asOf !== undefined) {
    throw new AppError('invalid-parameter', 'asOf: the two dates are `from` and `to`; leave it out.', {
      parameter: 'asOf',
    });
  }
  const defaults = rankDefaults(knowledge.ontology);
  const scope = scopeOf(parameters);
  // What began is told whole, sanctions and rivalry too; ranks follow the scope.
  const all = context.scope({ ...scope, allTypes: true }, defaults);
  // Asked first, so that a date that cannot be read is named as it was given.
  const [earlier, later] = (['from', 'to'] as const).map((parameter) => {
    try {
      return context.scope({ ...scope, asOf: parameters[parameter] }, defaults);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new AppError(error.code, error.message.replace(/^asOf:/, `${parameter}:`), { parameter });
    }
  }) as [typeof all, typeof all];
  const [from, to] = [parseDate(parameters.from), parseDate(parameters.to)];
  if (from.min > to.min) {
    throw new AppError(
      'invalid-parameter',
      `from: ${parameters.from} is later than ${parameters.to}. Give the earlier date first.`,
      {
        parameter: 'from',
      },
    );
  }
  const changeOf = (period: Period | undefined) => changeBetween(holdsOn(period, from), holdsOn(period, to));
  const changed = (which: 'began' | 'ended') => {
    const found = positionsIn(all.relations).flatMap((i) => {
      const change = changeOf(knowledge.relationPeriods[i]);
      return change?.which === which ? [{ i, certain: change.certain }] : [];
    });
    return makeEach(found, control, ({ i, certain }) => ({ ...relationView(knowledge, i), certain }));
  };
  const entitiesChanged = (which: 'began' | 'ended') =>
    positionsIn(all.entities).flatMap((i) => {
      const change = changeOf(knowledge.entityPeriods[i]);
      return change?.which === which ? [{ ...context.reference(i), certain: change.certain }] : [];
    });
  const { measure, movements } = await compareRanks(context, earlier, later, parameters, control);
  const conduits = earlier.answer.conduitsOnly ? '; conduits only' : '';
  return {
    revision: knowledge.revision,
    scope: all.answer,
    from: parameters.from,
    to: parameters.to,
    began: await changed('began'),
    ended: await changed('ended'),
    entitiesBegan: entitiesChanged('began'),
    entitiesEnded: entitiesChanged('ended'),
    undated: all.answer.undated,
    measure: { ...measure, projection: `${measure.projection}${conduits}` },
    movements,
  };
}
