/** One actor: what is known of it, its ranks, and who stands around it. */
import { questions } from '../../contract/questions.js';
import { answerNeighbors } from '../answers/explore-graph.js';
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
    const show = answerShow(context, questions.show.parameters.parse({ ...scope, id }));
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
    const around = answerNeighbors(
      context,
      questions.neighbors.parameters.parse({ ...scope, id, limit: MOST_IN_PICTURE }),
    );
    const ids = around.entities.map((entity) => entity.id);
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
