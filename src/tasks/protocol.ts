/** What pool and residents say to their threads, and what a module must export for them to run it. */
import type { ErrorCode } from '../contract/errors.js';

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

/** What a module exports whose `settle` makes something that stays in a thread of its own and answers calls there. */
export interface ResidentModule {
  settle(input: unknown): Promise<{
    /** Plain data, told once. */
    facts: unknown;
    /** What they return, or promise, is cloned. */
    calls: Readonly<
      Record<
        string,
        (
          given: readonly unknown[],
          control: { signal: AbortSignal; progress(share: number, doing: string): void },
        ) => unknown
      >
    >;
  }>;
}

/** What the thread of a resident is started with. */
export interface Settling {
  /** Address of the ResidentModule. */
  module: string;
  input: unknown;
}

/** To a resident: a call, or that nobody waits for it any more. */
export type Order = { id: number; call: string; given: readonly unknown[] } | { id: number; cancel: true };

/** What was thrown there: an AppError in its parts, for a clone would lose them, or any other error. */
export type Thrown =
  | { problem: { code: ErrorCode; detail: string; members: Record<string, unknown> } }
  | { error: unknown };

/** From a resident: what it is, once it has settled; how a call goes, and what came of it. */
export type Word =
  | { facts: unknown }
  | { thrown: Thrown }
  | { id: number; share: number; doing: string }
  | { id: number; result: unknown }
  | { id: number; thrown: Thrown };
