/** How much the server does at a time, and for how long. */
import type { OpenedLimits } from './opened-graphs.js';
import type { TaskLimits } from './tasks.js';

export interface Limits extends TaskLimits, OpenedLimits {
  /** How long a question may take. */
  lightMs: number;
  heavyMs: number;
  /** How many heavy questions run, and how many may wait for one of them to end. */
  heavyRunning: number;
  heavyWaiting: number;
  /** How often a stream of events that has nothing to tell shows that it lives. */
  heartbeatMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  lightMs: 10_000,
  heavyMs: 60_000,
  heavyRunning: 2,
  heavyWaiting: 16,
  taskMs: 15 * 60_000,
  tasks: 16,
  outcomeMs: 10 * 60_000,
  outcomes: 32,
  openedGraphs: 4,
  openedIdleMs: 60 * 60_000,
  heartbeatMs: 15_000,
};
