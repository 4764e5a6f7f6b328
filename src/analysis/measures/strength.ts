/** The measure `strength`. */
import type { Measure } from './measure.js';

/** Sum of the strengths of ties; without a strength attribute the relations themselves are counted, parallel ones too. */
export const strength: Measure = {
  id: 'strength',
  title: 'Strength',
  question: 'Who has the most relations, or the strongest?',
  unit: 'sum of strengths, or relations',
  rawUnit: 'sum of strengths, or relations',
  formula: 'Σ s(v,u)',
  accepts: ['direction', 'strength'],
  countsRelations: true,
  reference: 'Barrat et al. 2004, doi:10.1073/pnas.0400087101',
  run: ({ size, offsets, values }) =>
    Float64Array.from({ length: size }, (_, v) =>
      values!.subarray(offsets[v], offsets[v + 1]).reduce((a, b) => a + b, 0),
    ),
};
