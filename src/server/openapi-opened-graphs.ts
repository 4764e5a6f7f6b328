/** Graphs that are opened from a file, as the OpenAPI document tells of them. */
import { openParametersSchema } from '../contract/opened-graphs.js';
import { COMMON, type Json, refer } from './openapi-responses.js';
import { describeParameters } from './question-addresses.js';

const ADDRESS = '/api/v1/workspaces';

export function openedGraphPaths(): Json {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const lost = { 403: refer('NoFiles'), 404: refer('NoGraph'), ...COMMON };
  const told = (description: string): Json => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/OpenedGraph' } } },
  });
  return {
    [ADDRESS]: {
      post: {
        operationId: 'openGraph',
        summary: 'Open a graph file for a while',
        description:
          'Every address below /api/v1/ is then answered below /api/v1/workspaces/{id}/ too, of this graph. It is held in memory alone. Heavy: it may wait for others to end.',
        parameters: describeParameters(openParametersSchema, ADDRESS).map(
          ({ name, place, required, description, schema }) => ({
            name,
            in: place,
            required,
            description,
            schema,
          }),
        ),
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: {
          201: {
            ...told('The graph is open'),
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
        parameters: [id],
        responses: { 200: told('The graph'), ...lost },
      },
      delete: {
        operationId: 'closeGraph',
        summary: 'Let a graph go',
        parameters: [id],
        responses: { 204: { description: 'It is gone' }, ...lost },
      },
    },
  };
}
