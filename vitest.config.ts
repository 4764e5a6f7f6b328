/** How tests run: everything under tests/, with time enough for a busy machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// A fresh cache a run: its programs and servers share what is long to compute, and no test passes by what an earlier run left.
const cache = mkdtempSync(join(tmpdir(), 'asterism-cache-'));
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Every core: a browser waits for its graphics process half of the time.
    maxWorkers: '100%',
    env: { ASTERISM_CACHE: cache },
  },
});
