/** Paths and steps as answers show them: names, relations, evidence, the weakest link. */
import type { PathView, StepView } from '../contract/answers.js';
import type { Direction, Snapshot } from '../graph/projection.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import type { Context } from './context.js';
import { relationsBetween, relationView } from './views.js';

/** One step between two entities (positions), with the relations in scope that allow it. `keep` narrows those further. */
export function viewStep(
  context: Context,
  scoped: ScopedGraph,
  [from, to]: readonly [number, number],
  direction: Direction,
  keep: (relation: number) => boolean = () => true,
): StepView {
  const { knowledge } = context;
  const id = knowledge.entities[from]!.id;
  const relations = relationsBetween(knowledge, scoped.relations, from, to)
    .filter(keep)
    .map((position) => relationView(knowledge, position))
    .filter((view) => view.symmetric || direction === 'any' || (view.from === id) === (direction === 'out'));
  return {
    from: id,
    to: knowledge.entities[to]!.id,
    forward: relations.some((view) => view.symmetric || view.from === id),
    confidence: relations.reduce<number | null>(
      (best, { confidence }) => (confidence === null ? best : Math.max(best ?? 0, confidence)),
      null,
    ),
    relations,
  };
}

/** A path through nodes of a snapshot. The weakest link counts; one that cannot be judged is the weakest of all. */
export function viewPath(
  context: Context,
  scoped: ScopedGraph,
  snapshot: Snapshot,
  route: readonly number[],
  direction: Direction,
  keep?: (step: number, relation: number) => boolean,
): PathView {
  const entities = route.map((node) => snapshot.members[node]!);
  const steps = entities
    .slice(1)
    .map((to, i) =>
      viewStep(context, scoped, [entities[i]!, to], direction, keep && ((relation) => keep(i, relation))),
    );
  let weakest: number | null = null;
  steps.forEach((step, i) => {
    if (weakest === null || (step.confidence ?? -1) < (steps[weakest]!.confidence ?? -1)) weakest = i;
  });
  return {
    length: steps.length,
    cost: steps.length,
    confidence: weakest === null ? null : steps[weakest]!.confidence,
    weakest,
    nodes: entities.map((entity) => context.reference(entity)),
    steps,
  };
}
