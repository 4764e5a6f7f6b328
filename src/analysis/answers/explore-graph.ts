/** Answers that are drawn: the graph of a scope in columns, the neighbourhood of an entity. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { positionsIn, type ScopedGraph } from '../../graph/scoped-graph.js';
import { communityScope } from '../community-scope.js';
import { type Context, scopeOf } from '../context.js';
import { graphDefaults, rankDefaults, VIEW_DEFAULTS } from '../defaults.js';
import { expandScope, widened } from '../expand-scope.js';
import { layoutLarge, MOST_LAID_OUT } from '../large-layout.js';
import { makeEach } from '../other-work.js';
import { placeBeside } from '../place-beside.js';
import { knownByText, relationFacts } from '../views.js';

export async function answerGraph(
  context: Context,
  parameters: Parameters<'graph'>,
  control: TaskControl,
): Promise<Answer<'graph'>> {
  const { knowledge } = context;
  const whole = context.scope(scopeOf(parameters), graphDefaults(knowledge.ontology));
  const { community, resolution } = parameters;
  const base =
    community === undefined
      ? whole
      : await communityScope(
          context,
          whole,
          groupsScope(context, parameters),
          community,
          resolution,
          control,
        );
  const wide = context.scope(widened(parameters), VIEW_DEFAULTS);
  const scoped = parameters.expand === undefined ? base : expandScope(context, base, wide, parameters.expand);
  const { members, nodeOf } = context.snapshot(scoped, { direction: 'any' });
  const { x, y } = await places(context, base, scoped, control);
  const all = context.snapshot(wide, { direction: 'any' });
  const entities = Array.from(members, (position) => knowledge.entities[position]!);
  const kept = positionsIn(scoped.relations);
  const relations = kept.map((i) => knowledge.relations[i]!);
  const languages = [...new Set(entities.flatMap((entity) => Object.keys(entity.names)))].sort();
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    entities: {
      id: entities.map((entity) => entity.id),
      name: entities.map((entity) => entity.name),
      names: Object.fromEntries(
        languages.map((language) => [language, entities.map((entity) => entity.names[language] ?? null)]),
      ),
      kind: entities.map((entity) => entity.kind),
      status: entities.map((entity) => entity.status),
      collection: entities.map((entity) => entity.collection),
      period: entities.map((entity) => entity.period ?? null),
      place: entities.map((entity) => entity.place?.name ?? null),
      precision: entities.map((entity) => entity.place?.precision ?? null),
      lat: entities.map((entity) => entity.place?.lat ?? null),
      lon: entities.map((entity) => entity.place?.lon ?? null),
      x: [...x],
      y: [...y],
      neighbors: Array.from(members, (position) => {
        const node = all.nodeOf[position]!;
        return all.csr.offsets[node + 1]! - all.csr.offsets[node]!;
      }),
    },
    relations: {
      id: relations.map((relation) => relation.id),
      from: kept.map((i) => nodeOf[knowledge.from[i]!]!),
      to: kept.map((i) => nodeOf[knowledge.to[i]!]!),
      type: relations.map((relation) => relation.type),
      status: relations.map((relation) => relation.status),
      collection: relations.map((relation) => relation.collection),
      period: relations.map((relation) => relation.period ?? null),
      confidence: kept.map((i) => knowledge.standings[i]!.confidence),
      disputed: kept.map((i) => knowledge.standings[i]!.disputed),
      knownBy: kept.map((i) => knownByText(knowledge, i) ?? null),
    },
  };
}

/** Communities hang together by conduits, whatever else is shown. */
const groupsScope = (context: Context, parameters: Parameters<'graph'>) => {
  const { allTypes: _shown, ...scope } = scopeOf(parameters);
  return context.scope(scope, rankDefaults(context.knowledge.ontology));
};

/** Positions by node: those of the layout of `base`, and beside them those of what was added. */
async function places(context: Context, base: ScopedGraph, scoped: ScopedGraph, control: TaskControl) {
  const isLarge = base.answer.entities > MOST_LAID_OUT;
  const laid = isLarge ? await layoutLarge(context, base, control) : await context.layout(base, control);
  if (scoped === base) return laid;
  const { nodeOf } = context.snapshot(base, { direction: 'any' });
  const { csr, members } = context.snapshot(scoped, { direction: 'any' });
  const [x, y] = [laid.x, laid.y].map((values) =>
    Float64Array.from(members, (position) => values[nodeOf[position]!] ?? Number.NaN),
  );
  placeBeside({ x: x!, y: y! }, (node) => [
    ...csr.targets.subarray(csr.offsets[node]!, csr.offsets[node + 1]!),
  ]);
  return { x: x!, y: y! };
}

export async function answerNeighbors(
  context: Context,
  parameters: Parameters<'neighbors'>,
  control: TaskControl,
): Promise<Answer<'neighbors'>> {
  const { knowledge } = context;
  const center = context.entity(parameters.id);
  const scoped = context.scope(scopeOf(parameters), VIEW_DEFAULTS);
  const { csr, members, nodeOf } = context.snapshot(scoped, { direction: 'any' });
  const distance = new Map<number, number>();
  let truncated = false;
  const start = nodeOf[center]!;
  if (start !== -1) distance.set(start, 0);
  // A Map is walked in the order of insertion, new entries included: that is the breadth-first queue.
  for (const [node, steps] of distance) {
    if (steps === parameters.depth) break;
    for (let arc = csr.offsets[node]!; arc < csr.offsets[node + 1]!; arc++) {
      const neighbor = csr.targets[arc]!;
      if (distance.has(neighbor)) continue;
      if (distance.size === parameters.top) truncated = true;
      else distance.set(neighbor, steps + 1);
    }
  }
  const inside = positionsIn(scoped.relations).filter(
    (i) => distance.has(nodeOf[knowledge.from[i]!]!) && distance.has(nodeOf[knowledge.to[i]!]!),
  );
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    center: context.reference(center),
    depth: parameters.depth,
    entities: [...distance].map(([node, steps]) => {
      let hidden = 0;
      for (let arc = csr.offsets[node]!; arc < csr.offsets[node + 1]!; arc++)
        if (!distance.has(csr.targets[arc]!)) hidden++;
      return { ...context.reference(members[node]!), distance: steps, hidden };
    }),
    relations: await makeEach(inside, control, (i) => relationFacts(knowledge, i)),
    truncated,
  };
}
