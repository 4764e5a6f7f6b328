import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { type Job, Pool } from '../../src/tasks/pool.js';

const module = new URL('./module.js', import.meta.url);
const never = { signal: new AbortController().signal, progress: () => {} };
const pools: Pool[] = [];
const open = (how: { threads?: number; mostJobs?: number } = {}) => {
  const pool = new Pool({ module, threads: 2, ...how });
  pools.push(pool);
  return pool;
};
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

const job = (kernel: string, more: Partial<Job> = {}): Job => ({
  kernel,
  input: {},
  options: {},
  parts: 1,
  ...more,
});
const counter = () => new Int32Array(new SharedArrayBuffer(4));
const counters = () => ({ started: counter(), stopped: counter() });
const until = async (isSo: () => boolean) => {
  for (let i = 0; !isSo(); i++) {
    if (i > 1_000) throw new Error('It never came to pass.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const threadsOf = (process: NodeJS.Process) =>
  process.getActiveResourcesInfo().filter((name) => name === 'Worker' || name === 'MessagePort').length;

describe('Pool', () => {
  it('runs every part once and returns the results in the order of parts', async () => {
    const results = await open().run<{ part: Uint32Array }>(job('part', { parts: 7 }), never);
    expect(results.map(({ part }) => [...part])).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => [n, 7]));
  });

  it('lets workers read shared memory, keep their thread, and keep the object of an input that comes again', async () => {
    const pool = open({ threads: 1 });
    const numbers = new Float64Array(new SharedArrayBuffer(16));
    const input = { numbers };
    numbers.set([1, 2]);
    await pool.run(job('double', { input }), never);
    numbers.set([3, 4]);
    const [again] = await pool.run(job('double', { input }), never);
    expect(again).toEqual({ doubled: Float64Array.of(6, 8), calls: Uint32Array.of(2, 2) });
    const [other] = await pool.run<{ calls: Uint32Array }>(job('double', { input: { numbers } }), never);
    expect(other!.calls).toEqual(Uint32Array.of(3, 1));
  });

  it('waits for functions that promise, and clones whatever they return', async () => {
    const pool = open();
    pool.warm();
    pool.warm();
    expect(await pool.run(job('later'), never)).toEqual([{ said: 'late' }]);
  });

  it('cancels at once, stops every part, and goes on with the same threads', async () => {
    const pool = open();
    const input = counters();
    const controller = new AbortController();
    const running = pool.run(job('patient', { input, parts: 5 }), { ...never, signal: controller.signal });
    await until(() => input.started[0] === 2);
    const reason = new Error('enough');
    controller.abort(reason);
    controller.abort(new Error('again'));
    await expect(running).rejects.toBe(reason);
    await until(() => input.stopped[0] === 2);
    expect(await pool.run(job('part'), never)).toHaveLength(1);
    expect(input.started[0]).toBe(2);
  });

  it('runs nothing for a signal that has aborted already', async () => {
    const input = counters();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(open().run(job('patient', { input }), { ...never, signal })).rejects.toThrow('too late');
    expect(input.started[0]).toBe(0);
  });

  it('ends the thread of a function that does not hear, and replaces it', async () => {
    const pool = open({ threads: 1 });
    const input = counters();
    const controller = new AbortController();
    const running = pool.run(job('deaf', { input }), { ...never, signal: controller.signal });
    await until(() => input.started[0] === 1);
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(await pool.run(job('part'), never)).toHaveLength(1);
  });

  it('adds up the progress of all parts', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const running = open().run(job('patient', { input: counters(), parts: 2 }), {
      signal: controller.signal,
      progress: (share) => told.push(share),
    });
    // One part says it is done, the other stays half way.
    await until(() => told.at(-1) === 0.75);
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('gives back what a function throws, and cancels its other parts', async () => {
    await expect(open().run(job('throws', { parts: 3 }), never)).rejects.toThrow(
      new RangeError('number 3 is -1'),
    );
    await expect(open().run(job('odd'), never)).rejects.toThrow('could not be cloned');
    await expect(open().run(job('part', { options: () => 1 }), never)).rejects.toThrow('could not be cloned');
    await expect(open().run(job('unheard'), never)).rejects.toThrow(TypeError);
  });

  it.each([
    ['dies', 'exit code 7'],
    ['bursts', 'burst'],
  ])('fails the job of a thread that %s and replaces the thread', async (kernel, why) => {
    const pool = open({ threads: 1 });
    const failing = pool.run(job(kernel), never);
    const waiting = pool.run(job('part'), never);
    if (kernel === 'dies') {
      await expect(failing).rejects.toMatchObject({ code: 'internal' });
      await expect(failing).rejects.toThrow(`'dies' died: ${why}. Ask of a smaller scope`);
    } else await failing.catch(() => {});
    await waiting.catch(() => {});
    // One that bursts may do so during a job after its own, and takes that with it.
    await expect.poll(() => pool.run(job('part'), never).then(({ length }) => length, String)).toBe(1);
  });

  it('says so when the module cannot be loaded', async () => {
    const pool = new Pool({ module: new URL('./nothing.js', import.meta.url), threads: 1 });
    await expect(pool.run(job('part'), never)).rejects.toThrow(/died: Cannot find module/);
    await expect(pool.run(job('part'), never)).rejects.toThrow(/died: Cannot find module/);
  });

  it('refuses a job too many, at once', async () => {
    const pool = open({ threads: 1, mostJobs: 2 });
    const input = counters();
    const controller = new AbortController();
    const running = [1, 2].map(() =>
      pool.run(job('patient', { input }), { ...never, signal: controller.signal }),
    );
    await expect(pool.run(job('part'), never)).rejects.toMatchObject({ code: 'overloaded' });
    controller.abort(new Error('enough'));
    for (const each of running) await expect(each).rejects.toThrow('enough');
    expect(await pool.run(job('part'), never)).toHaveLength(1);
  });

  it('does not let a short job wait for all parts of a long one', async () => {
    const pool = open({ threads: 1 });
    const order: string[] = [];
    const long = pool
      .run(job('busy', { options: { ms: 30 }, parts: 10 }), never)
      .then(() => order.push('long'));
    const short = pool.run(job('part'), never).then(() => order.push('short'));
    await Promise.all([long, short]);
    expect(order).toEqual(['short', 'long']);
  });

  it('closes as often as one likes: what runs is cancelled, what comes is refused, no thread is left', async () => {
    const pool = open();
    const before = threadsOf(process);
    const input = counters();
    const running = pool.run(job('patient', { input, parts: 4 }), never);
    running.catch(() => {});
    await until(() => input.started[0] === 2);
    await Promise.all([pool.close(), pool.close()]);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pool.run(job('part'), never)).rejects.toMatchObject({ code: 'cancelled' });
    await pool.close();
    expect(threadsOf(process)).toBe(before);
  });

  it('keeps the process while there is work, and no longer', () => {
    const script = `
      import { Pool } from '${new URL('../../dist/tasks/pool.js', import.meta.url).href}';
      const pool = new Pool({ module: new URL('${module.href}'), threads: 2 });
      const signal = AbortSignal.timeout(60_000);
      const job = { kernel: 'busy', input: {}, options: { ms: 20 }, parts: 3 };
      console.log((await pool.run(job, { signal, progress() {} })).length);`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { encoding: 'utf8', timeout: 15_000 },
    );
    expect({ stdout, stderr, status }).toEqual({ stdout: '3\n', stderr: '', status: 0 });
  });
});
