import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import { type Resident, settleApart } from '../../src/tasks/resident.js';

const module = new URL('./resident-module.js', import.meta.url);
// The thread runs what was built.
const errors = new URL('../../dist/contract/errors.js', import.meta.url).href;
const outOfMemory = () => new AppError('too-large', 'Too much.');
const idle = { signal: new AbortController().signal, progress: () => {} };

const residents: Resident<{ name: string }>[] = [];
afterEach(async () => {
  for (const resident of residents.splice(0)) await resident.close();
});
async function settle(input: object = {}, signal = idle.signal) {
  const resident = await settleApart<{ name: string }>(
    { module, input: { name: 'r', errors, ...input }, heapMb: 32, outOfMemory },
    signal,
  );
  residents.push(resident);
  return resident;
}

describe('a resident', () => {
  it('tells its facts, keeps what it holds from call to call, tells of progress', async () => {
    const resident = await settle();
    expect(resident.facts).toEqual({ name: 'r' });
    expect(await resident.call('count', [2], idle)).toBe(2);
    expect(await resident.call('count', [3], idle)).toBe(5);
    const told: unknown[] = [];
    await resident.call('tell', [], { ...idle, progress: (...progress) => told.push(progress) });
    expect(told).toEqual([[0.5, 'half']]);
  });

  it('throws our errors whole, and others as they are', async () => {
    const resident = await settle();
    const refused = { code: 'unknown-entity', message: 'Nobody.', members: { nearest: ['a'] } };
    await expect(resident.call('refuse', [], idle)).rejects.toMatchObject(refused);
    await expect(resident.call('refuse', [], idle)).rejects.toBeInstanceOf(AppError);
    await expect(resident.call('break', [], idle)).rejects.toBeInstanceOf(TypeError);
    await expect(settle({ fails: true })).rejects.toMatchObject({
      code: 'data-faulty',
      members: { faults: [1] },
    });
  });

  it('lets go of a call that is cancelled, and the call hears of it', async () => {
    const resident = await settle();
    const abort = new AbortController();
    const waiting = resident.call('wait', [], { ...idle, signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(await resident.call('count', [1], idle)).toBe(2);
  });

  it('keeps nothing of a call whose message cannot be sent', async () => {
    const resident = await settle();
    const { signal } = new AbortController();
    await expect(resident.call('count', [() => 1], { ...idle, signal })).rejects.toMatchObject({
      name: 'DataCloneError',
    });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(await resident.call('count', [1], idle)).toBe(1);
  });

  it('ends with what it does: when closed, when it takes too much memory, while it settles', async () => {
    const resident = await settle();
    const waiting = resident.call('wait', [], idle);
    const refused = expect(waiting).rejects.toMatchObject({ code: 'gone' });
    await resident.close();
    await refused;
    await resident.ended;
    await expect(resident.call('count', [1], idle)).rejects.toMatchObject({ code: 'gone' });

    const greedy = await settle();
    await expect(greedy.call('fill', [], idle)).rejects.toMatchObject({ code: 'too-large' });
    await expect(greedy.call('count', [1], idle)).rejects.toMatchObject({ code: 'too-large' });

    await expect(settle({ spins: true }, AbortSignal.timeout(300))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
