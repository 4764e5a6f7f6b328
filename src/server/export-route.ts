/** `/api/v1/export/{format}`: the graph, or the part that a scope leaves, as a file to save. */
import { json, type Request, type Response, Router } from 'express';
import { exportedRowsSchema } from '../contract/exports.js';
import { demandJson } from './demand-json.js';
import { refuseMethod } from './problems.js';
import { type QuestionServices, rawParameters, setValidity } from './question-routes.js';
import { readGiven } from './read-given.js';
import { withinTime } from './time-limit.js';

/** What a list of some 200,000 ids takes. */
const MOST_BODY = '16mb';

/**
 * Takes the same parameters as every question's scope; a body takes a list of rows in its place, for which an address has no room. A
 * file is written whole, so exports wait for their turn with what is heavy.
 */
export function exportRoute({ asked, queue, limits }: QuestionServices): Router {
  const router = Router();
  const send = async (parameters: unknown, response: Response) => {
    const workspace = asked(response);
    const { mediaType, fileName, text } = await withinTime(response, limits.heavyMs, (signal) =>
      queue.run(() => workspace.export(parameters, { signal, progress: () => {} }), signal),
    );
    response
      .set({ 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"` })
      .send(text);
  };
  router
    .route('/api/v1/export/:format')
    .get(async (request, response) => {
      const workspace = asked(response);
      const parameters = rawParameters(request);
      setValidity(response, workspace, 'export', parameters);
      if (request.fresh) {
        response.status(304).end();
        return;
      }
      await send(parameters, response);
    })
    .post(demandJson, json({ limit: MOST_BODY }), async (request, response) => {
      response.set('cache-control', 'no-store');
      await send({ ...rawParameters(request), ...rowsOf(request) }, response);
    })
    .all(refuseMethod('GET', 'HEAD', 'POST'));
  return router;
}

/** The rows that a body lists. What else it holds is refused; so is a scope beside it, by whoever writes the file. */
const rowsOf = ({ body }: Request): object =>
  readGiven(
    exportedRowsSchema,
    body,
    'The body must be {"entities": [ids, at least one], "relations": [ids]}.',
  );
