/** A pool of worker threads for heavy pure functions: progress, cancellation, a bounded queue. With `resident.ts` the only place that posts messages. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.js';
import { builtAddress } from './built-address.js';
import { CANCELLED_AT, type Errand, progressAt, type Report, type Start } from './protocol.js';

export interface PoolOptions {
  /** The module whose functions the workers run, see `Module` in protocol.ts; the address of the source is enough. */
  module: URL;
  /** Most threads; as many as the processor runs at once unless said. */
  threads?: number;
  /** Most jobs at a time, waiting ones included. */
  mostJobs?: number;
}

/** Work for the pool. */
export interface Job {
  kernel: string;
  /** Sent with each part: its arrays should lie in shared memory. */
  input: object;
  /** Plain data. */
  options: unknown;
  /** Into how many parts the function cuts the work. */
  parts: number;
}

/** How whoever waits for a job is told of progress, and cancels. */
export interface JobControl {
  readonly signal: AbortSignal;
  progress(share: number): void;
}

/** A job whose parts are under way. */
interface Active {
  readonly job: Job;
  readonly inputId: number;
  readonly board: Int32Array;
  readonly results: unknown[];
  next: number;
  missing: number;
  /** Settles the promise and forgets the job. */
  end(outcome: { results: readonly unknown[] } | { error: unknown }): void;
}

/** A worker and what it does. */
interface Hand {
  readonly worker: Worker;
  active: Active | undefined;
  part: number;
  lastWords: unknown;
}

const MOST_JOBS = 256;
const PROGRESS_MS = 100;
/** How long a cancelled function may go on before its thread is ended. */
const GRACE_MS = 1_000;

/**
 * Threads start when there is work for them, stay, and never keep the process alive when they have none. Parts of several jobs are
 * handed out in turn, so that a short job does not wait for the many parts of a long one.
 */
export class Pool {
  readonly #start: Start;
  readonly #threads: number;
  readonly #mostJobs: number;
  readonly #hands = new Set<Hand>();
  /** In the order in which their next part is due. */
  readonly #jobs = new Set<Active>();
  readonly #inputIds = new WeakMap<object, number>();
  #inputs = 0;
  #closing: Promise<unknown> | undefined;

  constructor({ module, threads = availableParallelism(), mostJobs = MOST_JOBS }: PoolOptions) {
    this.#start = { module: builtAddress(module) };
    this.#threads = threads;
    this.#mostJobs = mostJobs;
  }

