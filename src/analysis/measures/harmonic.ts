/** The measure `harmonic`. */
import type { Measure } from './measure.js';

/** Sum of reciprocal distances: what cannot be reached adds nothing, so islands need no correction. */
export const harmonic: Measure = {
  id: 'harmonic',
  title: 'Harmonic centrality',
  question: 'Who is near to many, islands counted fairly?',
  unit: 'sum of 1 / distance',
  rawUnit: 'sum of 1 / distance',
  formula: 'Σ 1 / d(v,u)',
  accepts: ['direction', 'distance'],
  reference: 'Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686',
  run: async (csr, { valued, compute }) =>
    // Asked as closeness asks, so that both come from one computation.
    (await compute('distance-sums', csr, { valued: valued === 'distance' })).near,
};
