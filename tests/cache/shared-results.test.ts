import { describe, expect, it } from 'vitest';
import { SharedResults, type Waiting } from '../../src/cache/shared-results.js';
import { deferred } from '../server/fake-workspace.js';

const open = (mostBytes = 10) => new SharedResults<string>(mostBytes, (text) => text.length);
const waiting = (signal = new AbortController().signal) => {
  const told: number[] = [];
  return { signal, told, progress: (share: number) => told.push(share) };
};

describe('SharedResults', () => {
  it('computes once what is asked several times, at the same time and later', async () => {
    const results = open();
    const gate = deferred<string>();
    let made = 0;
    const ask = () =>
      results.get('a', waiting(), () => {
        made++;
        return gate.promise;
      });
    const both = [ask(), ask()];
    gate.resolve('value');
    expect(await Promise.all(both)).toEqual(['value', 'value']);
    expect(await ask()).toBe('value');
    expect(made).toBe(1);
  });

  it('tells everyone of progress', async () => {
    const results = open();
    const gate = deferred<string>();
    let control!: Waiting;
    const [one, other] = [waiting(), waiting()];
    const ask = (by: Waiting) =>
      results.get('a', by, (given) => {
        control = given;
        return gate.promise;
      });
    const both = [ask(one), ask(other)];
    control.progress(0.5);
    gate.resolve('value');
    await Promise.all(both);
    expect([one.told, other.told]).toEqual([[0.5], [0.5]]);
  });

  it('cancels the computation when the last one leaves, not before', async () => {
    const results = open();
    let control!: Waiting;
    const [one, other] = [new AbortController(), new AbortController()];
    const ask = (by: AbortController) =>
      results.get('a', waiting(by.signal), (given) => {
        control = given;
        return new Promise((_, reject) => {
          given.signal.addEventListener('abort', () => reject(given.signal.reason), { once: true });
        });
      });
    const [first, second] = [ask(one), ask(other)];
    one.abort(new Error('one left'));
    await expect(first).rejects.toThrow('one left');
    expect(control.signal.aborted).toBe(false);
    other.abort(new Error('both left'));
    await expect(second).rejects.toThrow('both left');
    expect(control.signal.aborted).toBe(true);
    expect(await results.get('a', waiting(), async () => 'afresh')).toBe('afresh');
  });

  it('does not let a cancelled computation that ends late take the place of its successor', async () => {
    const results = open();
    const late = deferred<string>();
    const controller = new AbortController();
    const left = results.get('a', waiting(controller.signal), () => late.promise);
    controller.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const gate = deferred<string>();
    let made = 0;
    const ask = () =>
      results.get('a', waiting(), () => {
        made++;
        return gate.promise;
      });
    const next = ask();
    late.reject(new Error('cancelled'));
    await Promise.resolve();
    const joined = ask();
    gate.resolve('value');
    expect(await Promise.all([next, joined])).toEqual(['value', 'value']);
    expect(made).toBe(1);
  });

  it('counts a result once, though a cancelled computation of it ends as well', async () => {
    const results = open(10);
    const late = deferred<string>();
    const controller = new AbortController();
    const left = results.get('a', waiting(controller.signal), () => late.promise);
    controller.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    await results.get('a', waiting(), async () => '12345');
    late.resolve('12345');
    await late.promise;
    await results.get('b', waiting(), async () => '12345');
    expect(await results.get('a', waiting(), async () => 'made anew')).toBe('12345');
  });

  it('keeps no failure', async () => {
    const results = open();
    await expect(results.get('a', waiting(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await results.get('a', waiting(), async () => 'yes')).toBe('yes');
  });

  it('makes nothing for a signal that has aborted', async () => {
    const late = waiting(AbortSignal.abort(new Error('too late')));
    await expect(open().get('a', late, async () => 'made')).rejects.toThrow('too late');
  });

  it('lets go of what was used longest ago', async () => {
    const results = open(10);
    const made: string[] = [];
    const ask = (key: string) =>
      results.get(key, waiting(), async () => {
        made.push(key);
        return '12345';
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    // c pushed b out, because a had been used since.
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('hands on what is too large to keep', async () => {
    const results = open(3);
    let made = 0;
    for (let i = 0; i < 2; i++) {
      expect(
        await results.get('a', waiting(), async () => {
          made++;
          return '12345';
        }),
      ).toBe('12345');
    }
    expect(made).toBe(2);
  });
});
