/** The ties of one star, walked by key as a pointer would go from line to line: which comes next, and how each is said. */
import { periodText } from '../../../src/model/period-text.js';
import type { SkyGraph } from './build-graph.js';
import type { ShownGraph } from './use-shown.js';

/** Ids of the visible relations of an entity that have a line in the sky, the best founded first. O(relations). */
export function tiesOf(id: string, { columns, shown }: ShownGraph, graph: SkyGraph): readonly string[] {
  const { entities, relations } = columns;
  const row = entities.id.indexOf(id);
  return relations.id
    .flatMap((tie, at) =>
      shown.relations[at] === 0 &&
      (relations.from[at] === row || relations.to[at] === row) &&
      graph.hasEdge(tie)
        ? [at]
        : [],
    )
    .sort((a, b) => (relations.confidence[b] ?? -1) - (relations.confidence[a] ?? -1) || a - b)
    .map((at) => relations.id[at]!);
}

/** The tie after `current`, or before it; around at the ends, the first one (or last) where none is current. */
export function nextTie(
  ties: readonly string[],
  current: string | undefined,
  by: 1 | -1,
): string | undefined {
  const at = current === undefined ? -1 : ties.indexOf(current);
  return at < 0 ? ties.at(by === 1 ? 0 : -1) : ties[(at + by + ties.length) % ties.length];
}

/** `Argentina hosts Chinese deep-space station in Patagonia, planned, since 2014`. */
export function tieSentence(id: string, { columns, ontology }: ShownGraph): string {
  const { entities, relations } = columns;
  const row = relations.id.indexOf(id);
  if (row < 0) return '';
  const [from, to] = [relations.from[row]!, relations.to[row]!].map((end) => entities.name[end]);
  const label = ontology.types.find((type) => type.id === relations.type[row])?.label;
  const status = relations.status[row]!;
  return [
    `${from} ${label ?? relations.type[row]} ${to}`,
    ...(status === 'actual' ? [] : [status]),
    periodText(relations.period[row] ?? undefined),
    ...(relations.disputed[row] === true ? ['disputed'] : []),
  ].join(', ');
}
