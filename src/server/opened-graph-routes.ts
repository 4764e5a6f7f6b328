/** `/api/v1/workspaces`: graph files that are sent here, and the addresses below which their graphs are asked. */
import { type RequestHandler, Router, raw } from 'express';
import { AppError } from '../contract/errors.js';
import { MOST_FILE_BYTES } from '../contract/formats.js';
import { openParametersSchema } from '../contract/opened-graphs.js';
import type { Limits } from './limits.js';
import type { OpenedGraphs } from './opened-graphs.js';
import { refuseMethod } from './problems.js';
import { readGiven } from './read-given.js';
import type { TaskQueue } from './task-queue.js';
import { withinTime } from './time-limit.js';

const TYPE = 'application/octet-stream';
/** Files that are received or read at a time. */
const MOST_OPENING = 4;
const MB = 1024 * 1024;

interface OpenedGraphServices {
  /** Undefined where no files are taken. */
  opened: OpenedGraphs | undefined;
  queue: TaskQueue;
  limits: Limits;
}

/**
 * Routes that open, tell of and close graphs. What is asked below `/api/v1/workspaces/{id}/` is passed on to the routes that follow, as
 * if it were asked below `/api/v1/`, with the graph in `response.locals.opened`. Sending a file changes something, so beside `Host` and
 * `Origin` the type of the body is looked at: forms cannot send it.
 */
export function openedGraphRoutes({ opened, queue, limits }: OpenedGraphServices): Router {
  const router = Router();
  let opening = 0;
  const graphs = () => {
    if (opened === undefined)
      throw new AppError(
        'forbidden',
        'This server reads for everyone (--public), so it takes no files. Start one of your own: asterism serve --data FILE.',
      );
    return opened;
  };
  router.use('/api/v1/workspaces', (_request, response, next) => {
    graphs();
    response.set('cache-control', 'no-store');
    next();
  });
  const takeTurn: RequestHandler = (_request, response, next) => {
    if (opening >= MOST_OPENING)
      throw new AppError(
        'too-many-requests',
        `${opening} files are being opened, which is all this server takes. Send it again in a moment.`,
        { retryAfterSeconds: 5 },
      );
    opening++;
    response.once('close', () => opening--);
    next();
  };
  router
    .route('/api/v1/workspaces')
    .post(demandBytes, takeTurn, readBody, async (request, response) => {
      const { name } = readParameters(request.query);
      const bytes: unknown = request.body;
      if (!(bytes instanceof Uint8Array) || bytes.length === 0)
        throw new AppError('invalid-parameter', 'The body is empty: send the bytes of the file.');
      const view = await withinTime(
        response,
        limits.heavyMs,
        (signal) => queue.run(() => graphs().open(bytes, name, signal), signal),
        (limitMs) => tooLong(name, limitMs),
      );
      response.status(201).location(`/api/v1/workspaces/${view.id}`).json(view);
    })
    .all(refuseMethod('POST'));
  router
    .route('/api/v1/workspaces/:id')
    .get((request, response) => {
      response.json(graphs().view(request.params.id));
    })
    .delete((request, response) => {
      graphs().remove(request.params.id);
      response.status(204).end();
    })
    .all(refuseMethod('GET', 'HEAD', 'DELETE'));
  router.all('/api/v1/workspaces/:id/{*rest}', (request, response, next) => {
    response.locals['opened'] = graphs().workspace(request.params.id);
    request.url = request.url.replace(/^\/api\/v1\/workspaces\/[^/]+/, '/api/v1');
    next();
  });
  return router;
}

const demandBytes: RequestHandler = (request, _response, next) => {
  if (request.headers['content-type'] !== TYPE)
    throw new AppError(
      'unsupported-media-type',
      `Send the bytes of the file as content-type ${TYPE}, not “${request.headers['content-type'] ?? 'nothing'}”.`,
    );
  next();
};

const readWhole = raw({ type: TYPE, limit: MOST_FILE_BYTES });
const readBody: RequestHandler = (request, response, next) =>
  readWhole(request, response, (error?: { status?: unknown }) =>
    next(
      error?.status === 413
        ? new AppError(
            'too-large',
            `The file has more than ${MOST_FILE_BYTES / MB} MB. Serve it by itself: asterism serve --data FILE.`,
          )
        : error,
    ),
  );

const readParameters = (query: unknown) =>
  readGiven(
    openParametersSchema,
    query,
    'Give the name of the file, and nothing else, as ?name=network.graphml.',
  );

const tooLong = (name: string, limitMs: number) =>
  new AppError(
    'timed-out',
    `${name} could not be read and laid out within ${limitMs / 1000} s. Serve it by itself: asterism serve --data FILE.`,
    { limitSeconds: limitMs / 1000 },
  );
