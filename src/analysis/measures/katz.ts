/** The measure `katz`. */
import type { Measure } from './measure.js';

/** All walks that end at the entity, longer ones counting less. */
export const katz: Measure = {
  id: 'katz',
  title: 'Katz centrality',
  question: 'Whom do many ways lead to, near and far?',
  unit: 'share, of length 1',
  rawUnit: 'share, of length 1',
  formula: 'x(v) = 1 + α Σ s(u,v) x(u), α = 1 / (1 + greatest Σ s)',
  accepts: ['direction', 'strength'],
  reference: 'Katz 1953, doi:10.1007/BF02289026',
  run: async (csr, { compute }) => (await compute('katz', csr, {})).scores,
};
