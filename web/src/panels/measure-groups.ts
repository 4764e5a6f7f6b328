/** The measures in the order people ask for them: the usual ones, and the rest by what they are about. */
import type { MeasureDescription } from '../../../src/contract/answers.js';

export interface MeasureGroup {
  title: string;
  measures: readonly MeasureDescription[];
}

const USUAL = ['degree', 'betweenness', 'pagerank', 'harmonic', 'eigenvector', 'separation'];
const MORE: readonly { title: string; holds: (id: string) => boolean }[] = [
  { title: 'Ties and reach', holds: (id) => ['strength', 'closeness', 'eccentricity'].includes(id) },
  { title: 'Standing', holds: (id) => ['katz', 'hub', 'authority'].includes(id) },
  { title: 'Circles', holds: (id) => ['core-number', 'clustering'].includes(id) },
  {
    title: 'Brokerage',
    holds: (id) => ['constraint', 'effective-size'].includes(id) || id.startsWith('brokerage-'),
  },
  // Whatever the registry gains is shown before anybody sorts it in here.
  { title: 'Others', holds: () => true },
];

/** The usual measures, and the rest in groups, none lost and none twice; empty groups are left out. */
export function groupMeasures(measures: readonly MeasureDescription[]): {
  usual: MeasureDescription[];
  more: MeasureGroup[];
} {
  const usual = USUAL.flatMap((id) => measures.filter((measure) => measure.id === id));
  const left = new Set(measures.filter((measure) => !usual.includes(measure)));
  const more = MORE.map(({ title, holds }) => {
    const held = [...left].filter(({ id }) => holds(id));
    for (const measure of held) left.delete(measure);
    return { title, measures: held };
  });
  return { usual, more: more.filter((group) => group.measures.length > 0) };
}
