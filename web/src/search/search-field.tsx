/** Placeholder until the search is drawn. */
import type { Answer } from '../../../src/contract/questions.js';
export const SearchField = (_: { meta: Answer<'meta'> }) => null;
