/** Running an errand in a thread, so that Ctrl+C and the progress bar work while data is read and answers are put together. */
import { AppError } from '../contract/errors.js';
import { type JobControl, Pool } from '../tasks/pool.js';
import type { Errands, Outcome } from './errands.js';

const pool = new Pool({ module: new URL('./errands.js', import.meta.url), threads: 1 });

export interface Listener extends JobControl {
  warn(text: string): void;
}

/** Lets the thread load its modules while this one still reads the command line. */
export const prepare = (): void => pool.warm();

/**
 * Runs an errand. Aborting the signal rejects at once, whatever the thread is doing; it does not keep the process.
 *
 * @throws AppError as the errand does; the signal's reason once that is aborted
 */
export async function runApart<E extends keyof Errands>(
  errand: E,
  options: Errands[E],
  listener: Listener,
): Promise<unknown> {
  const job = { kernel: errand, input: {}, options, parts: 1 };
  const [outcome] = await pool.run<Outcome>(job, listener);
  const { warnings, result, failure } = outcome!;
  for (const text of warnings) listener.warn(text);
  if (failure !== undefined) throw new AppError(failure.code, failure.detail, failure.members);
  return result;
}
