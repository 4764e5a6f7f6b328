/** The measures `constraint` and `effective-size`. */
import type { Measure } from './measure.js';

/** How far all ties lead back to the same few. Direction is not read. */
export const constraint: Measure = {
  id: 'constraint',
  title: 'Constraint',
  question: 'Whose ties all lead back to the same few?',
  unit: 'index; low for brokers',
  rawUnit: 'index; low for brokers',
  formula: 'Σ (p(v,j) + Σ p(v,q) p(q,j))²',
  accepts: [],
  reference: 'Burt 2004, doi:10.1086/421787',
  run: async (csr, { compute }) => (await compute('structural-holes', csr, {})).constraint,
};

/** Neighbours less their ties among themselves. Direction is not read. */
export const effectiveSize: Measure = {
  id: 'effective-size',
  title: 'Effective size',
  question: 'Who reaches the most circles that are not tied to each other?',
  unit: 'neighbours that are not redundant',
  rawUnit: 'neighbours that are not redundant',
  formula: 'k(v) − 2 t / k(v), t ties among the neighbours',
  accepts: [],
  reference: 'Borgatti 1997, Connections 20(1), 35–38',
  run: async (csr, { compute }) => (await compute('structural-holes', csr, {})).effectiveSize,
};
