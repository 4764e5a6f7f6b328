/** What falls when a source, an actor or a relation is taken away. */
import { AppError } from '../../contract/errors.js';
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { falls, positionsIn, type ScopedGraph } from '../../graph/scoped-graph.js';
import { components } from '../../kernels/components.js';
import { relationConfidence } from '../../model/grading.js';
import { type Context, scopeOf } from '../context.js';
import { PATH_DEFAULTS, rankDefaults } from '../defaults.js';
import { findRelation, findSource } from '../find-record.js';
import { compareRanks } from '../movements.js';
import { makeEach } from '../other-work.js';
import { viewPath } from '../path-views.js';
import { routesThrough } from '../routes-through.js';
import { relationView } from '../views.js';

export async function answerWithout(
  context: Context,
  parameters: Parameters<'without'>,
  control: TaskControl,
): Promise<Answer<'without'>> {
  const { knowledge } = context;
  const sources = parameters.source ?? [];
  const relations = parameters.relation ?? [];
  const entities = (parameters.entity ?? []).map(
    (reference) => context.reference(context.entity(reference)).id,
  );
  const gone = [...sources, ...entities, ...relations];
  if (gone.length === 0) {
    throw new AppError('invalid-parameter', 'Say what to take away: `source`, `entity` or `relation`.', {
      parameter: 'source',
    });
  }
  for (const id of sources) findSource(knowledge, id);
  for (const id of relations) findRelation(knowledge, id);
  const scope = scopeOf(parameters);
  const less = { ...scope, without: [...(scope.without ?? []), ...gone] };
  const defaults = rankDefaults(knowledge.ontology);
  const before = context.scope(scope, defaults);
  const after = context.scope(less, defaults);
  const inBefore = positionsIn(before.relations);
  return {
    revision: knowledge.revision,
    scope: before.answer,
    without: { sources, entities, relations },
    fallen: await makeEach(
      inBefore.filter((i) => after.relations[i] === 0),
      control,
      (i) => relationView(knowledge, i),
    ),
    weakened: weakened(
      context,
      inBefore.filter((i) => after.relations[i] === 1),
      new Set(sources),
    ),
    cutOff: cutOff(context, before, after),
    ...(await compareRanks(context, before, after, parameters, control)),
    ...pathBeforeAndAfter(context, parameters, scope, less),
  };
}

/** Relations that stand, but on less. */
function weakened(
  context: Context,
  positions: readonly number[],
  sources: ReadonlySet<string>,
): Answer<'without'>['weakened'] {
  const { knowledge } = context;
  return positions.flatMap((i) => {
    const { claims } = knowledge.relations[i]!;
    const left = claims.filter((claim) => !falls(claim, knowledge, sources));
    if (left.length === claims.length) return [];
    const { confidence } = relationConfidence(
      left,
      (id) => knowledge.sources.get(id),
      knowledge.ontology.record.grading,
    );
    return [{ ...relationView(knowledge, i), confidenceAfter: confidence }];
  });
}

/** Entities of the largest island that are no longer part of the largest island, though they are still there. */
function cutOff(context: Context, before: ScopedGraph, after: ScopedGraph): Answer<'without'>['cutOff'] {
  const [was, is] = [before, after].map((scoped) => largestIsland(context, scoped)) as [
    Set<number>,
    Set<number>,
  ];
  return [...was]
    .filter((entity) => after.entities[entity] === 1 && !is.has(entity))
    .map((entity) => context.reference(entity));
}

function largestIsland(context: Context, scoped: ScopedGraph): Set<number> {
  const { csr, members } = context.snapshot(scoped, { direction: 'any' });
  const { labels, sizes } = components(csr);
  const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0));
  return new Set(Array.from(members).filter((_, node) => labels[node] === largest));
}

function pathBeforeAndAfter(
  context: Context,
  { from, to, direction = 'any' }: Parameters<'without'>,
  scope: ReturnType<typeof scopeOf>,
  less: ReturnType<typeof scopeOf>,
): Pick<Answer<'without'>, 'path'> {
  if (from === undefined && to === undefined) return {};
  if (from === undefined || to === undefined) {
    throw new AppError(
      'invalid-parameter',
      '`from` and `to` go together: give both ends of the path, or none.',
      { parameter: 'from' },
    );
  }
  const ends = context.ends(from, to);
  const shortest = (asked: typeof scope) => {
    const scoped = context.scope(asked, PATH_DEFAULTS);
    const snapshot = context.snapshot(scoped, { direction });
    const nodes = ends.map((entity) => snapshot.nodeOf[entity]!);
    if (nodes.includes(-1)) return null;
    const [route] = routesThrough(snapshot.csr, nodes, [], 1, undefined).routes;
    return route === undefined ? null : viewPath(context, scoped, snapshot, route, direction);
  };
  return { path: { before: shortest(scope), after: shortest(less) } };
}
