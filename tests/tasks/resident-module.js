/** What the tests of residents let live in a thread. */

/** @param {any} input */
export async function settle(input) {
  const { AppError } = await import(input.errors);
  if (input.fails) throw new AppError('data-faulty', 'The input is at fault.', { faults: [1] });
  if (input.spins) for (;;);
  let calls = 0;
  return {
    facts: { name: input.name },
    calls: {
      /** @param {readonly unknown[]} given */
      count: ([by]) => (calls += Number(by)),
      /** @param {readonly unknown[]} _ @param {{ progress(share: number, doing: string): void }} control */
      tell: (_, { progress }) => progress(0.5, 'half'),
      /** @param {readonly unknown[]} _ @param {{ signal: AbortSignal }} control */
      wait: (_, { signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(++calls))),
      refuse: () => {
        throw new AppError('unknown-entity', 'Nobody.', { nearest: ['a'] });
      },
      break: () => {
        throw new TypeError('broken');
      },
      fill: () => {
        const all = [];
        for (;;) all.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
      },
    },
  };
}
