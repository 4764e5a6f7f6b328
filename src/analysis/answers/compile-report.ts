/** What a report is made of: the answers of other questions as they stand, the sources they name, a picture. Nothing is computed twice. */
import { AppError } from '../../contract/errors.js';
import type { Answer, TaskControl } from '../../contract/questions.js';
import type { Source } from '../../contract/records.js';
import type { ReportName } from '../../contract/reports.js';
import type { Context } from '../context.js';
import { actorRecipe } from '../recipes/actor-recipe.js';
import { centralityRecipe } from '../recipes/centrality-recipe.js';
import { changesRecipe } from '../recipes/changes-recipe.js';
import { pathRecipe } from '../recipes/path-recipe.js';
import type { AskedReport, Recipe } from '../recipes/recipe.js';
import { sourcesRecipe } from '../recipes/sources-recipe.js';

const recipes: Record<ReportName, Recipe> = {
  centrality: centralityRecipe,
  path: pathRecipe,
  actor: actorRecipe,
  changes: changesRecipe,
  sources: sourcesRecipe,
};

export async function answerReport(
  context: Context,
  parameters: AskedReport,
  control: TaskControl,
): Promise<Answer<'report'>> {
  const { knowledge, version } = context;
  const { name, format } = parameters;
  const recipe = recipes[name];
  refuseStrangers(parameters, recipe);
  const of = (parameters.of ?? []).map((reference) => context.reference(context.entity(reference)).id);
  if (of.length !== recipe.of) {
    const wanted = ['no entity', 'one entity', 'two entities, from and to'][recipe.of];
    throw new AppError('invalid-parameter', `of: the report ${name} takes ${wanted}, not ${of.length}.`, {
      parameter: 'of',
    });
  }
  if (new Set(of).size < of.length)
    throw new AppError('invalid-parameter', `of: both ends are ${of[0]}; nothing lies between.`, {
      parameter: 'of',
    });
  const { scope, answers, picture } = await recipe.compile(context, parameters, of, control);
  const asked = { ...parameters, ...(of.length === 0 ? {} : { of }) };
  return {
    revision: knowledge.revision,
    scope,
    version,
    name,
    format,
    parameters: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
    answers,
    cited: citedIn(context, answers),
    collections: knowledge.collections.filter(({ id }) => scope.collection?.includes(id) ?? true),
    kinds: Object.fromEntries(knowledge.ontology.record.kinds.map(({ id, label }) => [id, label])),
    ...(picture === undefined ? {} : { picture }),
  };
}

/** A parameter that this report would pass over is refused, like any that is not known. */
function refuseStrangers(parameters: AskedReport, { takes }: Recipe): void {
  const own = Object.values(recipes).flatMap((recipe) => recipe.takes);
  const strangers = own.filter((field) => parameters[field] !== undefined && !takes.includes(field));
  if (strangers.length === 0) return;
  throw new AppError(
    'invalid-parameter',
    `${strangers[0]}: means nothing to the report ${parameters.name}, which takes ${takes.map((each) => `\`${each}\``).join(', ')} and the scope.`,
    { parameter: strangers[0] },
  );
}

/** Every source that the answers name, as the data holds it; by id. */
function citedIn({ knowledge }: Context, answers: Answer<'report'>['answers']): Source[] {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'source' && typeof part === 'string') ids.add(part);
      else visit(part);
    }
  };
  visit(answers);
  for (const { id } of answers.sources?.sources ?? []) ids.add(id);
  return [...ids].sort().flatMap((id) => knowledge.sources.get(id) ?? []);
}
