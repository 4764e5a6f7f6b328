import { describe, expect, it } from 'vitest';
import { TaskQueue } from '../../src/server/task-queue.js';
import { deferred } from './fake-workspace.js';

const never = new AbortController().signal;

describe('TaskQueue', () => {
  it('runs in order of arrival and never more at once than it may', async () => {
    const queue = new TaskQueue(2, 10);
    const order: number[] = [];
    let most = 0;
    const tasks = [0, 1, 2, 3, 4, 5].map((n) =>
      queue.run(async () => {
        order.push(n);
        most = Math.max(most, queue.running);
        await new Promise((resolve) => setTimeout(resolve, 5 - n));
        return n;
      }, never),
    );
    expect(queue.waiting).toBe(4);
    expect(await Promise.all(tasks)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(2);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('drops a waiting task whose signal aborts, and keeps its place for nobody', async () => {
    const queue = new TaskQueue(1, 1);
    const gate = deferred<void>();
    const first = queue.run(() => gate.promise, never);
    const controller = new AbortController();
    const second = queue.run(async () => 'second', controller.signal);
    await expect(queue.run(async () => 'third', never)).rejects.toMatchObject({ code: 'overloaded' });
    controller.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    const fourth = queue.run(async () => 'fourth', never);
    gate.resolve();
    await first;
    expect(await fourth).toBe('fourth');
    expect(queue.running).toBe(0);
  });

  it('frees the place of a task that fails', async () => {
    const queue = new TaskQueue(1, 0);
    await expect(queue.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
    expect(await queue.run(async () => 1, never)).toBe(1);
  });
});
