/** `/api/v1/tasks`: questions that are answered later; their progress comes as server-sent events. */
import { json, type Request, type Response, Router } from 'express';
import { AppError } from '../contract/errors.js';
import { type TaskView, taskRequestSchema } from '../contract/tasks.js';
import { demandJson } from './demand-json.js';
import { refuseMethod } from './problems.js';
import { readGiven } from './read-given.js';
import { sendJson } from './send-json.js';
import type { AskedWorkspace } from './served-workspace.js';
import { isOver, type Tasks } from './tasks.js';

const MOST_BODY = '64kb';
/** Streams open at a time, over all tasks. */
const MOST_STREAMS = 100;
/** Progress is told no more often than this; an ending at once. */
const PROGRESS_MS = 100;

interface TaskServices {
  asked: AskedWorkspace;
  tasks: Tasks;
  heartbeatMs: number;
}

/** Routes for tasks. They change something, so beside `Host` and `Origin` the type of the body is looked at: forms cannot send JSON. */
export function taskRoutes({ asked, tasks, heartbeatMs }: TaskServices): Router {
  const router = Router();
  let streams = 0;
  router.use('/api/v1/tasks', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router
    .route('/api/v1/tasks')
    .post(demandJson, json({ limit: MOST_BODY }), (request, response) => {
      const workspace = asked(response);
      const { kind, parameters } = readRequest(request.body);
      workspace.check(kind, parameters);
      const task = tasks.begin(workspace, kind, parameters);
      response.status(202).location(`/api/v1/tasks/${task.id}`).json(task);
    })
    .all(refuseMethod('POST'));
  router
    .route('/api/v1/tasks/:id')
    .get((request, response) => sendJson(tasks.find(request.params.id), response))
    .delete((request, response) => {
      tasks.remove(request.params.id);
      response.status(204).end();
    })
    .all(refuseMethod('GET', 'HEAD', 'DELETE'));
  router
    .route('/api/v1/tasks/:id/events')
    .get((request, response) => {
      tasks.find(request.params.id);
      if (streams >= MOST_STREAMS)
        throw new AppError(
          'too-many-requests',
          `${streams} streams of events are open, which is all this server takes. Look at the task itself instead.`,
          { retryAfterSeconds: 5 },
        );
      streams++;
      response.once('close', () => streams--);
      tell(request, response, tasks, heartbeatMs);
    })
    .all(refuseMethod('GET', 'HEAD'));
  return router;
}

const readRequest = (body: unknown) =>
  readGiven(taskRequestSchema, body, 'The body must be {"kind": a question, "parameters": {…}}.');

/**
 * Streams how a task stands, from now on: the first event tells the state, so a client that comes back needs none of those it
 * missed, and what it says of them is not looked at.
 */
function tell(request: Request<{ id: string }>, response: Response, tasks: Tasks, heartbeatMs: number): void {
  response.status(200).set({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  // A line that says nothing, so that neither proxies nor the client take the silence of long work for an end.
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
  let toldMs = Number.NEGATIVE_INFINITY;
  const leave = tasks.follow(request.params.id, (task) => {
    const nowMs = performance.now();
    if (isOver(task)) {
      response.end(eventOf(task));
    } else if (nowMs - toldMs >= PROGRESS_MS && !response.writableNeedDrain) {
      toldMs = nowMs;
      response.write(eventOf(task));
    }
  });
  response.once('close', () => {
    clearInterval(heartbeat);
    leave();
  });
}

/** The answer itself is fetched at the task's address: it may be large, and a stream is not compressed. */
function eventOf({ answer: _answer, ...task }: TaskView): string {
  const name = isOver(task) ? task.status : 'progress';
  return `event: ${name}\ndata: ${JSON.stringify(task)}\n\n`;
}
