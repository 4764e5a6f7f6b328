import { describe, expect, it } from 'vitest';
import { makeEach } from '../../src/analysis/other-work.js';

const control = (signal: AbortSignal) => ({ signal, progress: () => {} });

describe('makeEach', () => {
  it('keeps the order', async () => {
    const items = Array.from({ length: 1_200 }, (_, i) => i);
    const made = await makeEach(items, control(new AbortController().signal), (i) => 2 * i);
    expect(made).toEqual(items.map((i) => 2 * i));
  });

  it('lets others have their turn, and ends when cancelled meanwhile', async () => {
    const abort = new AbortController();
    setImmediate(() => abort.abort(new Error('enough')));
    let made = 0;
    const all = makeEach(Array(100_000).fill(0), control(abort.signal), () => made++);
    await expect(all).rejects.toThrow('enough');
    expect(made).toBeLessThan(5_000);
  });
});
