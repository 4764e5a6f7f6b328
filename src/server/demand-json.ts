/** Forms of other pages can send neither JSON nor its type: who asks for it keeps them out. */
import type { RequestHandler } from 'express';
import { AppError } from '../contract/errors.js';

/** Refuses a body of another type, before it is read. */
export const demandJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false || request.headers['content-type'] === undefined)
    throw new AppError(
      'unsupported-media-type',
      `The body must be sent as content-type application/json, not “${request.headers['content-type'] ?? 'nothing'}”.`,
    );
  next();
};
