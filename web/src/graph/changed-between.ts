/** Which stars and ties look otherwise after a change of filters: few of many, as a rule, and sigma repaints them in their places. */
import type { SkyGraph } from './build-graph.js';
import type { Look } from './paint.js';

type Change = Pick<Look, 'columns' | 'shown'>;

/**
 * Those that come or go, and those that the dates mark otherwise, a tie with all of its bundle; undefined where more than filters has
 * changed, so that all may look otherwise. O(entities + relations).
 */
export function changedBetween(before: Look, after: Look, graph: SkyGraph) {
  const { shown: was, ...dress } = before;
  const { shown: is, ...dressNow } = after;
  const isDressed = Object.entries(dress).every(
    ([key, value]) => value === dressNow[key as keyof typeof dress],
  );
  // Between two dates all that did not change is grey.
  return isDressed && was.compares === is.compares ? refiltered(was, after, graph) : undefined;
}

function refiltered(was: Change['shown'], { columns, shown: is }: Change, graph: SkyGraph) {
  const { entities, relations } = columns;
  const nodes = entities.id.filter(
    (_, row) =>
      (was.entities[row] === 0) !== (is.entities[row] === 0) || was.entityMarks[row] !== is.entityMarks[row],
  );
  const edges = new Set<string>();
  relations.id.forEach((id, row) => {
    const isSame =
      (was.relations[row] === 0) === (is.relations[row] === 0) &&
      was.relationMarks[row] === is.relationMarks[row];
    if (isSame || !graph.hasEdge(id)) return;
    edges.add(id);
    const { bundle } = graph.getEdgeAttributes(id);
    if (bundle === undefined || edges.has(bundle)) return;
    edges.add(bundle);
    for (const other of graph.getEdgeAttribute(bundle, 'rows') ?? []) edges.add(relations.id[other]!);
  });
  return { nodes, edges: [...edges] };
}
