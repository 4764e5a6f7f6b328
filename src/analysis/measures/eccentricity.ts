/** The measure `eccentricity`. */
import type { Measure } from './measure.js';

/** Distance of the farthest entity in reach. */
export const eccentricity: Measure = {
  id: 'eccentricity',
  title: 'Eccentricity',
  question: 'Who is farthest from somebody?',
  unit: 'steps, or distance',
  rawUnit: 'steps, or distance',
  formula: 'max d(v,u), over the u in reach',
  accepts: ['direction', 'distance'],
  reference: 'Hage & Harary 1995, doi:10.1016/0378-8733(94)00248-9',
  run: async (csr, { valued, compute }) =>
    // Asked as closeness asks, so that both come from one computation.
    (await compute('distance-sums', csr, { valued: valued === 'distance' })).farthest,
};
