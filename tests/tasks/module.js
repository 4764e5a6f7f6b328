/** Functions for the pool's tests to run in threads. */

/** @param {(input: any, options: any, run: import('../../src/tasks/protocol.js').Run) => unknown} run */
const kernel = (run) => ({ load: async () => run });

/** @param {number} ms */
const spin = (ms) => {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
};

let calls = 0;
/** @type {WeakMap<object, number>} */
const visits = new WeakMap();

export const kernels = {
  /** What this part of the work was. */
  part: kernel((_input, _options, { part }) => ({ part: Uint32Array.of(part.index, part.count) })),
  /** Doubles the numbers of the input, and says in which call of its thread, and how often this very object has come. */
  double: kernel((input) => {
    visits.set(input, (visits.get(input) ?? 0) + 1);
    return {
      doubled: Float64Array.from(input.numbers, (number) => 2 * number),
      calls: Uint32Array.of(++calls, visits.get(input) ?? 0),
    };
  }),
  /** Works until cancelled. */
  patient: kernel((input, _options, { control, part }) => {
    Atomics.add(input.started, 0, 1);
    for (let share = 0; !control.cancelled(); share = Math.min(0.5, share + 0.01)) {
      control.progress(part.index === 0 ? share : 1);
      spin(1);
    }
    Atomics.add(input.stopped, 0, 1);
    return {};
  }),
  /** Hears nothing. */
  deaf: kernel((input) => {
    Atomics.add(input.started, 0, 1);
    spin(60_000);
    return {};
  }),
  busy: kernel((_input, { ms }) => {
    spin(ms);
    return { done: Uint32Array.of(1) };
  }),
  throws: kernel(() => {
    throw new RangeError('number 3 is -1');
  }),
  dies: kernel(() => {
    process.exit(7);
  }),
  bursts: kernel(() => {
    setTimeout(() => {
      throw new Error('burst');
    });
    spin(50);
    return {};
  }),
  /** Takes its time without holding the thread. */
  later: kernel(async () => await new Promise((resolve) => setTimeout(() => resolve({ said: 'late' }), 20))),
  /** What cannot be sent back. */
  odd: kernel(() => ({ odd: () => 1 })),
};
