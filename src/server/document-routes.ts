/** Where the API describes itself: `/api/openapi.json`, and `/api/docs` for reading. */
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { docsPage } from './docs-page.js';
import { findExamples } from './examples.js';
import { openApiDocument } from './openapi.js';
import { refuseMethod } from './problems.js';
import type { CurrentWorkspace } from './served-workspace.js';

/** Read from the sources, which are there when built too: the compiler copies no stylesheets. */
const STYLESHEET = fileURLToPath(new URL('../../src/server/docs.css', import.meta.url));

export function documentRoutes(current: CurrentWorkspace): Router {
  const router = Router();
  router
    .route('/api/openapi.json')
    .get((_request, response) => {
      response.set('cache-control', 'no-cache').json(openApiDocument(current().version));
    })
    .all(refuseMethod('GET', 'HEAD'));
  router
    .route('/api/docs.css')
    .get((_request, response) => {
      response.sendFile(STYLESHEET, { cacheControl: false, headers: { 'cache-control': 'no-cache' } });
    })
    .all(refuseMethod('GET', 'HEAD'));
  router
    .route('/api/docs')
    .get(async (_request, response) => {
      const workspace = current();
      response
        .set('cache-control', 'no-cache')
        .type('html')
        .send(docsPage(workspace.version, await findExamples(workspace)));
    })
    .all(refuseMethod('GET', 'HEAD'));
  return router;
}
