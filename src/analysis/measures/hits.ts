/** The measures `hub` and `authority`. */
import type { Measure } from './measure.js';

const SHARED = {
  unit: 'share',
  rawUnit: 'share',
  accepts: ['direction', 'strength'],
  reference: 'Kleinberg 1999, doi:10.1145/324133.324140',
} as const;

/** Points to many that are pointed to; read both ways it is the same as authority. */
export const hub: Measure = {
  ...SHARED,
  accepts: [...SHARED.accepts],
  id: 'hub',
  title: 'Hub score',
  question: 'Who points to those that others point to?',
  formula: 'h(v) ∝ Σ a(u), over those v points to',
  run: async (csr, { compute }) => (await compute('hits', csr, {})).hubs,
};

/** Is pointed to by many that point well. */
export const authority: Measure = {
  ...SHARED,
  accepts: [...SHARED.accepts],
  id: 'authority',
  title: 'Authority score',
  question: 'Whom do good hubs point to?',
  formula: 'a(v) ∝ Σ h(u), over those that point to v',
  run: async (csr, { compute }) => (await compute('hits', csr, {})).authorities,
};
