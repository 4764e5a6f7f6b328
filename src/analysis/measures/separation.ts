/** The measure `separation`. */
import { separation as separationKernel } from '../../kernels/separation.js';
import type { Measure } from './measure.js';

/** Pairs of others that only this entity joins: 0 for all but articulation points. Direction is not read. */
export const separation: Measure = {
  id: 'separation',
  title: 'Separation',
  question: 'Whose removal would part the most others?',
  unit: 'share of pairs',
  rawUnit: 'pairs',
  formula: 'pairs joined with v and not without it',
  accepts: [],
  reference: 'Tarjan 1972, doi:10.1137/0201010',
  run: (csr, { raw }) => {
    const { partedPairs } = separationKernel(csr);
    const pairs = ((csr.size - 1) * (csr.size - 2)) / 2;
    return raw || pairs <= 0 ? partedPairs : partedPairs.map((count) => count / pairs);
  },
};
