/** The measure `pagerank`. */
import type { Measure } from './measure.js';

/** Where a walker who follows relations, and starts afresh now and then, is found. */
export const pagerank: Measure = {
  id: 'pagerank',
  title: 'PageRank',
  question: 'Who is tied to those who matter?',
  unit: 'share of visits',
  rawUnit: 'share of visits',
  formula: 'PR(v) = (1 − d)/n + d · Σ PR(u) · s(u,v)/s(u), d = 0.85',
  accepts: ['direction', 'strength', 'near'],
  reference: 'Page, Brin, Motwani & Winograd 1999, ilpubs.stanford.edu/422',
  run: async (csr, { valued, near, compute }) => {
    const options = {
      valued: valued === 'strength',
      ...(near === undefined ? {} : { personalisation: near }),
    };
    return (await compute('pagerank', csr, options)).scores;
  },
};
