/** Placeholder until the legend is drawn. */
import type { Answer } from '../../../src/contract/questions.js';
export const Legend = (_: { meta: Answer<'meta'> }) => null;
