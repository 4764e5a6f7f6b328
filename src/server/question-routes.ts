/** `/api/v1`: one route for each question of the contract, and what is said at any other address below `/api`. */
import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { AppError } from '../contract/errors.js';
import { type Answer, type QuestionId, questions, type TaskControl } from '../contract/questions.js';
import type { Limits } from './limits.js';
import { askedAddress, refuseMethod } from './problems.js';
import { canonicalQuery, type RawParameters } from './query.js';
import { addressOf } from './question-addresses.js';
import { sendJson } from './send-json.js';
import { sendReport } from './send-report.js';
import type { AskedWorkspace, ServedWorkspace } from './served-workspace.js';
import type { TaskQueue } from './task-queue.js';
import { withinTime } from './time-limit.js';

export interface QuestionServices {
  asked: AskedWorkspace;
  queue: TaskQueue;
  limits: Limits;
}

/**
 * Routes that ask the workspace. Parameters of path and query go to it raw; it knows which are allowed. An answer is the same as long
 * as revision, build and parameters are, so a client that names its ETag gets 304 and nothing is computed.
 */
export function questionRoutes(services: QuestionServices): Router {
  const router = Router();
  for (const id of Object.keys(questions) as QuestionId[]) {
    router
      .route(addressOf(id).replaceAll(/\{(\w+)\}/g, ':$1'))
      .get((request, response) => answer(id, request, response, services))
      .all(refuseMethod('GET', 'HEAD'));
  }
  return router;
}

async function answer(id: QuestionId, request: Request, response: Response, services: QuestionServices) {
  const { asked, queue, limits } = services;
  const workspace = asked(response);
  const parameters = rawParameters(request);
  setValidity(response, workspace, id, parameters);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const { heavy } = questions[id];
  const found = await withinTime(response, heavy ? limits.heavyMs : limits.lightMs, (signal) => {
    const control: TaskControl = { signal, progress: () => {} };
    const work = async () => workspace.ask(id, parameters, control);
    return heavy ? queue.run(work, signal) : work();
  });
  if (id === 'report') sendReport(await workspace.render(found as Answer<'report'>), response);
  else await sendJson(found as object, response);
}

/** Parameters of the query and of the address, together. */
export function rawParameters(request: Request): RawParameters {
  const query = request.query as RawParameters;
  for (const name of Object.keys(request.params)) {
    if (query[name] !== undefined)
      throw new AppError(
        'invalid-parameter',
        `“${name}” is part of this address and cannot be given in the query as well.`,
        { parameter: name },
      );
  }
  return Object.assign(Object.create(null), query, request.params);
}

/** Says how long an answer holds. What was opened from a file leaves no trace in the caches on the way. */
export function setValidity(
  response: Response,
  workspace: ServedWorkspace,
  what: string,
  parameters: RawParameters,
): void {
  const isOpened = response.locals['opened'] !== undefined;
  response.set({
    'cache-control': isOpened ? 'no-store' : 'no-cache',
    etag: entityTag(workspace, what, parameters),
  });
}

/** Names what is answered: the same revision, build and parameters, the same tag. Weak, because compression sends other bytes. */
function entityTag(workspace: ServedWorkspace, what: string, parameters: RawParameters): string {
  const { revision, version, build } = workspace;
  const parts = [revision, version, build, what, canonicalQuery(parameters)];
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
}

/** Answers everything below `/api` that no route took: 404 with the addresses there are. */
export function refuseUnknown(): Router {
  const routes = (Object.keys(questions) as QuestionId[]).map(addressOf);
  const router = Router();
  router.all('/api{/*path}', (request) => {
    throw new AppError(
      'not-found',
      `Nothing is served at ${askedAddress(request)}. /api/docs describes what is.`,
      {
        routes: [...routes, '/api/openapi.json', '/api/docs'],
      },
    );
  });
  return router;
}
