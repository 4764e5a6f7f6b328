/** The measure `clustering`. */
import type { Measure } from './measure.js';

/** Share of an entity's pairs of neighbours that are tied themselves; raw: the triangles. */
export const clustering: Measure = {
  id: 'clustering',
  title: 'Clustering',
  question: 'Whose neighbours know each other?',
  unit: 'share of pairs of neighbours',
  rawUnit: 'triangles',
  formula: '2 · triangles(v) / (k(v) · (k(v) − 1))',
  accepts: ['direction'],
  reference:
    'Watts & Strogatz 1998, doi:10.1038/30918; directed: Fagiolo 2007, doi:10.1103/PhysRevE.76.026107',
  run: async (csr, { raw, compute }) => {
    const { triangles, coefficients } = await compute('clustering', csr, {});
    return raw ? triangles : coefficients;
  },
};
