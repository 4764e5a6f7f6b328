/** Paths between two actors, with the evidence of every step; without one, what would have found one. */

import { AppError } from '../../contract/errors.js';
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import type { Scope } from '../../contract/scope.js';
import type { Snapshot } from '../../graph/projection.js';
import type { ScopedGraph } from '../../graph/scoped-graph.js';
import { type Context, scopeOf } from '../context.js';
import { PATH_DEFAULTS } from '../defaults.js';
import { otherWork } from '../other-work.js';
import { hubsOn } from '../path-hubs.js';
import { type Found, LENGTH_OF_ALL, pathModes } from '../path-modes.js';
import { viewPath } from '../path-views.js';

type Asked = Parameters<'path'>;

export async function answerPath(
  context: Context,
  parameters: Asked,
  control: TaskControl,
): Promise<Answer<'path'>> {
  const [from, to] = context.ends(parameters.from, parameters.to);
  const via = (parameters.via ?? []).map((reference) => context.entity(reference));
  const avoid = (parameters.avoid ?? []).map((reference) => context.entity(reference));
  const waypoints = [from, ...via, to];
  via.forEach((entity, i) => {
    if (waypoints.indexOf(entity) <= i || entity === to)
      throw new AppError(
        'invalid-parameter',
        `via: '${context.reference(entity).id}' is on the path already. Give others than its ends, each once.`,
        { parameter: 'via' },
      );
  });
  for (const entity of avoid) {
    if (waypoints.includes(entity)) {
      throw new AppError(
        'invalid-parameter',
        `avoid: '${context.reference(entity).id}' is also where the path must pass.`,
        { parameter: 'avoid' },
      );
    }
  }
  const { scoped, snapshot, routes, complete, keep } = await search(
    context,
    parameters,
    waypoints,
    avoid,
    control,
  );
  const paths = routes.map((route) => viewPath(context, scoped, snapshot, route, parameters.direction, keep));
  const hubs: Answer<'path'>['hubs'] = [];
  for (const { entity, ...hub } of hubsOn(
    context,
    context.snapshot(scoped, { direction: 'any' }),
    routes,
    waypoints,
  )) {
    const around = { ...parameters, mode: 'shortest' as const };
    const [detour] = (await search(context, around, waypoints, [...avoid, entity], control)).routes;
    hubs.push({
      ...context.reference(entity),
      ...hub,
      detour: detour === undefined ? null : detour.length - 1,
    });
  }
  return {
    revision: context.knowledge.revision,
    scope: scoped.answer,
    from: context.reference(from),
    to: context.reference(to),
    mode: parameters.mode,
    paths,
    searched: {
      entities: scoped.answer.entities,
      relations: scoped.answer.relations,
      maxLength: parameters.maxLength ?? (parameters.mode === 'all' ? LENGTH_OF_ALL : null),
    },
    ...(complete === undefined ? {} : { complete }),
    hubs,
    relaxations: paths.length > 0 ? [] : await relaxations(context, parameters, waypoints, avoid, control),
  };
}

async function search(
  context: Context,
  parameters: Asked,
  waypoints: readonly number[],
  avoid: readonly number[],
  control: TaskControl,
): Promise<Found & { scoped: ScopedGraph; snapshot: Snapshot }> {
  await otherWork(control);
  const scoped = context.scope(scopeOf(parameters), PATH_DEFAULTS);
  const snapshot = context.snapshot(scoped, { direction: parameters.direction });
  const nodes = waypoints.map((entity) => snapshot.nodeOf[entity]!);
  if (nodes.includes(-1)) return { scoped, snapshot, routes: [] };
  const blocked = avoid.map((entity) => snapshot.nodeOf[entity]!).filter((node) => node !== -1);
  return {
    scoped,
    snapshot,
    ...(await pathModes[parameters.mode](
      context,
      scoped,
      snapshot,
      parameters,
      { waypoints: nodes, blocked },
      control,
    )),
  };
}

/** Changes of the question, least first, each tried: only those that find a path are offered. */
async function relaxations(
  context: Context,
  parameters: Asked,
  waypoints: readonly number[],
  avoid: readonly number[],
  control: TaskControl,
): Promise<Answer<'path'>['relaxations']> {
  const drop = (...fields: (keyof Asked)[]): Asked => {
    const kept = { ...parameters };
    for (const field of fields) delete kept[field];
    return kept;
  };
  const limits = (Object.keys(scopeOf(parameters)) as (keyof Scope)[]).filter(
    (field) => field !== 'allTypes',
  );
  const offers: {
    text: string;
    relaxed: Asked;
    parameters: Record<string, unknown>;
    avoid?: readonly number[];
  }[] = [];
  const plain: { mode?: 'shortest' } = parameters.mode === 'shortest' ? {} : { mode: 'shortest' };
  if (plain.mode !== undefined)
    offers.push({
      text: 'Ask for the shortest path alone',
      relaxed: { ...parameters, ...plain },
      parameters: plain,
    });
  if (parameters.maxLength !== undefined)
    offers.push({ text: 'Allow longer paths', relaxed: drop('maxLength'), parameters: { maxLength: null } });
  if (avoid.length > 0)
    offers.push({ text: 'Avoid nobody', relaxed: drop('avoid'), parameters: { avoid: null }, avoid: [] });
  if (parameters.direction !== 'any') {
    offers.push({
      text: 'Read relations both ways',
      relaxed: { ...parameters, direction: 'any' },
      parameters: { direction: 'any' },
    });
  }
  for (const field of limits)
    offers.push({
      text: `Drop the limit on ${LIMIT_WORDS[field]}`,
      relaxed: drop(field),
      parameters: { [field]: null },
    });
  offers.push({
    text: 'Let in relations that are no conduits',
    relaxed: { ...parameters, allTypes: true },
    parameters: { allTypes: true },
  });
  const bounds = (['maxLength', 'avoid', ...limits] as const).filter(
    (field) => parameters[field] !== undefined,
  );
  const wide = { ...plain, allTypes: true, direction: 'any' } as const;
  offers.push({
    text: 'Look everywhere, at every type, both ways',
    relaxed: { ...drop(...bounds), ...wide },
    parameters: {
      ...Object.fromEntries(bounds.map((field) => [field, null])),
      lens: 'everything',
      ...wide,
    },
    avoid: [],
  });
  const found: typeof offers = [];
  for (const offer of offers) {
    const one = { ...offer.relaxed, k: 1 };
    const { routes } = await search(context, one, waypoints, offer.avoid ?? avoid, control);
    if (routes.length > 0) found.push(offer);
  }
  // The last offer changes everything: it helps only where no single change does.
  const kept = found.length > 1 ? found.filter((offer) => offer !== offers.at(-1)) : found;
  return kept.map(({ text, parameters: changes }) => ({ text, parameters: changes }));
}

const LIMIT_WORDS: Record<keyof Scope, string> = {
  lens: 'the lens',
  collection: 'collections',
  kind: 'kinds',
  type: 'relation types',
  status: 'statuses',
  minConfidence: 'confidence',
  asOf: 'the date',
  certainOnly: 'certainty',
  datedOnly: 'relations with a date',
  knownBy: 'the date of publication',
  allTypes: 'conduits',
  tied: 'entities with relations',
  without: 'what is left out',
};
