/** The measure `betweenness`. */
import { normaliseBetweenness } from '../../kernels/normalise.js';
import type { Measure } from './measure.js';

/** How much of the traffic along shortest paths passes through. */
export const betweenness: Measure = {
  id: 'betweenness',
  title: 'Betweenness',
  question: 'Who sits between the others?',
  unit: 'share of pairs',
  rawUnit: 'pairs',
  formula: 'Σ σ(s,t|v) / σ(s,t), over the pairs of others',
  accepts: ['direction', 'distance'],
  reference: 'Brandes 2001, doi:10.1080/0022250X.2001.9990249',
  run: async (csr, { raw, valued, compute }) => {
    const { scores } = await compute('betweenness', csr, { valued: valued === 'distance' });
    return raw ? scores : normaliseBetweenness(scores, csr.directed);
  },
};
