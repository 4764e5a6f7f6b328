/** What the thread behind `ask-apart` runs: opens the data, asks one question, returns what comes of it. */
import { AppError, type ErrorCode } from '../contract/errors.js';
import type { QuestionId } from '../contract/questions.js';
import type { Run } from '../tasks/protocol.js';
import { openWorkspace } from '../workspace.js';

export interface Errand {
  path: string;
  question: QuestionId;
  parameters: Readonly<Record<string, unknown>>;
}

/** An answer, or the error that the asker is to read; errors lose their fields on the way between threads. */
export interface Outcome {
  warnings: readonly string[];
  answer?: unknown;
  failure?: { code: ErrorCode; detail: string; members: Readonly<Record<string, unknown>> };
}

async function ask(_: unknown, { path, question, parameters }: Errand, { control }: Run): Promise<Outcome> {
  const warnings: string[] = [];
  try {
    const workspace = await openWorkspace(path);
    warnings.push(...workspace.warnings);
    const answer = await workspace.ask(question, parameters, {
      // Cancelling ends the process, so this signal never fires.
      signal: new AbortController().signal,
      progress: (share) => control.progress(share),
    });
    return { warnings, answer };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { code, message: detail, members } = thrown;
    return { warnings, failure: { code, detail, members } };
  }
}

export const kernels = { ask: { load: async () => ask } };
