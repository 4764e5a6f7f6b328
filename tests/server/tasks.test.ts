import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import type { TaskControl } from '../../src/contract/questions.js';
import { taskSchema } from '../../src/contract/tasks.js';
import { type AppOptions, createApp } from '../../src/server/app.js';
import { serve } from '../../src/server/serve.js';
import { deferred, type FakeWorkspace, fakeWorkspace } from './fake-workspace.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function start(workspace: FakeWorkspace, options: AppOptions = {}) {
  const server = createApp(workspace, options).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { agent: supertest(server), port: (server.address() as AddressInfo).port };
}

/** A question that ends when told, and shows its control. */
function heldQuestion() {
  const gate = deferred<unknown>();
  const begun = deferred<TaskControl>();
  const answer = (_: unknown, control: TaskControl | undefined) => {
    begun.resolve(control!);
    return gate.promise;
  };
  return { gate, begun: begun.promise, answer };
}

const rank = { kind: 'rank', parameters: { measures: ['betweenness'] } };
const post = (agent: ReturnType<typeof supertest>, body: object = rank) =>
  agent.post('/api/v1/tasks').send(body);

/** Opens a stream and gathers its lines. */
async function stream(port: number, path: string, headers: Record<string, string> = {}) {
  const request = httpRequest({ port, host: '127.0.0.1', path, headers });
  request.on('error', () => {});
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  const events = () =>
    [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, name, data]) => ({
      name,
      data: JSON.parse(data!),
    }));
  return { response, request, ended, events, text: () => text };
}

describe('a task', () => {
  it('is begun, goes on, tells of its progress, and keeps its answer', async () => {
    const held = heldQuestion();
    const fake = fakeWorkspace({ rank: held.answer });
    const { agent, port } = await start(fake);
    const begun = await post(agent);
    expect(begun.status).toBe(202);
    const { location } = begun.headers;
    expect(location).toBe(`/api/v1/tasks/${begun.body.id}`);
    expect(begun.headers['cache-control']).toBe('no-store');
    expect(taskSchema.parse(begun.body)).toMatchObject({ ...rank, kept: null });

    const control = await held.begun;
    const { events, ended, response } = await stream(port, `${location}/events`, {
      'accept-encoding': 'gzip, br',
      'last-event-id': '17',
    });
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(response.headers['content-encoding']).toBeUndefined();
    await expect.poll(events).toMatchObject([{ name: 'progress', data: { status: 'running' } }]);
    await new Promise((resolve) => setTimeout(resolve, 110));
    control.progress(0.25, 'Betweenness');
    await expect.poll(events).toHaveLength(2);
    expect(events()[1]!.data.progress).toEqual({ share: 0.25, doing: 'Betweenness' });
    expect((await agent.get(location!)).body).toMatchObject({
      status: 'running',
      progress: { share: 0.25, doing: 'Betweenness' },
    });

    held.gate.resolve({ rows: [1, 2] });
    await ended;
    expect(events().at(-1)).toMatchObject({ name: 'done', data: { status: 'done', progress: { share: 1 } } });
    expect(events().at(-1)!.data).not.toHaveProperty('answer');
    const task = await agent.get(location!);
    expect(taskSchema.parse(task.body)).toMatchObject({ status: 'done', answer: { rows: [1, 2] } });
    expect(fake.asked).toEqual([{ question: 'rank', parameters: rank.parameters }]);

    const late = await stream(port, `${location}/events`);
    await late.ended;
    expect(late.events()).toMatchObject([{ name: 'done' }]);
  });

  it('can be any question, without parameters', async () => {
    const { agent } = await start(fakeWorkspace({ meta: () => ({ revision: 'r1' }) }));
    const { headers } = await post(agent, { kind: 'meta' });
    await expect
      .poll(async () => (await agent.get(headers['location']!)).body)
      .toMatchObject({ status: 'done', answer: { revision: 'r1' } });
  });

  it('fails with the problem that its question has, and hides what we did not foresee', async () => {
    const told: string[] = [];
    const { agent, port } = await start(
      fakeWorkspace({
        rank: () => {
          throw new AppError('invalid-parameter', 'There is no measure betweeness.');
        },
        stats: () => {
          throw new Error('secret');
        },
      }),
      { log: (text) => told.push(text) },
    );
    const { headers } = await post(agent);
    const { events, ended } = await stream(port, `${headers['location']}/events`);
    await ended;
    expect(events().at(-1)).toMatchObject({
      name: 'failed',
      data: { status: 'failed', problem: { code: 'invalid-parameter', status: 400 } },
    });
    const defect = (await post(agent, { kind: 'stats' })).headers['location']!;
    await expect.poll(async () => (await agent.get(defect)).body.status).toBe('failed');
    const { body, text } = await agent.get(defect);
    expect(body.problem.code).toBe('internal');
    expect(text).not.toContain('secret');
    expect(told.join()).toContain('secret');
  });

  it('is cancelled by DELETE: its work hears, its followers are told, its address is gone', async () => {
    const held = heldQuestion();
    const { agent, port } = await start(fakeWorkspace({ rank: held.answer }));
    const { headers } = await post(agent);
    const address = headers['location']!;
    const { signal } = await held.begun;
    const { events, ended } = await stream(port, `${address}/events`);
    await expect.poll(events).toHaveLength(1);
    const removed = await agent.delete(address);
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect(signal.reason).toMatchObject({ code: 'cancelled' });
    await ended;
    expect(events().at(-1)).toMatchObject({ name: 'failed', data: { problem: { code: 'cancelled' } } });
    for (const again of [agent.get(address), agent.delete(address), agent.get(`${address}/events`)]) {
      const { status, type, body } = await again;
      expect([status, type, body.code]).toEqual([410, 'application/problem+json', 'gone']);
    }
    held.gate.resolve({});
  });

  it('is cancelled while it waits for its turn', async () => {
    const held = heldQuestion();
    const fake = fakeWorkspace({ rank: held.answer });
    const { agent } = await start(fake, { limits: { heavyRunning: 1 } });
    await post(agent);
    await held.begun;
    const waiting = (await post(agent, { kind: 'meta' })).headers['location']!;
    expect((await agent.get(waiting)).body.status).toBe('waiting');
    expect((await agent.delete(waiting)).status).toBe(204);
    held.gate.resolve({});
    await expect.poll(async () => (await agent.get('/metrics')).text).toContain('questions_running 0\n');
    expect(fake.asked.map(({ question }) => question)).toEqual(['rank']);
  });

  it('ends when its time is up, whether or not it hears', async () => {
    const { agent } = await start(fakeWorkspace({ rank: () => new Promise(() => {}) }), {
      limits: { taskMs: 30 },
    });
    const address = (await post(agent)).headers['location']!;
    await expect
      .poll(async () => (await agent.get(address)).body)
      .toMatchObject({ status: 'failed', problem: { code: 'timed-out' } });
  });

  it('goes on when those who follow it leave', async () => {
    const held = heldQuestion();
    const { agent, port } = await start(fakeWorkspace({ rank: held.answer }));
    const address = (await post(agent)).headers['location']!;
    const { signal } = await held.begun;
    const { request, events, ended } = await stream(port, `${address}/events`);
    await expect.poll(events).toHaveLength(1);
    request.destroy();
    await ended;
    held.gate.resolve({ rows: [] });
    await expect.poll(async () => (await agent.get(address)).body.status).toBe('done');
    expect(signal.aborted).toBe(false);
  });
});

