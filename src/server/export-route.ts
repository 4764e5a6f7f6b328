/** `/api/v1/export/{format}`: the graph, or the part that a scope leaves, as a file to save. */
import { Router } from 'express';
import { refuseMethod } from './problems.js';
import { entityTag, type QuestionServices, rawParameters } from './question-routes.js';
import { withinTime } from './time-limit.js';

/** Takes the same parameters as every question's scope. A file is written whole, so exports wait for their turn with what is heavy. */
export function exportRoute({ current, queue, limits }: QuestionServices): Router {
  const router = Router();
  router
    .route('/api/v1/export/:format')
    .get(async (request, response) => {
      const workspace = current();
      const parameters = rawParameters(request);
      response.set({ 'cache-control': 'no-cache', etag: entityTag(workspace, 'export', parameters) });
      if (request.fresh) {
        response.status(304).end();
        return;
      }
      const { mediaType, fileName, text } = await withinTime(response, limits.heavyMs, (signal) =>
        queue.run(() => workspace.export(parameters), signal),
      );
      response
        .set({ 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` })
        .send(text);
    })
    .all(refuseMethod('GET', 'HEAD'));
  return router;
}
