/** Parts that many operations of the OpenAPI document share. */
import type { ParameterDescription } from './question-addresses.js';

export type Json = Record<string, unknown>;

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

export const RESPONSES: Record<string, Json> = {
  NotModified: { description: 'The answer is the one whose ETag was given in If-None-Match' },
  BadRequest: problem('A parameter is unknown or invalid; `detail` says which and what it may be'),
  Unauthorized: problem('The server asks for its token'),
  NotFound: problem('No such entity, relation or source; the nearest names are offered'),
  NoTask: problem('There never was such a task'),
  Gone: problem('The task was cancelled, or its outcome is no longer kept'),
  Full: problem('Too many tasks are under way, or files being opened'),
  NotJson: problem('The body is not application/json'),
  NotBytes: problem('The body is not application/octet-stream'),
  NoGraph: problem('No such graph is held: it was closed, or let go'),
  Faulty: problem('The file is at fault; `detail` says where'),
  NoFiles: problem('The server takes no files, for it reads for everyone'),
  Ambiguous: problem('The name fits several entities; they are listed'),
  TooLarge: problem('The query string, or the body, is too long'),
  Busy: problem('Out of time, or too much is asked at once; `detail` says what to change'),
  Failed: problem('Any other error'),
};

export const refer = (name: string): Json => ({ $ref: `#/components/responses/${name}` });
export const COMMON = { 401: refer('Unauthorized'), default: refer('Failed') };

/** JSON in the shape of a schema of the document. */
export const told = (description: string, schema: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** The id in an address, of a task or an opened graph. */
export const ID_PARAMETER: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

export const parameter = ({ name, place, required, description, schema }: ParameterDescription): Json => ({
  name,
  in: place,
  required,
  ...(description === undefined ? {} : { description }),
  schema,
});
