/** What the server needs of a workspace, and how it waits for one that is still being opened. */
import type { Response } from 'express';
import { AppError } from '../contract/errors.js';
import type { ExportedFile } from '../contract/exports.js';
import type { Answer, QuestionId, TaskControl } from '../contract/questions.js';
import type { RenderedReport } from '../contract/reports.js';

/** The part of a `Workspace` that the server uses. */
export interface ServedWorkspace {
  readonly revision: string;
  readonly version: string;
  /** Answers of another build may have another shape. */
  readonly build: string;
  /** Throws AppError where the parameters of a question cannot be understood. */
  check(question: QuestionId, parameters: unknown): void;
  ask(question: QuestionId, parameters: unknown, control?: TaskControl): Promise<unknown>;
  render(report: Answer<'report'>): Promise<RenderedReport>;
  export(parameters: unknown, control?: TaskControl): Promise<ExportedFile>;
  close(): Promise<void>;
}

/** Gives the open workspace; throws 'overloaded' while there is none. */
export type CurrentWorkspace = () => ServedWorkspace;

/** Gives the workspace that a request asks: one that was opened from a file, or the one that is served. */
export type AskedWorkspace = (response: Response) => ServedWorkspace;

/** What `openedGraphRoutes` found for a request, or else the served one. */
export const askedWorkspace =
  (current: CurrentWorkspace): AskedWorkspace =>
  ({ locals }) =>
    (locals['opened'] as ServedWorkspace | undefined) ?? current();

/** Follows a workspace from being opened until `stopping` aborts. Failure to open is for whoever awaits the promise to report. */
export function holdWorkspace(
  workspace: ServedWorkspace | Promise<ServedWorkspace>,
  stopping: AbortSignal | undefined,
): CurrentWorkspace {
  let open: ServedWorkspace | undefined;
  if (workspace instanceof Promise)
    workspace.then(
      (opened) => {
        open = opened;
      },
      () => {},
    );
  else open = workspace;
  return () => {
    if (stopping?.aborted)
      throw new AppError('overloaded', 'The server is stopping. Ask again when it is back.');
    if (open === undefined)
      throw new AppError('overloaded', 'The graph is still being opened. Ask again in a few seconds.', {
        retryAfterSeconds: 2,
      });
    return open;
  };
}
