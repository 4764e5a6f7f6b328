/** The measure `closeness`. */
import { closenessOf } from '../../kernels/closeness.js';
import type { Measure } from './measure.js';

/** Nearness to the others that can be reached, scaled by how many those are, so that islands do not shine. */
export const closeness: Measure = {
  id: 'closeness',
  title: 'Closeness',
  question: 'Who reaches the others in the fewest steps?',
  unit: '1 / mean distance',
  rawUnit: '1 / mean distance, without the correction for islands',
  formula: '(r / (n − 1)) · r / Σ d(v,u), over the r others in reach',
  accepts: ['direction', 'distance'],
  reference: 'Wasserman & Faust 1994, Social Network Analysis, p. 200, doi:10.1017/CBO9780511815478',
  run: async (csr, { raw, valued, compute }) =>
    closenessOf(await compute('distance-sums', csr, { valued: valued === 'distance' }), !raw),
};
