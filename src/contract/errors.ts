/** The one error that users see, and the two tables that turn its code into an HTTP status or an exit code. */

export type ErrorCode =
  | 'data-faulty'
  | 'usage'
  | 'unknown-parameter'
  | 'invalid-parameter'
  | 'unknown-entity'
  | 'ambiguous-name'
  | 'unknown-relation'
  | 'unknown-source'
  | 'unknown-task'
  | 'unknown-workspace'
  | 'gone'
  | 'not-found'
  | 'forbidden'
  | 'unauthorized'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'too-large'
  | 'too-many-requests'
  | 'overloaded'
  | 'timed-out'
  | 'cancelled'
  | 'port-in-use'
  | 'internal';

/** HTTP status of each code; the compiler demands that none is missing. */
export const HTTP_STATUS: Record<ErrorCode, number> = {
  'data-faulty': 422,
  usage: 400,
  'unknown-parameter': 400,
  'invalid-parameter': 400,
  'unknown-entity': 404,
  'ambiguous-name': 409,
  'unknown-relation': 404,
  'unknown-source': 404,
  'unknown-task': 404,
  'unknown-workspace': 404,
  gone: 410,
  'not-found': 404,
  forbidden: 403,
  unauthorized: 401,
  'method-not-allowed': 405,
  'unsupported-media-type': 415,
  'too-large': 413,
  'too-many-requests': 429,
  overloaded: 503,
  'timed-out': 503,
  cancelled: 499,
  'port-in-use': 500,
  internal: 500,
};

/** Exit code of each code: 1 data at fault, 2 usage, 3 no such thing, 4 cancelled or out of time, 70 internal. */
export const EXIT_CODE: Record<ErrorCode, number> = {
  'data-faulty': 1,
  usage: 2,
  'unknown-parameter': 2,
  'invalid-parameter': 2,
  'unknown-entity': 3,
  'ambiguous-name': 3,
  'unknown-relation': 3,
  'unknown-source': 3,
  'unknown-task': 3,
  'unknown-workspace': 3,
  gone: 3,
  'not-found': 3,
  forbidden: 2,
  unauthorized: 2,
  'method-not-allowed': 2,
  'unsupported-media-type': 2,
  'too-large': 2,
  'too-many-requests': 4,
  overloaded: 4,
  'timed-out': 4,
  cancelled: 4,
  'port-in-use': 2,
  internal: 70,
};

/** What a client may read of an error: RFC 9457 problem details. `members` are extension members (nearest names, faults …). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  [member: string]: unknown;
}

const TITLES: Record<ErrorCode, string> = {
  'data-faulty': 'The data is at fault',
  usage: 'The command cannot be understood',
  'unknown-parameter': 'Unknown parameter',
  'invalid-parameter': 'Invalid parameter',
  'unknown-entity': 'No such entity',
  'ambiguous-name': 'The name fits several entities',
  'unknown-relation': 'No such relation',
  'unknown-source': 'No such source',
  'unknown-task': 'No such task',
  'unknown-workspace': 'No such graph is held',
  gone: 'No longer kept',
  'not-found': 'Nothing is served here',
  forbidden: 'Refused',
  unauthorized: 'A token is needed',
  'method-not-allowed': 'Method not allowed',
  'unsupported-media-type': 'The body has another type',
  'too-large': 'The request is too large',
  'too-many-requests': 'Too many requests',
  overloaded: 'The server is busy',
  'timed-out': 'Out of time',
  cancelled: 'Cancelled',
  'port-in-use': 'The port is in use',
  internal: 'Internal error',
};

/**
 * An error meant for the person who asked. `detail` names the place and the remedy; `members` travel with the problem document.
 * Anything thrown that is not an AppError is a defect of ours and reaches a client only as `internal`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, detail: string, members: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'AppError';
    this.code = code;
    this.members = members;
  }

  /** The RFC 9457 document of this error. */
  toProblem(): Problem {
    return {
      type: `urn:asterism:problem:${this.code}`,
      title: TITLES[this.code],
      status: HTTP_STATUS[this.code],
      detail: this.message,
      code: this.code,
      ...this.members,
    };
  }
}

/** Any thrown value as an AppError; what we did not foresee becomes `internal` and keeps its text to itself. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError')
    return new AppError('cancelled', 'The work was cancelled.');
  return new AppError('internal', 'Something went wrong inside Asterism; the log has the details.');
}
