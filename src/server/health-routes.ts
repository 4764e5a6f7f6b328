/** Addresses for whatever watches over the process: does it run, and can it answer? */
import { Router } from 'express';
import { refuseMethod } from './problems.js';
import type { CurrentWorkspace } from './served-workspace.js';

/** `/healthz`: the process runs. `/readyz`: the graph is open and questions are answered, else 503 with the reason. */
export function healthRoutes(current: CurrentWorkspace): Router {
  const router = Router();
  router
    .route('/healthz')
    .get((_request, response) => {
      response.set('cache-control', 'no-store').json({ status: 'alive' });
    })
    .all(refuseMethod('GET', 'HEAD'));
  router
    .route('/readyz')
    .get((_request, response) => {
      const { revision, version } = current();
      response.set('cache-control', 'no-store').json({ status: 'ready', revision, version });
    })
    .all(refuseMethod('GET', 'HEAD'));
  return router;
}
