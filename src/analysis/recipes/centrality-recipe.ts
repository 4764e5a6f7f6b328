/** Who matters: a ranking, who moved in it since an earlier date, the sources it rests on. */
import { AppError } from '../../contract/errors.js';
import { questions } from '../../contract/questions.js';
import type { ScopeAnswer } from '../../contract/scope.js';
import { answerCompare } from '../answers/compare-dates.js';
import { answerRank } from '../answers/rank-entities.js';
import { answerSources } from '../answers/show-records.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';
import { pictureOf } from '../picture.js';
import { type AskedReport, LEADING_MEASURES, MOST_IN_PICTURE, type Recipe } from './recipe.js';

/** What a ranking takes under the same names. */
const HOW_RANKED = [
  'distance',
  'strength',
  'near',
  'approximate',
  'sensitivity',
  'seed',
  'dependence',
] as const satisfies readonly (keyof AskedReport)[];

export const centralityRecipe: Recipe = {
  of: 0,
  takes: ['measure', 'top', 'direction', 'raw', ...HOW_RANKED, 'since'],
  async compile(context, asked, _of, control) {
    const { knowledge } = context;
    const { raw, since, asOf, ...rest } = asked;
    const scope = scopeOf(asked);
    if (since !== undefined && asOf === undefined) {
      throw new AppError(
        'invalid-parameter',
        'since: movements lead to the date of the ranking; add `asOf`, such as 2026.',
        { parameter: 'since' },
      );
    }
    if (since !== undefined && asked.approximate !== undefined) {
      throw new AppError(
        'invalid-parameter',
        'since: ranks by paths drawn at random move by chance alone; leave out `approximate`.',
        { parameter: 'since' },
      );
    }
    const measures = asked.measure ?? LEADING_MEASURES;
    const rank = await answerRank(
      context,
      questions.rank.parameters.parse({
        ...scope,
        measures,
        top: asked.top,
        direction: asked.direction,
        raw,
        ...Object.fromEntries(HOW_RANKED.map((field) => [field, asked[field]])),
      }),
      control,
    );
    const compare =
      since === undefined
        ? undefined
        : await answerCompare(
            context,
            questions.compare.parameters.parse({
              ...scopeOf(rest),
              from: since,
              to: asOf,
              measure: rank.measures[0]!.id,
              top: 0,
              direction: asked.direction,
              distance: asked.distance,
              strength: asked.strength,
              near: asked.near,
            }),
            control,
          );
    const ids = rank.rows.slice(0, MOST_IN_PICTURE).map(({ id }) => id);
    const scoped = context.scope(scope, rankDefaults(knowledge.ontology));
    return {
      scope: rank.scope,
      answers: {
        rank,
        sources: answerSources(context, sameRelations(context, rank.scope, scope)),
        ...(compare === undefined ? {} : { compare }),
      },
      picture: await pictureOf(context, scoped, ids, control),
    };
  },
};

/** The scope of an answer asked again of a question that starts from everything: its lens and its conduits spelled out. */
function sameRelations({ knowledge }: Context, { lens, conduitsOnly }: ScopeAnswer, scope: object) {
  const conduits = knowledge.ontology.record.types.filter(({ conduit }) => conduit).map(({ id }) => id);
  return { ...(conduitsOnly ? { type: conduits } : {}), ...scope, lens: lens ?? 'everything' };
}
