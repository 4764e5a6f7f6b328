/** What the page shows, as parameters of an export: the scope that was loaded, the filters that hide rows in the page, the focus. */
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import type { Asked } from '../ask.js';
import { graphQuestion } from '../graph/graph-answer.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { splitIds } from '../id-list.js';
import { scopeOf, type View } from '../view.js';

/**
 * The relations that `applyFilters` leaves of the loaded graph, and the entities; but of a lens that leaves out who has no tie, those
 * too who lost their ties to the filters. Two dates that are compared limit nothing: a file holds what was before, between and after.
 * An export has no words for `only` and `expand`: it is made as if they were not set.
 */
export function exportQuestion(view: View, ontology: OntologyRecord): Asked {
  const { kind, type, status, collection, minConfidence, datedOnly, knownBy, focus, depth } = view;
  const { asOf, certainOnly } = scopeOf(view);
  const without = [...splitIds(view.without), ...splitIds(view.hide)].join(',');
  return {
    ...graphQuestion(view, ontology),
    expand: undefined,
    without: without === '' ? undefined : without,
    kind,
    type,
    status,
    collection,
    minConfidence,
    asOf,
    certainOnly,
    datedOnly,
    knownBy,
    around: focus,
    depth: focus === undefined ? undefined : depth,
  };
}

/** How many shown entities the file will not hold, because a lens of those with ties leaves out whoever lost theirs to the filters. */
export function leftOut({ columns, ontology, shown }: ShownGraph, view: View): number {
  const lens = ontology.lenses.find(({ id }) => id === (view.lens ?? ontology.defaultLens));
  if (lens?.scope.tied !== true) return 0;
  const { from, to } = columns.relations;
  const tied = new Set<number>();
  shown.relations.forEach((bits, row) => {
    if (bits === 0) tied.add(from[row]!).add(to[row]!);
  });
  return shown.visibleEntities - tied.size;
}
