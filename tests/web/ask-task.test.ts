/** The page's client for tasks, against a real server; Node 20 has no EventSource, so the test brings a small one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import type { TaskControl } from '../../src/contract/questions.js';
import { type RunningServer, serve } from '../../src/server/serve.js';
import { askTask } from '../../web/src/ask-task.js';
import { deferred, type FakeWorkspace, fakeWorkspace } from '../server/fake-workspace.js';

let server: RunningServer;
const realFetch = globalThis.fetch;

class SmallEventSource extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 0;
  readonly #abort = new AbortController();
  constructor(address: string) {
    super();
    void this.#read(address);
  }
  async #read(address: string) {
    const response = await fetch(address, { signal: this.#abort.signal }).catch(() => undefined);
    if (response?.ok !== true) {
      this.readyState = SmallEventSource.CLOSED;
      this.dispatchEvent(new Event('error'));
      return;
    }
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const part of response.body!) {
        text += decoder.decode(part as Uint8Array, { stream: true });
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const [, name, data] = /event: (\w+)\ndata: (.*)/.exec(text.slice(0, end)) ?? [];
          text = text.slice(end + 2);
          if (name !== undefined && data !== undefined) this.dispatchEvent(new MessageEvent(name, { data }));
        }
      }
    } catch {}
  }
  close() {
    this.readyState = SmallEventSource.CLOSED;
    this.#abort.abort();
  }
}

async function start(workspace: FakeWorkspace) {
  server = await serve(workspace, { port: 0, host: '127.0.0.1', signals: false, environment: {} });
}

beforeEach(() => {
  vi.stubGlobal('EventSource', SmallEventSource);
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
    realFetch(new URL(address, server.address), init),
  );
});
afterEach(async () => {
  await server.close();
  vi.unstubAllGlobals();
});

const never = new AbortController().signal;

describe('askTask', () => {
  it('asks, tells how the task stands, and gives the answer', async () => {
    const gate = deferred<unknown>();
    const begun = deferred<TaskControl>();
    const fake = fakeWorkspace({
      rank: (_, control) => {
        begun.resolve(control!);
        return gate.promise;
      },
    });
    await start(fake);
    const told: string[] = [];
    const asked = askTask('rank', { measures: 'degree', lens: undefined, top: 0 }, never, ({ progress }) =>
      told.push(progress.doing),
    );
    const control = await begun.promise;
    await expect
      .poll(() => {
        control.progress(0.5, 'Degree');
        return told;
      })
      .toContain('Degree');
    gate.resolve({ rows: [] });
    expect(await asked).toEqual({ rows: [] });
    expect(fake.asked).toEqual([{ question: 'rank', parameters: { measures: 'degree', top: 0 } }]);
  });

  it('cancels the task when aborted', async () => {
    const begun = deferred<TaskControl>();
    await start(
      fakeWorkspace({
        rank: (_, control) => {
          begun.resolve(control!);
          return new Promise(() => {});
        },
      }),
    );
    const controller = new AbortController();
    const asked = askTask('rank', {}, controller.signal, () => {});
    const { signal } = await begun.promise;
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await expect.poll(() => signal.reason).toMatchObject({ code: 'cancelled' });
  });

  it("fails in the server's own words", async () => {
    await start(
      fakeWorkspace({
        rank: () => {
          throw new AppError('invalid-parameter', 'There is no such measure.');
        },
      }),
    );
    await expect(askTask('rank', {}, never, () => {})).rejects.toMatchObject({
      message: 'There is no such measure.',
      problem: { code: 'invalid-parameter' },
    });
    await expect(askTask('rank', { lenz: 1 }, never, () => {})).rejects.toMatchObject({
      problem: { code: 'unknown-parameter', status: 400 },
    });
  });
});
