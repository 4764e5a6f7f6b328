/** Asking a question in a thread, so that Ctrl+C and the progress bar work while data is read and answers are put together. */
import { AppError } from '../contract/errors.js';
import type { Answer, QuestionId } from '../contract/questions.js';
import { type JobControl, Pool } from '../tasks/pool.js';
import type { Errand, Outcome } from './question-module.js';

const pool = new Pool({ module: new URL('./question-module.js', import.meta.url), threads: 1 });

export interface Listener extends JobControl {
  warn(text: string): void;
}

/** Lets the thread load its modules while this one still reads the command line. */
export const prepareToAsk = (): void => pool.warm();

/**
 * Opens the data and asks. Aborting the signal rejects at once, whatever the thread is doing; it does not keep the process.
 *
 * @throws AppError as `openWorkspace` and `ask` do; the signal's reason once that is aborted
 */
export async function askApart<Q extends QuestionId>(
  question: Q,
  path: string,
  parameters: Errand['parameters'],
  listener: Listener,
): Promise<Answer<Q>> {
  const errand: Errand = { path, question, parameters };
  const job = { kernel: 'ask', input: {}, options: errand, parts: 1 };
  const [outcome] = await pool.run<Outcome>(job, listener);
  const { warnings, answer, failure } = outcome!;
  for (const text of warnings) listener.warn(text);
  if (failure !== undefined) throw new AppError(failure.code, failure.detail, failure.members);
  return answer as Answer<Q>;
}
