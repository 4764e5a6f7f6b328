/** The measure `betweenness`. */
import type { Csr } from '../../kernels/csr.js';
import { normaliseBetweenness } from '../../kernels/normalise.js';
import { sampleSize } from '../../kernels/sampled-betweenness.js';
import { separation } from '../../kernels/separation.js';
import type { Measure } from './measure.js';

/** Relations above which the exact measure takes minutes, and an approximate one is offered. */
const MANY = 300_000;

/** Probability with which an approximate score may be off by more than was allowed. */
const DELTA = 0.05;

/** How much of the traffic along shortest paths passes through. */
export const betweenness: Measure = {
  id: 'betweenness',
  title: 'Betweenness',
  question: 'Who sits between the others?',
  unit: 'share of pairs',
  rawUnit: 'pairs',
  formula: 'Σ σ(s,t|v) / σ(s,t), over the pairs of others',
  accepts: ['direction', 'distance', 'approximate'],
  reference:
    'Brandes 2001, doi:10.1080/0022250X.2001.9990249; approximate: Riondato & Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0',
  account: (csr, { approximate }) => {
    if (approximate === undefined) {
      const relations = csr.targets.length / (csr.directed ? 1 : 2);
      if (relations <= MANY) return {};
      return {
        hint: `Exact over ${relations} pairs; --approximate 0.01 answers sooner, with a bound on the error.`,
      };
    }
    const { epsilon, seed } = approximate;
    const samples = samplesFor(csr, epsilon);
    const guarantee = `no normalised score is off by more than ${epsilon}, with probability ${1 - DELTA}`;
    return { parameters: { approximate: epsilon, samples, seed, guarantee } };
  },
  sway: async (csr, { valued, compute }) => {
    const { scores } = await compute('tie-betweenness', csr, { valued });
    const { bridges } = csr.directed ? { bridges: [] } : separation(csr);
    const isBridge = new Set(bridges.flatMap(([a, b]) => [a * csr.size + b, b * csr.size + a]));
    const sway = new Float64Array(scores.length);
    for (let v = 0; v < csr.size; v++) {
      for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
        // The paths of a pair that are left take over what the lost ones carried: one node may lose it and another gain it. Where
        // none are left, all can only lose.
        sway[i] = scores[i]! * (isBridge.has(v * csr.size + csr.targets[i]!) ? 1 : 2);
      }
    }
    return sway;
  },
  run: async (csr, { raw, valued, approximate, compute }) => {
    if (approximate !== undefined && valued === 'distance')
      throw new RangeError('paths are drawn in steps: leave out the distance, or approximate');
    const { scores } =
      approximate === undefined
        ? await compute('betweenness', csr, { valued: valued === 'distance' })
        : await compute('sampled-betweenness', csr, {
            samples: samplesFor(csr, approximate.epsilon),
            seed: approximate.seed,
          });
    return raw ? scores : normaliseBetweenness(scores, csr.directed);
  },
};

const samplesFor = (csr: Csr, epsilon: number) => sampleSize(csr, { epsilon, delta: DELTA });
