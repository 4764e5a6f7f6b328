/** How long a request may work: until its time is up or its client has gone. */
import type { Response } from 'express';
import { AppError } from '../contract/errors.js';

/**
 * Runs `work` with a signal that aborts after `limitMs`, or when the connection closes, and rejects with the reason at that
 * moment, whether or not the work hears the signal: a client never hangs.
 */
export async function withinTime<T>(
  response: Response,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: (limitMs: number) => AppError = outOfTime,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(late(limitMs)), limitMs);
  const gone = () => controller.abort(new AppError('cancelled', 'The client closed the connection.'));
  response.on('close', gone);
  try {
    return await untilAborted(controller.signal, work(controller.signal));
  } finally {
    clearTimeout(timer);
    response.off('close', gone);
  }
}

export const outOfTime = (limitMs: number) =>
  new AppError(
    'timed-out',
    `No answer within ${limitMs / 1000} s. Ask of a smaller scope (a lens, fewer types), a shorter length, or fewer measures and rows.`,
    { limitSeconds: limitMs / 1000 },
  );

/** What the work comes to, or the signal's reason as soon as it aborts. */
export async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    // The work may have noticed first and say it in its own words; the reason is what the client should read.
    throw signal.aborted ? signal.reason : error;
  }
}
