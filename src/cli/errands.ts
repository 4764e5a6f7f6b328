/** What the thread behind `run-apart` runs: opens the data, does one errand with it, returns what comes of it. */
import { AppError, type ErrorCode } from '../contract/errors.js';
import type { ExportedFile } from '../contract/exports.js';
import type { QuestionId } from '../contract/questions.js';
import type { ImportOptions, ImportReport } from '../import-data.js';
import type { Run } from '../tasks/protocol.js';
import { openWorkspace, type Workspace } from '../workspace.js';

/** What each errand takes. */
export interface Errands {
  ask: { path: string; question: QuestionId; parameters: Readonly<Record<string, unknown>> };
  export: { path: string; parameters: Readonly<Record<string, unknown>> };
  import: { format: string; input: string; options: ImportOptions };
}

/** A result, or the error that the asker is to read; errors lose their fields on the way between threads. */
export interface Outcome {
  warnings: readonly string[];
  result?: unknown;
  failure?: { code: ErrorCode; detail: string; members: Readonly<Record<string, unknown>> };
}

type Warn = (texts: readonly string[]) => void;

const opened = new Map<string, Promise<Workspace>>();

/** Opens data once, however many questions a command asks of it; what is warned of is said once too. */
async function open(path: string, warn: Warn): Promise<Workspace> {
  const known = opened.get(path);
  if (known !== undefined) return await known;
  const opening = openWorkspace(path);
  opened.set(path, opening);
  const workspace = await opening;
  warn(workspace.warnings);
  return workspace;
}

async function ask(
  { path, question, parameters }: Errands['ask'],
  { control }: Run,
  warn: Warn,
): Promise<unknown> {
  const workspace = await open(path, warn);
  return await workspace.ask(question, parameters, {
    // Cancelling ends the process, so this signal never fires.
    signal: new AbortController().signal,
    progress: (share) => control.progress(share),
  });
}

async function exportFile(
  { path, parameters }: Errands['export'],
  _: Run,
  warn: Warn,
): Promise<ExportedFile> {
  const workspace = await open(path, warn);
  return await workspace.export(parameters);
}

async function importFile(
  { format, input, options }: Errands['import'],
  _: Run,
  warn: Warn,
): Promise<ImportReport> {
  const { importData } = await import('../import-data.js');
  const report = await importData(format, input, options);
  warn(report.warnings);
  return report;
}

/** The errand as the pool runs it: an error for the asker is an outcome like others. */
const errand =
  <E>(run: (options: E, context: Run, warn: Warn) => Promise<unknown>) =>
  async (_: unknown, options: unknown, context: Run): Promise<Outcome> => {
    const warnings: string[] = [];
    try {
      const result = await run(options as E, context, (texts) => void warnings.push(...texts));
      return { warnings, result };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const { code, message: detail, members } = thrown;
      return { warnings, failure: { code, detail, members } };
    }
  };

export const kernels = {
  ask: { load: async () => errand(ask) },
  export: { load: async () => errand(exportFile) },
  import: { load: async () => errand(importFile) },
};
