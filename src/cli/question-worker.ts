/** The thread behind `ask-apart`: opens the data, asks one question, tells what comes of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../contract/errors.js';
import { openWorkspace } from '../workspace.js';
import type { Errand, Message } from './ask-apart.js';

const tell = (message: Message) => parentPort!.postMessage(message);

try {
  const { path, question, parameters } = workerData as Errand;
  const workspace = await openWorkspace(path);
  for (const text of workspace.warnings) tell({ is: 'warning', text });
  const answer = await workspace.ask(question, parameters, {
    // Cancelling ends the thread, so this signal never fires.
    signal: new AbortController().signal,
    progress: (share, doing) => tell({ is: 'progress', share, doing }),
  });
  tell({ is: 'answer', answer });
} catch (thrown) {
  if (thrown instanceof AppError) {
    tell({ is: 'failure', code: thrown.code, detail: thrown.message, members: { ...thrown.members } });
  } else {
    tell({
      is: 'defect',
      stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    });
  }
}
