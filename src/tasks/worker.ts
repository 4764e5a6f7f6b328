/** The thread behind the pool: does one part of a job after the other, and reports on each. */
import { isNativeError } from 'node:util/types';
import { parentPort, workerData } from 'node:worker_threads';
import { CANCELLED_AT, type Errand, type Module, progressAt, type Report, type Start } from './protocol.js';

const { kernels }: Module = await import((workerData as Start).module);

let known: Pick<Errand, 'input' | 'inputId'> | undefined;

parentPort!.on('message', async (errand: Errand) => {
  try {
    if (known?.inputId !== errand.inputId) known = { input: errand.input, inputId: errand.inputId };
    const run = await kernels[errand.kernel]!.load();
    const { board, part } = errand;
    const result = await run(known.input, errand.options, {
      part,
      control: {
        cancelled: () => Atomics.load(board, CANCELLED_AT) !== 0,
        progress: (share) => Atomics.store(board, progressAt(part.index), Math.round(share * 1000)),
      },
    });
    const columns = Object.values(result as object).filter((value) => ArrayBuffer.isView(value));
    const memories = new Set(columns.map((column) => column.buffer));
    parentPort!.postMessage(
      { result } satisfies Report,
      [...memories].filter((memory) => memory instanceof ArrayBuffer),
    );
  } catch (error) {
    // Other things thrown, DOMException among them, do not survive the way.
    parentPort!.postMessage({
      error: isNativeError(error) ? error : new Error(String(error)),
    } satisfies Report);
  }
});
