/** The thread of a resident: makes what a module makes of the input, then answers calls to it. */
import { isNativeError } from 'node:util/types';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../contract/errors.js';
import type { Order, ResidentModule, Settling, Thrown, Word } from './protocol.js';

const tell = (word: Word) => parentPort!.postMessage(word);

function thrownBy(error: unknown): Thrown {
  if (error instanceof AppError)
    return { problem: { code: error.code, detail: error.message, members: { ...error.members } } };
  // Other things thrown, DOMException among them, do not survive the way.
  return { error: isNativeError(error) ? error : new Error(String(error)) };
}

try {
  const { module, input } = workerData as Settling;
  const { settle }: ResidentModule = await import(module);
  const { facts, calls } = await settle(input);
  const underWay = new Map<number, AbortController>();
  parentPort!.on('message', async (order: Order) => {
    const { id } = order;
    if ('cancel' in order)
      return underWay.get(id)?.abort(new AppError('cancelled', 'The work was cancelled.'));
    const abort = new AbortController();
    underWay.set(id, abort);
    try {
      const control = {
        signal: abort.signal,
        progress: (share: number, doing: string) => tell({ id, share, doing }),
      };
      tell({ id, result: await calls[order.call]!(order.given, control) });
    } catch (error) {
      tell({ id, thrown: thrownBy(error) });
    } finally {
      underWay.delete(id);
    }
  });
  tell({ facts });
} catch (error) {
  tell({ thrown: thrownBy(error) });
}
