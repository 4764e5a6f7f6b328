/** A progress bar on a terminal, for work that lasts longer than a moment. */

const PATIENCE_MS = 500;
const REDRAW_MS = 80;
const CELLS = 24;

/** Draws on a terminal alone, and only after half a second. Kernels report from synchronous code, so the clock is read on each report. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  readonly #startedMs = performance.now();
  #drawnMs = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** `share` of the work done, 0 to 1, and in a word what is being done. */
  report(share: number, doing: string): void {
    const nowMs = performance.now();
    if (!this.#stream.isTTY || nowMs - this.#startedMs < PATIENCE_MS || nowMs - this.#drawnMs < REDRAW_MS)
      return;
    this.#drawnMs = nowMs;
    const filled = Math.round(Math.min(1, Math.max(0, share)) * CELLS);
    const bar = '█'.repeat(filled) + '░'.repeat(CELLS - filled);
    this.#stream.write(`\r\u001b[K${bar} ${Math.round(share * 100)} % ${doing}`);
  }

  /** Takes the bar away again. */
  clear(): void {
    if (this.#drawnMs > 0) this.#stream.write('\r\u001b[K');
    this.#drawnMs = 0;
  }
}
