/** Results in memory, bounded; and equal questions asked at the same time share one computation. */

/** How whoever waits for a result is told of progress (0 to 1), and gives up. */
export interface Waiting {
  readonly signal: AbortSignal;
  progress(share: number): void;
}

interface Work<V> {
  readonly result: Promise<V>;
  readonly waiting: Set<Waiting>;
  readonly abort: AbortController;
}

/** Keeps the results used last, as many as fit into `mostBytes`. */
export class SharedResults<V> {
  readonly #mostBytes: number;
  readonly #bytesOf: (result: V) => number;
  /** Least recently used first. */
  readonly #kept = new Map<string, V>();
  readonly #underWay = new Map<string, Work<V>>();
  #bytes = 0;

  constructor(mostBytes: number, bytesOf: (result: V) => number) {
    this.#mostBytes = mostBytes;
    this.#bytesOf = bytesOf;
  }

  /**
   * The result of this key: kept, under way for somebody else, or made now. Rejects with the signal's reason as soon as that aborts;
   * the computation is cancelled once nobody waits for it any more. Failures are not kept.
   */
  async get(key: string, waiting: Waiting, make: (control: Waiting) => Promise<V>): Promise<V> {
    waiting.signal.throwIfAborted();
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    return await this.#join(key, this.#underWay.get(key) ?? this.#begin(key, make), waiting);
  }

  #begin(key: string, make: (control: Waiting) => Promise<V>): Work<V> {
    const waiting = new Set<Waiting>();
    const abort = new AbortController();
    const progress = (share: number) => {
      for (const each of waiting) each.progress(share);
    };
    const result = make({ signal: abort.signal, progress });
    const work: Work<V> = { result, waiting, abort };
    this.#underWay.set(key, work);
    result.then(
      (made) => {
        this.#forget(key, work);
        this.#keep(key, made);
      },
      () => this.#forget(key, work), // Whoever waits is told; when nobody does any more, nobody needs to be.
    );
    return work;
  }

  #join(key: string, work: Work<V>, each: Waiting): Promise<V> {
    const { result, waiting, abort } = work;
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(each);
        if (waiting.size === 0) {
          this.#forget(key, work);
          abort.abort(each.signal.reason);
        }
        reject(each.signal.reason);
      };
      const stay = () => each.signal.removeEventListener('abort', leave);
      waiting.add(each);
      each.signal.addEventListener('abort', leave, { once: true });
      result.then(resolve, reject).finally(stay);
    });
  }

  /** A cancelled computation may have been followed by another of the same key. */
  #forget(key: string, work: Work<V>): void {
    if (this.#underWay.get(key) === work) this.#underWay.delete(key);
  }

  #keep(key: string, result: V): void {
    // One that was cancelled may have ended all the same, before or after its successor.
    if (this.#kept.has(key)) return;
    this.#kept.set(key, result);
    this.#bytes += this.#bytesOf(result);
    for (const [oldest, other] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= this.#bytesOf(other);
    }
  }
}
