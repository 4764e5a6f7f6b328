/** The measures of brokerage between kinds, one a role. */
import type { BrokerageRole } from '../../kernels/brokerage.js';
import type { Measure } from './measure.js';

const QUESTIONS: Record<BrokerageRole, string> = {
  coordinator: 'Who brokers between two of its own kind?',
  consultant: 'Who brokers between two of another kind?',
  gatekeeper: 'Who lets another kind in to its own?',
  representative: 'Who speaks for its own kind to another?',
  liaison: 'Who brokers between two kinds, being of neither?',
};

/** Open two-step ways through the entity, by the root kinds of the three. Read both ways, each way counts in both directions. */
export const brokerage: readonly Measure[] = (Object.keys(QUESTIONS) as BrokerageRole[]).map((role) => ({
  id: `brokerage-${role}`,
  title: `Brokerage: ${role}`,
  question: QUESTIONS[role],
  unit: 'open ways',
  rawUnit: 'open ways',
  formula: 'ways u → v → w without u → w, by kinds',
  accepts: ['direction'],
  reference: 'Gould & Fernandez 1989, doi:10.2307/270949',
  run: async (csr, { groups, compute }) => (await compute('brokerage', csr, { groups: groups() }))[role],
}));
