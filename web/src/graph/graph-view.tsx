/** Placeholder until the graph is drawn. */
import type { Answer } from '../../../src/contract/questions.js';
export const GraphView = (_: { meta: Answer<'meta'> }) => null;
