import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import { type QuestionId, questions, type TaskControl } from '../../src/contract/questions.js';
import { createApp } from '../../src/server/app.js';
import { addressOf, placesIn } from '../../src/server/question-addresses.js';
import { deferred, fakeWorkspace } from './fake-workspace.js';

const ids = Object.keys(questions) as QuestionId[];
const filled = (id: QuestionId) => addressOf(id).replace(/\{\w+\}/g, 'x%20y%2Fz');

describe('routes of questions', () => {
  it.each(ids)('%s is asked at its address, parameters raw', async (id) => {
    const fake = fakeWorkspace({ [id]: () => ({ answered: id }) });
    const response = await supertest(createApp(fake)).get(`${filled(id)}?via=a&via=b%2Cc&k=3&bare`);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ answered: id });
    expect(response.type).toBe('application/json');
    expect(fake.asked).toEqual([
      {
        question: id,
        parameters: {
          via: ['a', 'b,c'],
          k: '3',
          bare: '',
          ...Object.fromEntries(placesIn(addressOf(id)).map((name) => [name, 'x y/z'])),
        },
      },
    ]);
  });

  it.each(ids)('%s: an error of the workspace is a problem document', async (id) => {
    const fake = fakeWorkspace({
      [id]: () => {
        throw new AppError('unknown-parameter', 'There is no parameter “lenz”. Did you mean “lens”?', {
          parameter: 'lenz',
        });
      },
    });
    const response = await supertest(createApp(fake)).get(`${filled(id)}?lenz=1`);
    expect(response.status).toBe(400);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toEqual({
      type: 'urn:asterism:problem:unknown-parameter',
      title: 'Unknown parameter',
      status: 400,
      detail: 'There is no parameter “lenz”. Did you mean “lens”?',
      code: 'unknown-parameter',
      parameter: 'lenz',
    });
    expect(response.headers['etag']).toBeUndefined();
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it.each(ids)('%s: other methods are refused with what is allowed', async (id) => {
    const response = await supertest(createApp(fakeWorkspace())).post(filled(id)).send({ a: 1 });
    expect(response.status).toBe(405);
    expect(response.headers['allow']).toBe('GET, HEAD');
    expect(response.body.code).toBe('method-not-allowed');
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const agent = supertest(createApp(fakeWorkspace()));
    const [get, head] = [await agent.get('/api/v1/meta'), await agent.head('/api/v1/meta')];
    expect(head.status).toBe(200);
    expect(head.text).toBeUndefined();
    expect(head.headers['etag']).toBe(get.headers['etag']);
  });

  it('gives the nearest names with an unknown entity', async () => {
    const response = await supertest(createApp(fakeWorkspace())).get('/api/v1/entities/nobody');
    expect(response.status).toBe(404);
    expect(response.body.code).toBe('unknown-entity');
    expect(response.body.nearest).toEqual([{ id: 'noboru', name: 'Noboru' }]);
  });

  it('refuses a parameter of the address in the query', async () => {
    const response = await supertest(createApp(fakeWorkspace())).get('/api/v1/entities/a?id=b');
    expect(response.status).toBe(400);
    expect(response.body.code).toBe('invalid-parameter');
    expect(response.body.detail).toContain('“id”');
  });

  it('keeps a parameter named __proto__ for the workspace to refuse', async () => {
    const fake = fakeWorkspace({
      meta: (parameters) => {
        expect(Object.keys(parameters)).toEqual(['__proto__']);
        return {};
      },
    });
    expect((await supertest(createApp(fake)).get('/api/v1/meta?__proto__=1')).status).toBe(200);
  });
});

describe('requests that cannot be read', () => {
  const agent = () => supertest(createApp(fakeWorkspace()));

  it.each(['/api/v1/meta?q=%E0%A4', '/api/v1/entities/%E0%A4', '/api/%zz', '/%zz'])(
    '%s is malformed percent-encoding: 400',
    async (address) => {
      const response = await agent().get(address);
      expect(response.status).toBe(400);
      expect(response.body.code).toBe('invalid-parameter');
      expect(response.body.detail).toContain('%25');
    },
  );

  it('refuses a query over 8 kB and takes one of 8 kB', async () => {
    const query = (bytes: number) => `q=${'a'.repeat(bytes - 2)}`;
    expect((await agent().get(`/api/v1/search?${query(8192)}`)).status).toBe(200);
    const response = await agent().get(`/api/v1/search?${query(8193)}`);
    expect(response.status).toBe(413);
    expect(response.body.code).toBe('too-large');
  });

  it.each(['/api', '/api/', '/api/v1', '/api/v1/nothing', '/api/v2/meta'])(
    '%s: 404 with the routes',
    async (address) => {
      const response = await agent().get(address);
      expect(response.status).toBe(404);
      expect(response.body.code).toBe('not-found');
      expect(response.body.routes).toEqual([...ids.map(addressOf), '/api/openapi.json', '/api/docs']);
    },
  );

  it('tells a client nothing of what it did not foresee, and the log everything', async () => {
    const lines: string[] = [];
    const fake = fakeWorkspace({
      meta: () => {
        throw new TypeError('secret.path is undefined');
      },
    });
    const response = await supertest(createApp(fake, { log: (text) => lines.push(text) })).get(
      '/api/v1/meta',
    );
    expect(response.status).toBe(500);
    expect(response.body.code).toBe('internal');
    expect(response.text).not.toContain('secret');
    expect(lines.join('\n')).toContain('secret.path is undefined');
    expect(lines.join('\n')).toContain('fake-workspace.ts');
    expect(lines.join('\n')).toContain(response.body.reference);
  });
});

