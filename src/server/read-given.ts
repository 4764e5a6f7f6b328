/** What a request gives outside a question (a body, the name of a file), checked against its schema. */
import type { z } from 'zod';
import { AppError } from '../contract/errors.js';
import { describeFault } from '../model/describe-refusal.js';

/** A long list may be wrong in every entry; a few faults tell as much. */
const MOST_FAULTS = 3;

/**
 * The value as its schema reads it. `wanted` says in a sentence what has to be given.
 *
 * @throws AppError `invalid-parameter` with `wanted` and what is wrong
 */
export function readGiven<S extends z.ZodType>(schema: S, value: unknown, wanted: string): z.output<S> {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const faults = read.error.issues.slice(0, MOST_FAULTS).map((issue) => ({
    parameter: issue.path.join('.'),
    message: describeFault(issue),
  }));
  const words = faults.map(({ parameter, message }) =>
    parameter === '' ? message : `${parameter}: ${message}`,
  );
  throw new AppError('invalid-parameter', `${wanted} ${words.join('; ')}.`, { faults });
}
