/** How A reaches B: paths, and what is left of them without the one source that the weakest step rests on. */
import { questions } from '../../contract/questions.js';
import { answerPath } from '../answers/find-paths.js';
import { scopeOf } from '../context.js';
import { PATH_DEFAULTS } from '../defaults.js';
import { pictureOf } from '../picture.js';
import { supportersOf } from '../views.js';
import { MOST_IN_PICTURE, type Recipe } from './recipe.js';

export const pathRecipe: Recipe = {
  of: 2,
  takes: ['mode', 'k', 'disjoint', 'maxLength', 'via', 'avoid', 'direction'],
  async compile(context, asked, of, control) {
    const scope = scopeOf(asked);
    const [from, to] = of;
    const { mode = 'k-shortest', k, disjoint, maxLength, via, avoid, direction } = asked;
    const question = { ...scope, from, to, mode, k, disjoint, maxLength, via, avoid, direction };
    const found = await answerPath(context, questions.path.parameters.parse(question), control);
    const [first] = found.paths;
    const weakest = first?.steps[first.weakest ?? -1];
    const carrying = supportersOf(weakest?.relations.flatMap(({ claims }) => claims) ?? []);
    const without = [...(scope.without ?? []), ...carrying];
    const pathWithout =
      carrying.size !== 1
        ? undefined
        : await answerPath(context, questions.path.parameters.parse({ ...question, k: 1, without }), control);
    const ids = [...new Set(found.paths.flatMap(({ nodes }) => nodes.map(({ id }) => id)))];
    return {
      scope: found.scope,
      answers: { path: found, ...(pathWithout === undefined ? {} : { pathWithout }) },
      ...(ids.length < 2
        ? {}
        : {
            picture: await pictureOf(
              context,
              context.scope(scope, PATH_DEFAULTS),
              ids.slice(0, MOST_IN_PICTURE),
              control,
            ),
          }),
    };
  },
};
