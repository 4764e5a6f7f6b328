/**
 * Every question that can be asked, once: its parameters, its answer, its address. HTTP routes, OpenAPI, CLI commands and the
 * page's client are all drawn from this table, which joins the families in `questions/`; `analysis/answers` holds one function
 * for each.
 */
import type { z } from 'zod';
import { reportAnswerSchema } from './answers/report-answers.js';
import { define } from './define-question.js';
import { changeQuestions } from './questions/change-questions.js';
import { graphQuestions } from './questions/graph-questions.js';
import { groupQuestions } from './questions/group-questions.js';
import { pathQuestions } from './questions/path-questions.js';
import { rankingQuestions } from './questions/ranking-questions.js';
import { recordQuestions } from './questions/record-questions.js';
import { reportParameters } from './report-parameters.js';

export const questions = {
  ...graphQuestions,
  ...recordQuestions,
  ...pathQuestions,
  ...groupQuestions,
  ...changeQuestions,
  ...rankingQuestions,
  report: define({
    title: 'Report',
    question: 'What shall the reader receive?',
    route: 'reports/{name}',
    positional: ['name', 'of'],
    heavy: true,
    parameters: reportParameters,
    answer: reportAnswerSchema,
  }),
} as const;

export type Questions = typeof questions;
export type QuestionId = keyof Questions;
export type Parameters<Q extends QuestionId> = z.output<Questions[Q]['parameters']>;
export type Answer<Q extends QuestionId> = z.output<Questions[Q]['answer']>;

/** How a running question hears of cancellation and tells of progress (0 to 1). */
export interface TaskControl {
  readonly signal: AbortSignal;
  progress(share: number, doing: string): void;
}
