/** Tasks: a question that is asked now and answered later, with progress on the way. */
import { z } from 'zod';
import { type QuestionId, questions } from './questions.js';

const kind = z.enum(Object.keys(questions) as [QuestionId, ...QuestionId[]]);

/** What is posted to begin a task. */
export const taskRequestSchema = z.strictObject({
  kind: kind.describe('The question, by id'),
  parameters: z.record(z.string(), z.unknown()).default({}).describe('As in its query string, or typed'),
});

/** A task, as told at its address. */
export const taskSchema = z.strictObject({
  id: z.string(),
  kind,
  parameters: z.record(z.string(), z.unknown()),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: z.strictObject({ share: z.number().min(0).max(1), doing: z.string() }),
  /** With status `done`: what its question answers. */
  answer: z.unknown().optional(),
  /** With status `failed`: why, as a problem document. */
  problem: z.record(z.string(), z.unknown()).optional(),
  begun: z.iso.datetime(),
  /** Until when the outcome is kept; null while there is none. */
  kept: z.iso.datetime().nullable(),
});
export type TaskView = z.output<typeof taskSchema>;