describe('ETag', () => {
  it('spares the computation while revision, build and parameters are the same', async () => {
    const fake = fakeWorkspace();
    const agent = supertest(createApp(fake));
    const first = await agent.get('/api/v1/stats?kind=a&lens=b');
    const tag = first.headers['etag'] ?? '';
    expect(tag).toMatch(/^W\/".{22}"$/);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await agent.get('/api/v1/stats?lens=b&kind=a').set('if-none-match', tag);
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(fake.asked).toHaveLength(1);

    const tagOf = async (address: string) => (await agent.get(address)).headers['etag'];
    expect(await tagOf('/api/v1/stats?kind=a&lens=c')).not.toBe(tag);
    expect(await tagOf('/api/v1/graph?kind=a&lens=b')).not.toBe(tag);
    fake.build = 'b2';
    expect(await tagOf('/api/v1/stats?kind=a&lens=b')).not.toBe(tag);
    fake.build = 'b1';
    expect(await tagOf('/api/v1/stats?kind=a&lens=b')).toBe(tag);
    fake.revision = 'r2';
    expect((await agent.get('/api/v1/stats?kind=a&lens=b').set('if-none-match', tag)).status).toBe(200);
  });
});

describe('time and load', () => {
  it('answers 503 when time is up, whether or not the work hears its signal', async () => {
    const signals: AbortSignal[] = [];
    const fake = fakeWorkspace({
      meta: (_, control) => {
        signals.push(control!.signal);
        return new Promise(() => {});
      },
      rank: async (_, control) => {
        await new Promise((_resolve, reject) => {
          control!.signal.addEventListener('abort', () =>
            reject(new DOMException('stopped by itself', 'AbortError')),
          );
        });
      },
    });
    const agent = supertest(createApp(fake, { limits: { lightMs: 30, heavyMs: 40 } }));
    for (const address of ['/api/v1/meta', '/api/v1/rankings']) {
      const response = await agent.get(address);
      expect(response.status).toBe(503);
      expect(response.body.code).toBe('timed-out');
      expect(response.body.detail).toContain('smaller scope');
    }
    expect(signals[0]?.aborted).toBe(true);
  });

  it('aborts the work when the client goes away', async () => {
    const started = deferred<TaskControl>();
    const aborted = deferred<unknown>();
    const fake = fakeWorkspace({
      rank: (_, control) => {
        control!.signal.addEventListener('abort', () => aborted.resolve(control!.signal.reason));
        started.resolve(control!);
        return new Promise(() => {});
      },
    });
    const server = createApp(fake).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = httpRequest({ port, host: '127.0.0.1', path: '/api/v1/rankings' });
    client.on('error', () => {});
    client.end();
    expect((await started.promise).signal.aborted).toBe(false);
    client.destroy();
    expect(await aborted.promise).toMatchObject({ code: 'cancelled' });
    server.close();
  });

  it('runs two heavy questions, lets as many wait as it may, refuses the next, answers light ones meanwhile', async () => {
    const gates = [deferred<object>(), deferred<object>(), deferred<object>()];
    let begun = 0;
    const fake = fakeWorkspace({ rank: () => gates[begun++]!.promise });
    const server = createApp(fake, { limits: { heavyRunning: 2, heavyWaiting: 1 } }).listen(0, '127.0.0.1');
    const agent = supertest(server);
    const heavy = [1, 2, 3].map((n) => agent.get(`/api/v1/rankings?top=${n}`).then((response) => response));
    await expect.poll(async () => (await agent.get('/metrics')).text).toContain('_waiting 1\n');
    expect(begun).toBe(2);

    const refused = await agent.get('/api/v1/rankings?top=4');
    expect(refused.status).toBe(503);
    expect(refused.body.code).toBe('overloaded');
    expect(refused.headers['retry-after']).toBe('5');
    expect((await agent.get('/api/v1/meta')).status).toBe(200);

    gates[0]!.resolve({ first: true });
    await expect.poll(() => begun).toBe(3);
    gates[1]!.resolve({});
    gates[2]!.resolve({});
    expect((await Promise.all(heavy)).map((response) => response.status)).toEqual([200, 200, 200]);
    expect((await agent.get('/metrics')).text).toContain('asterism_heavy_questions_running 0\n');
    server.close();
  });
});
