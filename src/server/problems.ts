/** The one place where an error becomes a response: problem+json for what we meant to say, `internal` for what we did not foresee. */
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { AppError, type ErrorCode, toAppError } from '../contract/errors.js';

/** Errors of Express and its body parser carry a status; what a client's request can cause is 'usage' where nothing fits better. */
const CODE_OF_STATUS: Record<number, ErrorCode> = {
  403: 'forbidden',
  404: 'not-found',
  415: 'unsupported-media-type',
};

/**
 * Answers any error as RFC 9457 `application/problem+json`. What is not an AppError is written to `log` with its stack under a
 * reference, and the client gets the reference alone.
 */
export function answerProblem(log: (text: string) => void): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const error = asAppError(thrown, request);
    const problem = error.toProblem();
    if (error.code === 'internal') {
      problem['reference'] = randomUUID();
      log(`${problem['reference']} ${request.method} ${request.originalUrl}\n${stackOf(thrown)}`);
    }
    if (response.headersSent) {
      // Half an answer is out: only a broken connection tells the client that it is not whole.
      next(thrown);
      return;
    }
    for (const name of ['etag', 'last-modified', 'content-encoding']) response.removeHeader(name);
    const { retryAfterSeconds } = error.members;
    if (typeof retryAfterSeconds === 'number') response.set('retry-after', String(retryAfterSeconds));
    response
      .status(problem.status)
      .set('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  };
}

function asAppError(thrown: unknown, request: Request): AppError {
  if (thrown instanceof AppError) return thrown;
  const status = thrown instanceof Error ? (thrown as Error & { status?: unknown }).status : undefined;
  if (thrown instanceof URIError)
    return new AppError(
      'invalid-parameter',
      `The address ${askedAddress(request)} is not valid percent-encoding. Write a literal % as %25.`,
    );
  if (typeof status !== 'number' || status < 400 || status >= 500) return toAppError(thrown);
  const { message, limit } = thrown as Error & { limit?: unknown };
  if (status === 413 && typeof limit === 'number')
    return new AppError(
      'too-large',
      `The body is longer than the ${limit / 1024} kB that are read at ${askedAddress(request)}. Send less at a time.`,
    );
  return new AppError(
    CODE_OF_STATUS[status] ?? 'invalid-parameter',
    `The request cannot be read: ${message}.`,
  );
}

/** A defect as the log has it. */
export const stackOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

/** What was asked for, below an opened graph as elsewhere; the query is left out. */
export const askedAddress = ({ originalUrl }: Request): string => originalUrl.split('?', 1)[0]!;

/** Answers a method that an address does not know, with those it does. */
export function refuseMethod(...allowed: readonly string[]): RequestHandler {
  return (request, response) => {
    response.set('allow', allowed.join(', '));
    throw new AppError(
      'method-not-allowed',
      `${request.method} is not answered at ${askedAddress(request)}; use ${allowed.join(' or ')}.`,
      { allowed },
    );
  };
}
