/** What the pool and its workers say to each other, and what a module must export for them to run it. */

/** How a running function hears of cancellation, tells of its progress (0 to 1) and knows which part it is to do. */
export interface Run {
  part: { index: number; count: number };
  control: { cancelled(): boolean; progress(share: number): void };
}

/**
 * The module that workers load: functions by name, each loaded when first called for. What they return, or promise, is cloned;
 * typed arrays that stand in it at the top are handed over without being copied.
 */
export interface Module {
  kernels: Readonly<
    Record<
      string,
      { load(): Promise<(input: unknown, options: unknown, run: Run) => unknown>; [more: string]: unknown }
    >
  >;
}

/** What a worker is started with. */
export interface Start {
  /** Address of the Module. */
  module: string;
}

/** Pool to worker: one part of a job; the next comes once this one is reported. */
export interface Errand {
  kernel: string;
  input: unknown;
  /** The same number means the same input as before, so that a worker can keep the object that it has. */
  inputId: number;
  options: unknown;
  part: Run['part'];
  /** Shared by all parts of the job, see `Board`. */
  board: Int32Array;
}

/** Worker to pool, once for each errand. */
export type Report = { result: unknown } | { error: unknown };

/**
 * Places on a job's board: the first is 1 once the job is cancelled, the following hold the progress of each part in thousandths. Read
 * and written by Atomics, so that neither a busy worker nor the pool waits for messages.
 */
export const CANCELLED_AT = 0;
export const progressAt = (part: number) => part + 1;
