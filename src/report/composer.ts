/** What composing one report comes to: its title, its question in words, its blocks; sources are cited as they are met. */
import type { Answer } from '../contract/questions.js';
import type { Citations } from './citations.js';
import type { ReportDocument } from './document.js';

export type Composer = (
  report: Answer<'report'>,
  cite: Citations,
) => Pick<ReportDocument, 'title' | 'question' | 'blocks'>;
