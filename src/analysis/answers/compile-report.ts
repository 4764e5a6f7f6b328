/** What a report is made of: the answers of other questions as they stand, the sources they name, a picture. Nothing is computed twice. */
import { AppError } from '../../contract/errors.js';
import { type Answer, type Parameters, questions, type TaskControl } from '../../contract/questions.js';
import type { Source } from '../../contract/records.js';
import type { ReportName } from '../../contract/reports.js';
import type { ScopeAnswer } from '../../contract/scope.js';
import { type Context, scopeOf } from '../context.js';
import { PATH_DEFAULTS, rankDefaults, VIEW_DEFAULTS } from '../defaults.js';
import { pictureOf } from '../picture.js';
import { answerCompare } from './compare-dates.js';
import { answerPath } from './find-paths.js';
import { answerRank } from './rank-entities.js';
import { answerShow, answerSources } from './show-records.js';
import { answerWithout } from './take-away.js';

type Asked = Parameters<'report'>;
/** The answers of one report, the scope that it speaks of, and its picture where it has one. */
type Parts = Pick<Answer<'report'>, 'answers' | 'picture'> & { scope: ScopeAnswer };

interface Recipe {
  /** How many entities it is of, and the parameters that mean something to it, besides the scope. */
  of: number;
  takes: readonly (keyof Asked)[];
  compile(context: Context, asked: Asked, of: readonly string[], control: TaskControl): Promise<Parts>;
}

const LEADING_MEASURES = ['betweenness', 'pagerank', 'degree'];
const MOST_IN_PICTURE = 30;
/** What a ranking takes under the same names. */
const HOW_RANKED = [
  'distance',
  'strength',
  'near',
  'approximate',
  'sensitivity',
  'seed',
  'dependence',
] as const satisfies readonly (keyof Asked)[];

const recipes: Record<ReportName, Recipe> = {
  centrality: {
    of: 0,
    takes: ['measure', 'top', 'direction', 'raw', ...HOW_RANKED, 'since'],
    compile: centrality,
  },
  path: { of: 2, takes: ['mode', 'k', 'disjoint', 'maxLength', 'via', 'avoid', 'direction'], compile: path },
  actor: { of: 1, takes: ['measure', 'top', 'direction'], compile: actor },
  changes: { of: 0, takes: ['from', 'to', 'measure', 'top', 'direction'], compile: changes },
  sources: { of: 0, takes: ['top'], compile: sources },
};

export async function answerReport(
  context: Context,
  parameters: Asked,
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
function refuseStrangers(parameters: Asked, { takes }: Recipe): void {
  const own = Object.values(recipes).flatMap((recipe) => recipe.takes);
  const strangers = own.filter((field) => parameters[field] !== undefined && !takes.includes(field));
  if (strangers.length === 0) return;
  throw new AppError(
    'invalid-parameter',
    `${strangers[0]}: means nothing to the report ${parameters.name}, which takes ${takes.join(', ')} and the scope.`,
    { parameter: strangers[0] },
  );
}

async function centrality(
  context: Context,
  asked: Asked,
  _of: unknown,
  control: TaskControl,
): Promise<Parts> {
  const { knowledge } = context;
  const { raw, since, asOf, ...rest } = asked;
  const scope = scopeOf(asked);
  if (since !== undefined && asOf === undefined) {
    throw new AppError(
      'invalid-parameter',
      'since: movements lead to the date of the ranking; add asOf, such as 2026.',
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
            certainOnly: undefined,
            from: since,
            to: asOf,
            measure: rank.measures[0]!.id,
            top: 0,
            direction: asked.direction,
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
}

/** The scope of an answer asked again of a question that starts from everything: its lens and its conduits spelled out. */
function sameRelations({ knowledge }: Context, { lens, conduitsOnly }: ScopeAnswer, scope: object) {
  const conduits = knowledge.ontology.record.types.filter(({ conduit }) => conduit).map(({ id }) => id);
  return { ...(conduitsOnly ? { type: conduits } : {}), ...scope, lens: lens ?? 'everything' };
}

async function path(
  context: Context,
  asked: Asked,
  of: readonly string[],
  control: TaskControl,
): Promise<Parts> {
  const scope = scopeOf(asked);
  const [from, to] = of;
  const { mode = 'k-shortest', k, disjoint, maxLength, via, avoid, direction } = asked;
  const found = answerPath(
    context,
    questions.path.parameters.parse({
      ...scope,
      from,
      to,
      mode,
      k,
      disjoint,
      maxLength,
      via,
      avoid,
      direction,
    }),
  );
  const [first] = found.paths;
  const weakest = first?.steps[first.weakest ?? -1];
  const carrying = new Set(
    weakest?.relations.flatMap(({ claims }) =>
      claims.filter(({ stance }) => stance === 'supports').map(({ source }) => source),
    ),
  );
  const without =
    carrying.size !== 1
      ? undefined
      : await answerWithout(
          context,
          questions.without.parameters.parse({
            ...scope,
            from,
            to,
            source: [...carrying],
            measure: 'degree',
            top: 1,
            direction,
          }),
          control,
        );
  const ids = [...new Set(found.paths.flatMap(({ nodes }) => nodes.map(({ id }) => id)))];
  return {
    scope: found.scope,
    answers: { path: found, ...(without === undefined ? {} : { without }) },
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
}

async function actor(
  context: Context,
  asked: Asked,
  [id]: readonly string[],
  control: TaskControl,
): Promise<Parts> {
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
  const ids = around(show);
  return {
    scope: show.scope,
    // Of a ranking of all, the one row that is told.
    answers: { show, rank: { ...rank, rows: rank.rows.filter((row) => row.id === id) } },
    ...(ids.length < 2
      ? {}
      : { picture: await pictureOf(context, context.scope(scope, VIEW_DEFAULTS), ids, control) }),
  };
}

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

async function changes(context: Context, asked: Asked, _of: unknown, control: TaskControl): Promise<Parts> {
  const { from, to, measure, top, direction } = asked;
  for (const [parameter, value] of Object.entries({ from, to })) {
    if (value === undefined) {
      throw new AppError('invalid-parameter', `${parameter}: is needed, a date such as 2016.`, { parameter });
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
    }),
    control,
  );
  return { scope: compare.scope, answers: { compare } };
}

async function sources(context: Context, asked: Asked): Promise<Parts> {
  const found = answerSources(context, questions.sources.parameters.parse(scopeOf(asked)));
  return { scope: found.scope, answers: { sources: found } };
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
