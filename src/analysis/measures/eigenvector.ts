/** The measure `eigenvector`. */
import type { Measure } from './measure.js';

/** Counting by those that count. On a graph of several islands it sees the densest alone; PageRank sees all. */
export const eigenvector: Measure = {
  id: 'eigenvector',
  title: 'Eigenvector centrality',
  question: 'Whose neighbours are themselves central?',
  unit: 'share, of length 1',
  rawUnit: 'share, of length 1',
  formula: 'λ x(v) = Σ s(u,v) x(u), greatest λ',
  accepts: ['direction', 'strength'],
  reference: 'Bonacich 1987, doi:10.1086/228631',
  run: async (csr, { compute }) => (await compute('eigenvector', csr, {})).scores,
};
