/** Asking a question: its parameters are read by the contract's schema, then its one function answers. */
import { setMaxListeners } from 'node:events';
import type { z } from 'zod';
import { AppError } from '../contract/errors.js';
import {
  type Answer,
  type Parameters,
  type QuestionId,
  questions,
  type TaskControl,
} from '../contract/questions.js';
import { describeFault } from '../model/describe-refusal.js';
import { nearest } from '../model/nearest.js';
import { answerAudit } from './answers/audit-data.js';
import { answerCompare } from './answers/compare-dates.js';
import { answerReport } from './answers/compile-report.js';
import { answerMeta, answerStats } from './answers/describe-data.js';
import { answerGraph, answerNeighbors } from './answers/explore-graph.js';
import { answerPath } from './answers/find-paths.js';
import { answerCommunities } from './answers/group-entities.js';
import { answerConnect, answerCut } from './answers/join-actors.js';
import { answerMeasures, answerRank } from './answers/rank-entities.js';
import { answerTies } from './answers/rank-ties.js';
import {
  answerRelation,
  answerSearch,
  answerShow,
  answerSource,
  answerSources,
} from './answers/show-records.js';
import { answerLeads, answerSimilar } from './answers/suggest-pairs.js';
import { answerOverview } from './answers/survey-communities.js';
import { answerWithout } from './answers/take-away.js';
import { type Context, UnknownName } from './context.js';

type Answerers = {
  [Q in QuestionId]: (
    context: Context,
    parameters: Parameters<Q>,
    control: TaskControl,
  ) => Answer<Q> | Promise<Answer<Q>>;
};

/** One function a question; the compiler demands that none is missing. */
const answerers: Answerers = {
  meta: answerMeta,
  stats: answerStats,
  audit: answerAudit,
  search: answerSearch,
  graph: answerGraph,
  overview: answerOverview,
  show: answerShow,
  neighbors: answerNeighbors,
  relation: answerRelation,
  sources: answerSources,
  source: answerSource,
  path: answerPath,
  connect: answerConnect,
  cut: answerCut,
  communities: answerCommunities,
  leads: answerLeads,
  similar: answerSimilar,
  compare: answerCompare,
  without: answerWithout,
  rank: answerRank,
  ties: answerTies,
  report: answerReport,
  measures: answerMeasures,
};

/** Of whoever neither cancels nor looks how far it is. */
export const IDLE: TaskControl = { signal: new AbortController().signal, progress: () => {} };

/**
 * Answers a question. `raw` holds parameters as they came, text or typed.
 *
 * @throws AppError `unknown-parameter`, `invalid-parameter`, and what the question itself may find wrong
 */
export async function ask<Q extends QuestionId>(
  context: Context,
  question: Q,
  raw: unknown,
  control: TaskControl = IDLE,
): Promise<Answer<Q>> {
  const parameters = readParameters(question, raw);
  // Many kernels may be under way for one question, and each listens; ten would be taken for a leak.
  setMaxListeners(0, control.signal);
  try {
    return await answerers[question](context, parameters, control);
  } catch (thrown) {
    throw thrown instanceof UnknownName ? await context.unknownEntity(thrown) : thrown;
  }
}

/** Parameters of a question, checked; every fault is named at once. */
export function readParameters<Q extends QuestionId>(question: Q, raw: unknown): Parameters<Q> {
  return readWith(questions[question].parameters, raw) as Parameters<Q>;
}

/** The same for parameters of any shape. */
export function readWith<P extends z.ZodObject>(parameters: P, raw: unknown): z.output<P> {
  const read = parameters.safeParse(raw, { reportInput: true });
  if (read.success) return read.data;
  const known = Object.keys(parameters.shape);
  const unknown = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  if (unknown.length > 0) {
    const hints = unknown.map((name) => {
      const meant = nearest(name, known);
      return `'${name}'${meant === undefined ? '' : ` (did you mean '${meant}'?)`}`;
    });
    throw new AppError(
      'unknown-parameter',
      `There is no parameter ${hints.join(', ')} here. ${known.length === 0 ? 'None is taken.' : `Known: ${known.join(', ')}.`}`,
      { parameters: unknown, known },
    );
  }
  const faults = read.error.issues.map((issue) => ({
    parameter: String(issue.path[0] ?? ''),
    message: describeFault(issue),
  }));
  throw new AppError(
    'invalid-parameter',
    faults.map(({ parameter, message }) => `${parameter}: ${message}`).join('; '),
    { faults },
  );
}
