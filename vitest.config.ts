/** How tests run: everything under tests/, with time enough for a busy machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Every core: a browser waits for its graphics process half of the time.
    maxWorkers: '100%',
    // No test may pass because an earlier run left its result.
    env: { ASTERISM_CACHE: 'off' },
  },
});
