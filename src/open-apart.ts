/** A graph that somebody sends as a file, in a thread of its own: to read and ask it delays nobody else, and its memory is bounded. */
import { AppError } from './contract/errors.js';
import type { ExportedFile } from './contract/exports.js';
import type { QuestionId, TaskControl } from './contract/questions.js';
import type { ResidentModule } from './tasks/protocol.js';
import { settleApart } from './tasks/resident.js';
import { checkParameters, openFile, renderReport, type Workspace } from './workspace.js';

/** What objects of one graph may take. About 150 MB are of the program itself. */
const HEAP_MB = 768;

type Facts = Pick<Workspace, 'revision' | 'version' | 'build' | 'warnings'>;

/** What can be asked of a workspace without its graph at hand. */
export interface ApartWorkspace extends Facts, Pick<Workspace, 'check' | 'render' | 'export' | 'close'> {
  ask(question: QuestionId, parameters: unknown, control?: TaskControl): Promise<unknown>;
  /** Resolves once it can no longer be asked. */
  readonly ended: Promise<void>;
}

const IDLE: TaskControl = { signal: new AbortController().signal, progress: () => {} };

/**
 * Opens what a file holds and prepares the first questions. Nothing of it is kept on disk.
 *
 * @throws AppError as `openFile`; `too-large` when it needs more memory than it may have; the signal's reason
 */
export async function openApart(
  bytes: Uint8Array,
  fileName: string,
  signal: AbortSignal,
): Promise<ApartWorkspace> {
  const outOfMemory = () =>
    new AppError(
      'too-large',
      `${fileName} needs more than the ${HEAP_MB} MB of memory that a graph opened here may take. Serve it by itself: asterism serve --data FILE.`,
    );
  const resident = await settleApart<Facts>(
    {
      module: new URL('./open-apart.js', import.meta.url),
      input: { bytes, fileName },
      heapMb: HEAP_MB,
      outOfMemory,
    },
    signal,
  );
  return {
    ...resident.facts,
    check: checkParameters,
    // The command that gives the document again needs the file.
    render: (report) => renderReport({ ...report, parameters: { ...report.parameters, data: fileName } }),
    ask: (question, parameters, control = IDLE) => resident.call('ask', [question, parameters], control),
    export: (parameters, control = IDLE) => resident.call<ExportedFile>('export', [parameters], control),
    close: () => resident.close(),
    ended: resident.ended,
  };
}

/**
 * What the thread runs.
 *
 * @public
 */
export const settle: ResidentModule['settle'] = async (input) => {
  const { bytes, fileName } = input as { bytes: Uint8Array; fileName: string };
  const workspace = await openFile(bytes, fileName);
  await workspace.warm();
  const { revision, version, build, warnings } = workspace;
  return {
    facts: { revision, version, build, warnings } satisfies Facts,
    calls: {
      ask: ([question, parameters], control) => workspace.ask(question as QuestionId, parameters, control),
      export: ([parameters], control) => workspace.export(parameters, control),
    },
  };
};