describe('bounds', () => {
  it('refuses a task too many, and takes it when there is room', async () => {
    const held = heldQuestion();
    const { agent } = await start(fakeWorkspace({ rank: held.answer }), { limits: { tasks: 2 } });
    const first = (await post(agent)).headers['location']!;
    await post(agent);
    const refused = await post(agent);
    expect([refused.status, refused.type, refused.body.code, refused.headers['retry-after']]).toEqual([
      429,
      'application/problem+json',
      'too-many-requests',
      '5',
    ]);
    await agent.delete(first);
    expect((await post(agent)).status).toBe(202);
    held.gate.resolve({});
  });

  it('refuses when heavy questions take all places', async () => {
    const held = heldQuestion();
    const { agent } = await start(fakeWorkspace({ rank: held.answer }), {
      limits: { heavyRunning: 1, heavyWaiting: 0 },
    });
    const direct = agent.get('/api/v1/rankings').then(({ status }) => status);
    await held.begun;
    const refused = await post(agent);
    expect([refused.status, refused.body.detail]).toEqual([429, expect.stringContaining('1 heavy')]);
    held.gate.resolve({});
    expect(await direct).toBe(200);
  });

  it('keeps so many outcomes, for so long', async () => {
    const { agent } = await start(fakeWorkspace(), { limits: { outcomes: 2, outcomeMs: 300 } });
    const addresses: string[] = [];
    for (let i = 0; i < 3; i++) {
      addresses.push((await post(agent, { kind: 'meta' })).headers['location']!);
      if (i < 2) await expect.poll(async () => (await agent.get(addresses[i]!)).body.status).toBe('done');
    }
    const statuses = () => Promise.all(addresses.map(async (address) => (await agent.get(address)).status));
    await expect.poll(statuses).toEqual([410, 200, 200]);
    await expect.poll(statuses).toEqual([410, 410, 410]);
  });

  it('keeps a silent stream alive', async () => {
    const held = heldQuestion();
    const { agent, port } = await start(fakeWorkspace({ rank: held.answer }), {
      limits: { heartbeatMs: 20 },
    });
    const address = (await post(agent)).headers['location']!;
    const { text } = await stream(port, `${address}/events`);
    await expect.poll(text).toMatch(/\n\n:\n\n:\n\n/);
    held.gate.resolve({});
  });

  it('cancels its tasks and ends their streams when the server stops', async () => {
    const held = heldQuestion();
    const server = await serve(fakeWorkspace({ rank: held.answer }), {
      port: 0,
      host: '127.0.0.1',
      signals: false,
      environment: {},
    });
    const { id } = (await (
      await fetch(`${server.address}/api/v1/tasks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(rank),
      })
    ).json()) as { id: string };
    const { signal } = await held.begun;
    const { ended, events } = await stream(
      Number(new URL(server.address).port),
      `/api/v1/tasks/${id}/events`,
    );
    await server.close();
    await ended;
    expect(signal.aborted).toBe(true);
    expect(events().at(-1)).toMatchObject({ name: 'failed', data: { problem: { code: 'cancelled' } } });
  });
});

describe('what is refused', () => {
  it.each([
    ['no question', {}, 400, 'invalid-parameter', 'kind'],
    ['an unknown one', { kind: 'ranks' }, 400, 'invalid-parameter', 'rank'],
    ['parameters that are none', { kind: 'rank', parameters: [] }, 400, 'invalid-parameter', 'parameters'],
    ['more than it takes', { kind: 'rank', priority: 1 }, 400, 'invalid-parameter', 'priority'],
    ['unknown parameters', { kind: 'rank', parameters: { lenz: 1 } }, 400, 'unknown-parameter', 'lenz'],
    ['a list', [], 400, 'invalid-parameter', 'body'],
    ['too much', { kind: 'rank', parameters: { q: 'x'.repeat(70_000) } }, 413, 'too-large', '64 kB'],
  ])('%s', async (_, body, status, code, word) => {
    const { agent } = await start(fakeWorkspace());
    const response = await post(agent, body);
    expect([response.status, response.type, response.body.code]).toEqual([
      status,
      'application/problem+json',
      code,
    ]);
    expect(response.body.detail).toContain(word);
  });

  it.each([
    ['text/plain', '{"kind": "meta"}', 415, 'unsupported-media-type'],
    ['application/x-www-form-urlencoded', 'kind=meta', 415, 'unsupported-media-type'],
    ['application/json', '{"kind": ', 400, 'invalid-parameter'],
    ['application/json', '', 400, 'invalid-parameter'],
    ['application/json; charset=iso-8859-1', '{"kind": "meta"}', 415, 'unsupported-media-type'],
  ])('a body sent as %s: %s', async (contentType, body, status, code) => {
    const { agent } = await start(fakeWorkspace());
    const response = await agent.post('/api/v1/tasks').set('content-type', contentType).send(body);
    expect([response.status, response.type, response.body.code]).toEqual([
      status,
      'application/problem+json',
      code,
    ]);
  });

  it('tasks that never were, and other methods', async () => {
    const { agent } = await start(fakeWorkspace());
    for (const response of [
      await agent.get('/api/v1/tasks/none'),
      await agent.delete('/api/v1/tasks/none'),
      await agent.get('/api/v1/tasks/none/events'),
    ])
      expect([response.status, response.body.code]).toEqual([404, 'unknown-task']);
    for (const [response, allowed] of [
      [await agent.get('/api/v1/tasks'), 'POST'],
      [await agent.post('/api/v1/tasks/none').send({}), 'GET, HEAD, DELETE'],
      [await agent.delete('/api/v1/tasks/none/events'), 'GET, HEAD'],
    ] as const)
      expect([response.status, response.headers['allow']]).toEqual([405, allowed]);
  });

  it('pages of other origins, hosts of other names, and whoever lacks the token', async () => {
    const fake = fakeWorkspace();
    const { agent } = await start(fake, { token: 'x'.repeat(16) });
    const forms = [
      () => agent.post('/api/v1/tasks').send({ kind: 'meta' }),
      () => agent.delete('/api/v1/tasks/none'),
    ];
    for (const form of forms) {
      expect((await form().set('origin', 'https://evil.example')).status).toBe(403);
      expect((await form().set('host', 'evil.example')).status).toBe(403);
      expect((await form()).status).toBe(401);
    }
    expect(fake.asked).toEqual([]);
  });
});
