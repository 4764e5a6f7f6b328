/** Graphs that are opened from a file, as the OpenAPI document tells of them. */
import { openParametersSchema } from '../contract/opened-graphs.js';
import { COMMON, ID_PARAMETER, type Json, parameter, refer, told } from './openapi-parts.js';
import { describeParameters } from './question-addresses.js';

const ADDRESS = '/api/v1/workspaces';

export function openedGraphPaths(): Json {
  const lost = { 403: refer('NoFiles'), 404: refer('NoGraph'), ...COMMON };
  return {
    [ADDRESS]: {
      post: {
        operationId: 'openGraph',
        summary: 'Open a graph file for a while',
        description:
          'Every address below /api/v1/ is then answered below /api/v1/workspaces/{id}/ too, of this graph. It is held in memory alone. Heavy: it may wait for others to end.',
        parameters: describeParameters(openParametersSchema, ADDRESS).map(parameter),
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: {
          201: {
            ...told('The graph is open', 'OpenedGraph'),
            headers: { Location: { schema: { type: 'string' }, description: 'Its address' } },
          },
          400: refer('BadRequest'),
          403: refer('NoFiles'),
          413: refer('TooLarge'),
          415: refer('NotBytes'),
          422: refer('Faulty'),
          429: refer('Full'),
          503: refer('Busy'),
          ...COMMON,
        },
      },
    },
    [`${ADDRESS}/{id}`]: {
      get: {
        operationId: 'openedGraph',
        summary: 'What is held under an id',
        parameters: [ID_PARAMETER],
        responses: { 200: told('The graph', 'OpenedGraph'), ...lost },
      },
      delete: {
        operationId: 'closeGraph',
        summary: 'Let a graph go',
        parameters: [ID_PARAMETER],
        responses: { 204: { description: 'It is gone' }, ...lost },
      },
    },
  };
}
