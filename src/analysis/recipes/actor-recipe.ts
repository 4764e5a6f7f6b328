/** One actor: what is known of it, its ranks, and who stands around it. */
import { type Answer, questions } from '../../contract/questions.js';
import { answerRank } from '../answers/rank-entities.js';
import { answerShow } from '../answers/show-records.js';
import { scopeOf } from '../context.js';
import { VIEW_DEFAULTS } from '../defaults.js';
import { pictureOf } from '../picture.js';
import { LEADING_MEASURES, MOST_IN_PICTURE, type Recipe } from './recipe.js';

export const actorRecipe: Recipe = {
  of: 1,
  takes: ['measure', 'top', 'direction'],
  async compile(context, asked, [id], control) {
    const scope = scopeOf(asked);
    const show = await answerShow(context, questions.show.parameters.parse({ ...scope, id }), control);
    const rank = await answerRank(
      context,
      questions.rank.parameters.parse({
        ...scope,
        measures: asked.measure ?? LEADING_MEASURES,
        direction: asked.direction,
        top: 0,
      }),
      control,
    );
    const ids = around(show);
    return {
      scope: show.scope,
      // Of a ranking of all, the one row that is told.
      answers: { show, rank: { ...rank, rows: rank.rows.filter((row) => row.id === id) } },
      ...(ids.length < 2
        ? {}
        : { picture: await pictureOf(context, context.scope(scope, VIEW_DEFAULTS), ids, control) }),
    };
  },
};

/** An entity and its neighbours: one of each sort of tie in turn, so that ninety of one sort leave room for the others. */
function around({ entity, relations }: Answer<'show'>): string[] {
  const sorts = relations.map((group) =>
    group.relations.map(({ from, to }) => (from === entity.id ? to : from)),
  );
  const ids = new Set([entity.id]);
  for (let turn = 0; ids.size < MOST_IN_PICTURE && sorts.some((ends) => turn < ends.length); turn++) {
    for (const { [turn]: end } of sorts) if (end !== undefined && ids.size < MOST_IN_PICTURE) ids.add(end);
  }
  return [...ids];
}
