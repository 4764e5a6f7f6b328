import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import { answerUnreadable, type RunningServer, type ServeOptions, serve } from '../../src/server/serve.js';
import type { ServedWorkspace } from '../../src/server/served-workspace.js';
import { deferred, fakeWorkspace } from './fake-workspace.js';

const running: RunningServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of running.splice(0)) await server.close();
});

async function start(
  workspace: ServedWorkspace | Promise<ServedWorkspace> = fakeWorkspace(),
  options: Partial<ServeOptions> = {},
) {
  const server = await serve(workspace, {
    port: 0,
    host: '127.0.0.1',
    signals: false,
    environment: {},
    ...options,
  });
  running.push(server);
  return server;
}

const portOf = (server: RunningServer) => Number(new URL(server.address).port);

describe('connections that Node gives up', () => {
  const givenUp = (bytesRead: number) => {
    const socket = { writable: true, bytesRead, destroy: vi.fn(), end: vi.fn() };
    const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    answerUnreadable(late, socket as unknown as Parameters<typeof answerUnreadable>[1]);
    return socket;
  };

  it('says nothing on one that a browser opened ahead of need, for it would answer the next request', () => {
    const { destroy, end } = givenUp(0);
    expect(end).not.toHaveBeenCalled();
    expect(destroy).toHaveBeenCalledOnce();
  });

  it('tells a request that did not come whole that it is late, not that it is wrong', () => {
    const { end } = givenUp(40);
    expect(end.mock.calls[0]?.[0]).toMatch(/^HTTP\/1\.1 503 .*"code":"timed-out"/s);
  });
});

