/** Asking a question in a thread of its own, so that Ctrl+C and the progress bar work while a kernel computes. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../contract/errors.js';
import type { Answer, QuestionId, TaskControl } from '../contract/questions.js';

/** What the thread is given. */
export interface Errand {
  path: string;
  question: QuestionId;
  parameters: Readonly<Record<string, unknown>>;
}

/** What the thread tells: any number of warnings and progress, then an answer or a failure. */
export type Message =
  | { is: 'warning'; text: string }
  | { is: 'progress'; share: number; doing: string }
  | { is: 'answer'; answer: unknown }
  | { is: 'failure'; code: ErrorCode; detail: string; members: Record<string, unknown> }
  | { is: 'defect'; stack: string };

export interface Listener extends TaskControl {
  warn(text: string): void;
}

/**
 * Opens the data and asks. Aborting the signal ends the thread at once, whatever it is doing.
 *
 * @throws AppError as `openWorkspace` and `ask` do; `cancelled` once the signal is aborted
 */
export async function askApart<Q extends QuestionId>(
  question: Q,
  path: string,
  parameters: Errand['parameters'],
  listener: Listener,
): Promise<Answer<Q>> {
  const errand: Errand = { path, question, parameters };
  const worker = new Worker(new URL('./question-worker.js', import.meta.url), { workerData: errand });
  const told = new Promise<unknown>((resolve, reject) => {
    listener.signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')), {
      once: true,
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The thread ended without an answer.')));
    worker.on('message', (message: Message) => {
      if (message.is === 'warning') listener.warn(message.text);
      else if (message.is === 'progress') listener.progress(message.share, message.doing);
      else if (message.is === 'answer') resolve(message.answer);
      else if (message.is === 'failure') reject(new AppError(message.code, message.detail, message.members));
      else reject(Object.assign(new Error('defect'), { stack: message.stack }));
    });
  });
  try {
    return (await told) as Answer<Q>;
  } finally {
    await worker.terminate();
  }
}
