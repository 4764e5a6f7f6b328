/** Something that lives in a thread of its own and is called there: what it does, and the memory it takes, are no burden of ours. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.js';
import { builtAddress } from './built-address.js';
import type { Order, Settling, Thrown, Word } from './protocol.js';

interface ResidentOptions {
  /** The module that makes it, see `ResidentModule` in protocol.ts; the address of the source is enough. */
  module: URL;
  /** Cloned. */
  input: unknown;
  /** How much memory its objects may take; what passes that ends the thread alone. */
  heapMb: number;
  /** What to tell then. */
  outOfMemory: () => AppError;
}

/** How whoever waits for a call is told of progress, and cancels. */
interface CallControl {
  readonly signal: AbortSignal;
  progress(share: number, doing: string): void;
}

interface Call {
  settle(outcome: { result: unknown } | { error: unknown }): void;
  progress: CallControl['progress'];
}

/** Begun by `settleApart`. The thread never keeps the process alive. */
export class Resident<F> {
  readonly facts: F;
  /** Resolves once the thread is no more. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  readonly #calls = new Map<number, Call>();
  #next = 0;
  #end: AppError | undefined;

  /** @param worker whose first word were the facts */
  constructor(worker: Worker, facts: F, outOfMemory: () => AppError) {
    this.facts = facts;
    this.#worker = worker;
    worker.on('message', (word: Word) => this.#hear(word));
    worker.on('error', (error) => {
      this.#end ??= reasonOf(error, outOfMemory);
    });
    this.ended = new Promise((resolve) => {
      worker.on('exit', (code) => {
        this.#end ??= reasonOf(new Error(`exit code ${code}`), outOfMemory);
        for (const { settle } of [...this.#calls.values()]) settle({ error: this.#end });
        resolve();
      });
    });
  }

  /**
   * Calls one of its functions. Rejects at once with the signal's reason when that aborts, whether or not the function hears of it,
   * with what the function throws, and when the thread ends (AppError `gone` when it was closed).
   */
  async call<R>(name: string, given: readonly unknown[], { signal, progress }: CallControl): Promise<R> {
    signal.throwIfAborted();
    if (this.#end !== undefined) throw this.#end;
    const id = this.#next++;
    return await new Promise<R>((resolve, reject) => {
      const cancel = () => {
        this.#order({ id, cancel: true });
        this.#calls.get(id)?.settle({ error: signal.reason });
      };
      this.#calls.set(id, {
        progress,
        settle: (outcome) => {
          this.#calls.delete(id);
          signal.removeEventListener('abort', cancel);
          if ('result' in outcome) resolve(outcome.result as R);
          else reject(outcome.error);
        },
      });
      signal.addEventListener('abort', cancel, { once: true });
      try {
        this.#order({ id, call: name, given });
      } catch (error) {
        this.#calls.get(id)?.settle({ error });
      }
    });
  }

  /** Ends the thread and what it does. May be called again. */
  async close(): Promise<void> {
    this.#end ??= new AppError('gone', 'The graph was let go before it answered. Open it again.');
    await this.#worker.terminate();
  }

  #order(order: Order): void {
    this.#worker.postMessage(order);
  }

  #hear(word: Word): void {
    if (!('id' in word)) return;
    const call = this.#calls.get(word.id);
    if ('share' in word) call?.progress(word.share, word.doing);
    else call?.settle('result' in word ? word : { error: errorOf(word.thrown) });
  }
}

/**
 * Starts the thread and waits until it has made what it is to hold. When the signal aborts the thread ends, whatever it does.
 *
 * @throws what the module throws, the signal's reason
 */
export async function settleApart<F>(options: ResidentOptions, signal: AbortSignal): Promise<Resident<F>> {
  signal.throwIfAborted();
  const { module, input, heapMb, outOfMemory } = options;
  const worker = new Worker(new URL(builtAddress(new URL('./resident-worker.js', import.meta.url))), {
    workerData: { module: builtAddress(module), input } satisfies Settling,
    name: 'asterism-resident',
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.unref();
  try {
    return await new Promise<Resident<F>>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.once('message', (word: Word) => {
        if ('facts' in word) resolve(new Resident(worker, word.facts as F, outOfMemory));
        else if ('thrown' in word) reject(errorOf(word.thrown));
      });
      worker.once('error', (error) => reject(reasonOf(error, outOfMemory)));
      worker.once('exit', (code) => reject(reasonOf(new Error(`exit code ${code}`), outOfMemory)));
    });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

const errorOf = (thrown: Thrown) => {
  if (!('problem' in thrown)) return thrown.error;
  const { code, detail, members } = thrown.problem;
  return new AppError(code, detail, members);
};

function reasonOf(error: unknown, outOfMemory: () => AppError): AppError {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemory();
  const why = error instanceof Error ? error.message : String(error);
  return new AppError('internal', `The thread that held the graph died: ${why}. Open it again.`);
}
