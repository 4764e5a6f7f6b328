/** A bounded queue for heavy work: so many run, so many wait, the next one is refused at once. */
import { AppError } from '../contract/errors.js';

export class TaskQueue {
  readonly #mostRunning: number;
  readonly #mostWaiting: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(mostRunning: number, mostWaiting: number) {
    this.#mostRunning = mostRunning;
    this.#mostWaiting = mostWaiting;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  get isFull(): boolean {
    return this.#running >= this.#mostRunning && this.#waiting.size >= this.#mostWaiting;
  }

  /**
   * Runs `task` when its turn comes, first come first served. Rejects with 'overloaded' when the queue is full, with the signal's
   * reason when that aborts while waiting. A running task keeps its place until it has really ended: one that does not hear its
   * signal must not let a further one start beside it.
   */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#running >= this.#mostRunning) await this.#turn(signal);
    else this.#running++;
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      // The place passes to the next in line without becoming free in between.
      const [next] = this.#waiting;
      if (next === undefined) this.#running--;
      else next();
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#mostWaiting)
      throw new AppError(
        'overloaded',
        `${this.#running} heavy questions run and ${this.#waiting.size} wait, which is all this server takes. Ask again in a moment.`,
        { retryAfterSeconds: 5 },
      );
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(enter);
        reject(signal.reason);
      };
      const enter = () => {
        this.#waiting.delete(enter);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#waiting.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