  /**
   * Runs a job; resolves with the result of each part, in their order. Rejects at once with the signal's reason when that aborts (a
   * function that does not hear of it within a second loses its thread), with what the function throws, and with AppError `overloaded`
   * when there are too many jobs, `internal` when the thread dies, `cancelled` when the pool is or gets closed.
   */
  async run<R>(job: Job, { signal, progress }: JobControl): Promise<readonly R[]> {
    signal.throwIfAborted();
    if (this.#closing !== undefined) throw closed();
    if (this.#jobs.size >= this.#mostJobs)
      throw new AppError(
        'overloaded',
        `${this.#jobs.size} computations are under way, which is all that is taken. Ask again in a moment.`,
        { retryAfterSeconds: 5 },
      );
    const { promise, resolve, reject } = deferred<readonly R[]>();
    const board = new Int32Array(new SharedArrayBuffer(progressAt(job.parts) * Int32Array.BYTES_PER_ELEMENT));
    const active: Active = {
      job,
      inputId: this.#inputIdOf(job.input),
      board,
      results: [],
      next: 0,
      missing: job.parts,
      end: (outcome) => {
        if (!this.#jobs.delete(active)) return;
        clearInterval(timer);
        signal.removeEventListener('abort', cancel);
        if ('results' in outcome) return resolve(outcome.results as readonly R[]);
        Atomics.store(board, CANCELLED_AT, 1);
        this.#hurry(active);
        reject(outcome.error);
      },
    };
    const cancel = () => active.end({ error: signal.reason });
    const timer = setInterval(() => progress(shareDone(board)), PROGRESS_MS).unref();
    signal.addEventListener('abort', cancel, { once: true });
    this.#jobs.add(active);
    this.#handOut();
    return await promise;
  }

  /** Starts a thread ahead of the work that is to come. */
  warm(): void {
    if (this.#hands.size === 0) this.#employ();
  }

  /** Cancels what runs and ends the threads. May be called again. */
  async close(): Promise<void> {
    this.#closing ??= Promise.all([...this.#hands].map(({ worker }) => worker.terminate()));
    for (const active of [...this.#jobs]) active.end({ error: closed() });
    await this.#closing;
  }

  #inputIdOf(input: object): number {
    const id = this.#inputIds.get(input) ?? ++this.#inputs;
    this.#inputIds.set(input, id);
    return id;
  }

  #handOut(): void {
    for (;;) {
      const active = [...this.#jobs].find(({ next, job }) => next < job.parts);
      const hand = active === undefined ? undefined : this.#idleHand();
      if (active === undefined || hand === undefined) return;
      const { job, inputId, board } = active;
      const part = active.next++;
      // To the end of the line.
      this.#jobs.delete(active);
      this.#jobs.add(active);
      try {
        hand.worker.postMessage({
          kernel: job.kernel,
          input: job.input,
          inputId,
          options: job.options,
          part: { index: part, count: job.parts },
          board,
        } satisfies Errand);
      } catch (error) {
        active.end({ error });
        continue;
      }
      hand.worker.ref();
      hand.active = active;
      hand.part = part;
    }
  }

  #idleHand(): Hand | undefined {
    for (const hand of this.#hands) if (hand.active === undefined) return hand;
    return this.#hands.size < this.#threads ? this.#employ() : undefined;
  }

  #employ(): Hand {
    const address = new URL(builtAddress(new URL('./worker.js', import.meta.url)));
    // Without the options of this process: not all of them (`--input-type`) are understood in a thread.
    const worker = new Worker(address, { workerData: this.#start, name: 'asterism', execArgv: [] });
    const hand: Hand = { worker, active: undefined, part: 0, lastWords: undefined };
    this.#hands.add(hand);
    worker.on('message', (report: Report) => this.#take(hand, report));
    worker.on('messageerror', (error) => this.#take(hand, { error }));
    worker.on('error', (error) => {
      hand.lastWords = error;
    });
    worker.on('exit', (code) => this.#bury(hand, code));
    worker.unref();
    return hand;
  }

  #take(hand: Hand, report: Report): void {
    const { active, part } = hand;
    hand.active = undefined;
    hand.worker.unref();
    if (active !== undefined) {
      if ('error' in report) active.end(report);
      else {
        active.results[part] = report.result;
        if (--active.missing === 0) active.end(active);
      }
    }
    this.#handOut();
  }

  /** Another thread takes the place of a dead one when there is work for it. */
  #bury(hand: Hand, code: number): void {
    this.#hands.delete(hand);
    const why = hand.lastWords instanceof Error ? hand.lastWords.message : `exit code ${code}`;
    hand.active?.end({
      error: new AppError(
        'internal',
        `The thread that computed '${hand.active.job.kernel}' died: ${why}. Ask of a smaller scope, or give Node.js more memory.`,
      ),
    });
    this.#handOut();
  }

  /** What still runs of a job that nobody waits for may not keep the process, nor its thread for long. */
  #hurry(active: Active): void {
    for (const hand of this.#hands) {
      if (hand.active !== active) continue;
      hand.worker.unref();
      setTimeout(() => {
        if (hand.active === active) void hand.worker.terminate();
      }, GRACE_MS).unref();
    }
  }
}

const closed = () => new AppError('cancelled', 'The graph has been closed.');

/** Mean over all parts, 0 to 1. */
function shareDone(board: Int32Array): number {
  let thousandths = 0;
  for (let at = progressAt(0); at < board.length; at++) thousandths += Atomics.load(board, at);
  return thousandths / 1000 / (board.length - progressAt(0));
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}
