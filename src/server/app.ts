/** The Express application: which layer sees a request first, and what answers it. */
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express from 'express';
import { tokenGate } from './access.js';
import { documentRoutes } from './document-routes.js';
import { exportRoute } from './export-route.js';
import { healthRoutes } from './health-routes.js';
import { hostGate } from './host-gate.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { createMetrics } from './metrics.js';
import { openedGraphRoutes } from './opened-graph-routes.js';
import { OpenedGraphs, type OpenFile } from './opened-graphs.js';
import { answerProblem } from './problems.js';
import { parseQuery } from './query.js';
import { questionRoutes, refuseUnknown } from './question-routes.js';
import { securityHeaders } from './security-headers.js';
import { askedWorkspace, holdWorkspace, type ServedWorkspace } from './served-workspace.js';
import { TaskQueue } from './task-queue.js';
import { taskRoutes } from './task-routes.js';
import { Tasks } from './tasks.js';
import { webRoutes } from './web-routes.js';

export interface AppOptions {
  /** Token that every request must bear; without one, whoever reaches the server may read. */
  token?: string;
  /** Names besides the loopback ones under which the server may be addressed; a port counts for nothing. */
  allowedHosts?: readonly string[];
  /** Folder of the built page. */
  webFolder?: string;
  /** Opens graph files that are sent here, or false to take none; in threads of their own unless told. */
  openFile?: OpenFile | false;
  /** Aborted when the server begins to stop: it is no longer ready, and takes no further questions. */
  stopping?: AbortSignal;
  /** Bounds; see DEFAULT_LIMITS. */
  limits?: Partial<Limits>;
  /** Where defects are written; standard error unless told. */
  log?: (text: string) => void;
}

const DEFAULT_WEB_FOLDER = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/**
 * Builds the application around a workspace, which may still be opening: until it is there, `/readyz` and every question answer 503.
 * A workspace that fails to open is reported to whoever awaits it, not here.
 *
 * ```ts
 * createApp(await openWorkspace('graph-data')).listen(4100, '127.0.0.1');
 * ```
 */
export function createApp(
  workspace: ServedWorkspace | Promise<ServedWorkspace>,
  options: AppOptions = {},
): express.Express {
  const log = options.log ?? ((text) => process.stderr.write(`${text}\n`));
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const current = holdWorkspace(workspace, options.stopping);
  const queue = new TaskQueue(limits.heavyRunning, limits.heavyWaiting);
  const tasks = new Tasks(queue, limits, log);
  const opened =
    options.openFile === false ? undefined : new OpenedGraphs(options.openFile ?? openFileApart, limits);
  options.stopping?.addEventListener(
    'abort',
    () => {
      tasks.close();
      opened?.close();
    },
    { once: true },
  );
  const asked = askedWorkspace(current);
  const metrics = createMetrics(queue);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // Ours come from the revision; Express would hash every body.
  app.set('query parser', parseQuery);
  app.use(metrics.observe);
  app.use(securityHeaders());
  app.use(hostGate(options.allowedHosts ?? []));
  app.use(compression({ filter: isCompressible }));
  app.use(healthRoutes(current));
  if (options.token !== undefined) app.use(tokenGate(options.token));
  app.use(metrics.routes);
  app.use(openedGraphRoutes({ opened, queue, limits }));
  app.use(questionRoutes({ asked, queue, limits }));
  app.use(exportRoute({ asked, queue, limits }));
  app.use(taskRoutes({ asked, tasks, heartbeatMs: limits.heartbeatMs }));
  app.use(documentRoutes(current));
  app.use(refuseUnknown());
  app.use(webRoutes(options.webFolder ?? DEFAULT_WEB_FOLDER));
  app.use(answerProblem(log));
  return app;
}

/** Loaded when there is a file to open. */
const openFileApart: OpenFile = async (...file) => {
  const { openApart } = await import('../open-apart.js');
  return await openApart(...file);
};

/** Event streams must reach the page event by event, and a compressor would hold them back. */
export function isCompressible(request: express.Request, response: express.Response): boolean {
  const type = String(response.getHeader('content-type') ?? '');
  return !type.startsWith('text/event-stream') && compression.filter(request, response);
}
