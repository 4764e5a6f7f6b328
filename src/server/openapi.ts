/** The OpenAPI 3.1 document, drawn from the questions of the contract: nothing in it is written twice. */
import { z } from 'zod';
import * as answers from '../contract/answers.js';
import { HTTP_STATUS } from '../contract/errors.js';
import { exportedRowsSchema, exportParametersSchema } from '../contract/exports.js';
import { openedGraphSchema } from '../contract/opened-graphs.js';
import { type QuestionId, questions } from '../contract/questions.js';
import { taskRequestSchema, taskSchema } from '../contract/tasks.js';
import { openedGraphPaths } from './openapi-opened-graphs.js';
import { COMMON, ID_PARAMETER, type Json, parameter, RESPONSES, refer, told } from './openapi-parts.js';
import { addressOf, describeParameters, EXPORT_ADDRESS, parametersOf } from './question-addresses.js';

/** The document for a server of this version. A pure function of the contract: the same at every call. */
export function openApiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Asterism',
      version,
      description:
        'A knowledge graph with sourced relationship analysis. Every answer carries the revision of the data and the scope it was asked in.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    paths: {
      ...Object.fromEntries(
        (Object.keys(questions) as QuestionId[]).map((id) => [addressOf(id), { get: operation(id) }]),
      ),
      [EXPORT_ADDRESS]: { get: exportOperation(), post: exportRowsOperation() },
      ...taskPaths(),
      ...openedGraphPaths(),
    },
    components: {
      schemas: { ...answerSchemas(), Problem: PROBLEM_SCHEMA },
      responses: RESPONSES,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Only where the server was started with one' },
      },
    },
  };
}

/** What a report is unless its format is json. */
const DOCUMENTS: Json = Object.fromEntries(
  ['text/html', 'text/markdown', 'text/csv'].map((type) => [type, { schema: { type: 'string' } }]),
);

/** What every question can be asked as, when its answer takes long. */
function taskPaths(): Json {
  const lost = { 404: refer('NoTask'), 410: refer('Gone'), ...COMMON };
  return {
    '/api/v1/tasks': {
      post: {
        operationId: 'beginTask',
        summary: 'Ask a question to be answered later',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/TaskRequest' } } },
        },
        responses: {
          202: {
            ...told('The task has begun', 'Task'),
            headers: { Location: { schema: { type: 'string' }, description: 'Its address' } },
          },
          400: refer('BadRequest'),
          413: refer('TooLarge'),
          415: refer('NotJson'),
          429: refer('Full'),
          503: refer('Busy'),
          ...COMMON,
        },
      },
    },
    '/api/v1/tasks/{id}': {
      get: {
        operationId: 'task',
        summary: 'How a task stands, with its answer once there is one',
        parameters: [ID_PARAMETER],
        responses: { 200: told('The task', 'Task'), ...lost },
      },
      delete: {
        operationId: 'cancelTask',
        summary: 'Cancel a task and forget it',
        parameters: [ID_PARAMETER],
        responses: { 204: { description: 'It is gone' }, ...lost },
      },
    },
    '/api/v1/tasks/{id}/events': {
      get: {
        operationId: 'taskEvents',
        summary: 'Progress as server-sent events',
        description:
          'Events `progress`, then one of `done` and `failed`, after which the stream ends. The data of each is the task without its answer. The first event comes at once.',
        parameters: [ID_PARAMETER],
        responses: {
          200: {
            description: 'The events',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          429: refer('Full'),
          ...lost,
        },
      },
    },
  };
}

/** What may come of a question, or an export, besides its answer. */
const ASKED: Json = {
  304: refer('NotModified'),
  400: refer('BadRequest'),
  404: refer('NotFound'),
  409: refer('Ambiguous'),
  413: refer('TooLarge'),
  503: refer('Busy'),
  ...COMMON,
};

function exportOperation(): Json {
  return {
    operationId: 'export',
    summary: 'Export',
    description: 'The graph, or what a scope leaves of it, as a file. Heavy: it may wait for others to end.',
    parameters: describeParameters(exportParametersSchema, EXPORT_ADDRESS).map(parameter),
    responses: {
      200: { description: 'The file', content: { '*/*': { schema: { type: 'string' } } } },
      ...ASKED,
    },
  };
}

/** The same for a view that no scope describes. */
function exportRowsOperation(): Json {
  const { parameters, responses } = exportOperation() as { parameters: Json[]; responses: Json };
  const { 304: _, 409: __, ...rest } = responses;
  return {
    operationId: 'exportRows',
    summary: 'Export what is listed',
    description: 'The entities and relations that the body lists, or the sources behind them, as a file.',
    parameters: parameters.filter(({ in: place }) => place === 'path'),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/ExportedRows' } } },
    },
    responses: { ...rest, 415: refer('NotJson') },
  };
}

function operation(id: QuestionId): Json {
  const { title, question, heavy, answer } = questions[id];
  return {
    operationId: id,
    summary: title,
    description: heavy ? `${question} Heavy: it may wait for others to end; see /api/v1/tasks.` : question,
    parameters: parametersOf(id).map(parameter),
    responses: {
      200: {
        description: 'The answer',
        headers: { ETag: { schema: { type: 'string' }, description: 'Of revision, build and parameters' } },
        content: {
          'application/json': { schema: { $ref: `#/components/schemas/${componentName(answer)}` } },
          ...(id === 'report' ? DOCUMENTS : {}),
        },
      },
      ...ASKED,
    },
  };
}

/** Schemas that `contract/answers` exports, under their names without `Schema`; they refer to each other by these names. */
const components = new Map<unknown, string>(
  Object.entries(answers)
    .filter(([name]) => name.endsWith('Schema'))
    .map(([name, schema]) => [schema, name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length)]),
);

function componentName(answer: z.ZodType): string {
  const name = components.get(answer);
  if (name === undefined) throw new Error('An answer of the contract is not exported by contract/answers');
  return name;
}

function answerSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of components) registry.add(schema as z.ZodType, { id });
  registry.add(taskSchema, { id: 'Task' });
  registry.add(taskRequestSchema, { id: 'TaskRequest' });
  registry.add(exportedRowsSchema, { id: 'ExportedRows' });
  registry.add(openedGraphSchema, { id: 'OpenedGraph' });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    uri: (id) => `#/components/schemas/${id}`,
  });
  // Within the one document these are places, not documents of their own.
  return Object.fromEntries(Object.entries(schemas).map(([id, { $id, $schema, ...schema }]) => [id, schema]));
}

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  description: 'RFC 9457 problem details; further members depend on the code',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What went wrong, where, and what to change' },
    code: { type: 'string', enum: Object.keys(HTTP_STATUS) },
  },
  additionalProperties: true,
};
