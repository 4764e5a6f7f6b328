/** The measure `core-number`. */
import type { Measure } from './measure.js';

/** The deepest core that holds the entity; read along a direction, ties in and out are added. */
export const coreNumber: Measure = {
  id: 'core-number',
  title: 'Core number',
  question: 'Who belongs to the dense heart?',
  unit: 'k of the deepest k-core',
  rawUnit: 'k of the deepest k-core',
  formula: 'greatest k such that v keeps k neighbours who keep k neighbours',
  accepts: ['direction'],
  reference: 'Batagelj & Zaversnik 2003, arXiv:cs/0310049',
  run: async (csr, { compute }) => Float64Array.from((await compute('core-number', csr, {})).cores),
};
