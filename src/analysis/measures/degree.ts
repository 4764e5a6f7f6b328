/** The measure `degree`. */
import { degree as degreeKernel } from '../../kernels/degree.js';
import { normaliseDegree } from '../../kernels/normalise.js';
import type { Measure } from './measure.js';

/** Distinct neighbours. On a multigraph parallel relations count once. */
export const degree: Measure = {
  id: 'degree',
  title: 'Degree',
  question: 'Who is tied to the most others?',
  unit: 'share of all others',
  rawUnit: 'neighbours',
  formula: 'k(v) / (n − 1)',
  accepts: ['direction'],
  reference: 'Freeman 1978, doi:10.1016/0378-8733(78)90021-7',
  run: (csr, { raw }) => (raw ? Float64Array.from(degreeKernel(csr)) : normaliseDegree(degreeKernel(csr))),
};
