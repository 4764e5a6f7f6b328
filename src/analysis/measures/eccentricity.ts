/** The measure `eccentricity`. */
import type { Measure } from './measure.js';

/** Steps to the farthest entity in reach. */
export const eccentricity: Measure = {
  id: 'eccentricity',
  title: 'Eccentricity',
  question: 'Who is farthest from somebody?',
  unit: 'steps',
  rawUnit: 'steps',
  formula: 'max d(v,u), over the u in reach',
  accepts: ['direction'],
  reference: 'Hage & Harary 1995, doi:10.1016/0378-8733(94)00248-9',
  run: async (csr, { compute }) => (await compute('eccentricity', csr, {})).scores,
};