describe('starting', () => {
  it('answers at the address that it tells', async () => {
    const { address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${address}/api/v1/meta`)).json()).toEqual({ revision: 'r1' });
  });

  it('tells of a port in use in one line, with another to try', async () => {
    const port = portOf(await start());
    const error: unknown = await start(fakeWorkspace(), { port }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'port-in-use', members: { port, host: '127.0.0.1' } });
    expect((error as AppError).message).toContain(`--port ${port + 1}`);
    expect((error as AppError).message).not.toContain('\n');
  });

  it('refuses a host that is none of this machine', async () => {
    const open = { environment: { ASTERISM_TOKEN: 'x'.repeat(16) } };
    await expect(start(fakeWorkspace(), { ...open, host: '192.0.2.1' })).rejects.toMatchObject({
      code: 'usage',
      message: '--host 192.0.2.1 is no address of this machine.',
    });
  });

  it('leaves nothing listening when the workspace does not open, and tells why', async () => {
    const fault = new AppError('data-faulty', 'entities.yaml:3:1 …');
    const port = portOf(await start());
    await running.pop()?.close();
    await expect(start(Promise.reject(fault), { port })).rejects.toBe(fault);
    await start(fakeWorkspace(), { port });
  });

  it('takes its port before the workspace is open, and says that it is not ready', async () => {
    const port = portOf(await start());
    await running.pop()?.close();
    const opening = deferred<ServedWorkspace>();
    const starting = start(opening.promise, { port });
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          (response) => response.status,
          () => 0,
        ),
      )
      .toBe(503);
    opening.resolve(fakeWorkspace());
    const { address } = await starting;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });
});

describe('who may ask', () => {
  const token = 'x'.repeat(16);

  it('opens to other machines only with a token, or when told that it is public', async () => {
    await expect(start(fakeWorkspace(), { host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/ASTERISM_TOKEN.*--public/),
    });
    await expect(
      start(fakeWorkspace(), { host: '0.0.0.0', environment: { ASTERISM_TOKEN: 'short' } }),
    ).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('at least 16') });

    const guarded = await start(fakeWorkspace(), { host: '0.0.0.0', environment: { ASTERISM_TOKEN: token } });
    const address = `http://127.0.0.1:${portOf(guarded)}/api/v1/meta`;
    expect((await fetch(address)).status).toBe(401);
    expect((await fetch(address, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);

    const open = await start(fakeWorkspace(), { host: '0.0.0.0', public: true });
    expect((await fetch(`http://127.0.0.1:${portOf(open)}/api/v1/meta`)).status).toBe(200);
  });

  it('keeps a token that is given on loopback too', async () => {
    const { address } = await start(fakeWorkspace(), { environment: { ASTERISM_TOKEN: token } });
    expect((await fetch(`${address}/api/v1/meta`)).status).toBe(401);
  });
});

describe('requests that no client should send', () => {
  it.each([
    [
      'a header block over 16 kB',
      `GET /?${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      413,
      'too-large',
    ],
    ['no HTTP at all', 'HELLO\r\n\r\n', 400, 'usage'],
    ['no host', 'GET /api/v1/meta HTTP/1.1\r\n\r\n', 403, 'forbidden'],
    ['no path', 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n', 405, 'method-not-allowed'],
  ])('%s gets a problem document', async (_, text, status, code) => {
    const socket = connect(portOf(await start()), '127.0.0.1');
    socket.end(text);
    let answer = '';
    socket.on('data', (part) => {
      answer += part;
    });
    await once(socket, 'close');
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
  });
});

describe('stopping', () => {
  it('lets a running request end, takes no further one, closes the workspace once', async () => {
    const gate = deferred<object>();
    const begun = deferred<void>();
    const fake = fakeWorkspace({
      rank: () => {
        begun.resolve();
        return gate.promise;
      },
    });
    const server = await start(fake);
    await fetch(`${server.address}/api/v1/meta`); // leaves a connection that is kept alive
    const answer = fetch(`${server.address}/api/v1/rankings`);
    await begun.promise;
    const closing = Promise.all([server.close(), server.close()]);
    await expect(fetch(`${server.address}/api/v1/meta`)).rejects.toThrow('fetch failed');
    expect(fake.closed).toBe(0);
    gate.resolve({ ended: true });
    expect(await (await answer).json()).toEqual({ ended: true });
    await closing;
    expect(fake.closed).toBe(1);
  });

  it('cuts off and aborts what does not end within the grace', async () => {
    const begun = deferred<AbortSignal>();
    const fake = fakeWorkspace({
      rank: (_, control) => {
        begun.resolve(control!.signal);
        return new Promise(() => {});
      },
    });
    const server = await start(fake, { graceMs: 50 });
    const answer = expect(fetch(`${server.address}/api/v1/rankings`)).rejects.toThrow('fetch failed');
    const signal = await begun.promise;
    await server.close();
    await answer;
    await expect.poll(() => signal.aborted).toBe(true);
  });

  it('ends the process at a signal once closed, at once at a second one', async () => {
    const exits: unknown[] = [];
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      exits.push(code);
      return undefined as never;
    });
    const before = process.listenerCount('SIGTERM');
    const begun = deferred<void>();
    const gate = deferred<object>();
    const fake = fakeWorkspace({
      rank: () => {
        begun.resolve();
        return gate.promise;
      },
    });
    const server = await start(fake, { signals: true });
    const answer = fetch(`${server.address}/api/v1/rankings`);
    await begun.promise;
    process.emit('SIGTERM', 'SIGTERM');
    expect(exits).toEqual([]);
    process.emit('SIGINT', 'SIGINT');
    expect(exits).toEqual([130]);
    gate.resolve({});
    expect((await answer).status).toBe(200);
    // The exit that the test replaced came back, so that the second signal ran on into a close and an exit of its own.
    await expect.poll(() => exits.slice(0, 2)).toEqual([130, 0]);
    expect(fake.closed).toBe(1);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });

  it('ends with the npm that started it, because its shell passes no signal on', async () => {
    const exits: unknown[] = [];
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      exits.push(code);
      return undefined as never;
    });
    const parent = vi.spyOn(process, 'ppid', 'get').mockReturnValue(4711);
    const [alone, underNpm] = [fakeWorkspace(), fakeWorkspace()];
    await start(alone, { signals: true });
    await start(underNpm, { signals: true, environment: { npm_lifecycle_event: 'start' } });
    parent.mockReturnValue(1);
    await expect.poll(() => exits).toEqual([0]);
    expect([alone.closed, underNpm.closed]).toEqual([0, 1]);
  });
});
