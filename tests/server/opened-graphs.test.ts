import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MOST_FILE_BYTES } from '../../src/contract/formats.js';
import { openedGraphSchema } from '../../src/contract/opened-graphs.js';
import { type AppOptions, createApp } from '../../src/server/app.js';
import { OpenedGraphs, type OpenFile } from '../../src/server/opened-graphs.js';
import { serve } from '../../src/server/serve.js';
import { deferred, fakeWorkspace } from './fake-workspace.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function start(options: AppOptions = {}) {
  const stopping = new AbortController();
  const server = createApp(fakeWorkspace({ meta: () => ({ title: 'served' }) }), {
    ...options,
    stopping: stopping.signal,
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    stopping.abort();
    server.close();
    server.closeAllConnections();
  });
  return { agent: supertest(server), port: (server.address() as AddressInfo).port };
}

const GML = `graph [ directed 1
  node [ id 1 label "Ada" ] node [ id 2 label "Bo" ] node [ id 3 label "Cy" ]
  edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]`;
const send = (agent: ReturnType<typeof supertest>, name = 'three.gml', text: string | Buffer = GML) =>
  agent.post('/api/v1/workspaces').query({ name }).set('content-type', 'application/octet-stream').send(text);

/** Opens nothing: answers for graphs that are named after their files, and notes which were closed. */
function fakeOpening() {
  const closed: string[] = [];
  const openFile: OpenFile = async (_bytes, name) => {
    const ended = deferred<void>();
    return {
      ...fakeWorkspace({ meta: () => ({ title: name }) }),
      warnings: [],
      ended: ended.promise,
      close: async () => {
        closed.push(name);
        ended.resolve();
      },
    };
  };
  return { openFile, closed };
}

describe('a graph file that is sent', { timeout: 60_000 }, () => {
  it('is opened in a thread, answers every kind of question below its address, and is gone when closed', {
    timeout: 60_000,
  }, async () => {
    const { agent } = await start();
    const opened = await send(agent);
    expect(opened.status, opened.text).toBe(201);
    expect(openedGraphSchema.parse(opened.body)).toMatchObject({ name: 'three.gml', idleMinutes: 60 });
    const address = opened.headers['location']!;
    expect(address).toBe(`/api/v1/workspaces/${opened.body.id}`);
    expect((await agent.get(address)).body).toEqual(opened.body);

    const meta = await agent.get(`${address}/meta`);
    expect(meta.body).toMatchObject({ title: 'three.gml', entities: 3, relations: 2 });
    expect(meta.headers).toMatchObject({ 'cache-control': 'no-store' });
    const again = await agent.get(`${address}/meta`).set('if-none-match', meta.headers['etag']!);
    expect(again.status).toBe(304);
    const ranked = await agent.get(`${address}/rankings?measures=betweenness&direction=any`);
    expect(ranked.body.rows[0]).toMatchObject({ name: 'Bo', values: { betweenness: 1 } });
    const path = await agent.get(`${address}/paths?from=Ada&to=Cy`);
    expect(path.body.paths[0].length).toBe(2);
    expect((await agent.get(`${address}/entities/nobody`)).body.code).toBe('unknown-entity');
    for (const wrong of [agent.get(`${address}/no`), agent.put(`${address}/meta`)])
      expect((await wrong).body.detail).toContain(` at ${address}/`);
    expect((await agent.get(`${address}/export/csv`)).text).toContain('Ada');
    const report = await agent.get(`${address}/reports/centrality?format=html`);
    expect([report.type, report.text]).toEqual(['text/html', expect.stringContaining('--data three.gml')]);

    const task = await agent
      .post(`${address}/tasks`)
      .send({ kind: 'rank', parameters: { measures: ['pagerank'] } });
    expect(task.status).toBe(202);
    await expect
      .poll(async () => (await agent.get(task.headers['location']!)).body)
      .toMatchObject({ status: 'done', answer: { rows: { length: 3 } } });

    expect((await agent.get('/api/v1/meta')).body).toEqual({ title: 'served' });
    expect((await agent.get('/metrics')).text).not.toContain(opened.body.id);
    expect((await agent.delete(address)).status).toBe(204);
    for (const gone of [agent.get(address), agent.delete(address), agent.get(`${address}/meta`)]) {
      const { status, type, body } = await gone;
      expect([status, type, body.code]).toEqual([404, 'application/problem+json', 'unknown-workspace']);
    }
  });

  it('leaves nothing on disk', async () => {
    const folder = '/tmp/asterism-no-such-cache';
    vi.stubEnv('ASTERISM_CACHE', folder);
    const { agent } = await start();
    // Large enough that its layout would be kept, were there a folder for it.
    const ring = Array.from({ length: 3_000 }, (_, i) => `a${i},a${(i + 1) % 3_000}`).join('\n');
    const { headers } = await send(agent, 'ring.csv', `source,target\n${ring}\n`);
    const { body } = await agent.get(`${headers['location']}/graph`);
    expect(body.entities.id).toHaveLength(3_000);
    vi.unstubAllEnvs();
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['three.xls', GML, 400, 'usage', 'No importer reads three.xls'],
    ['three.gml', 'graph [ node [ id 1 ] node [ id 1 ] ]', 422, 'data-faulty', 'three.gml:1:'],
    ['three.gml', '', 400, 'invalid-parameter', 'body is empty'],
    ['../three.gml', GML, 400, 'invalid-parameter', 'without folders'],
    ['', GML, 400, 'invalid-parameter', 'name'],
  ])('is refused as %s with the reason: %#', async (name, text, status, code, word) => {
    const { agent } = await start();
    const { body, type } = await send(agent, name, text);
    expect([body.status, type, body.code]).toEqual([status, 'application/problem+json', code]);
    expect(body.detail).toContain(word);
  });

  it('is refused as other types, when too large, with other parameters, from other origins', async () => {
    const { agent } = await start({ token: 'x'.repeat(16), openFile: fakeOpening().openFile });
    const bear = (request: ReturnType<typeof send>) =>
      request.set('authorization', `Bearer ${'x'.repeat(16)}`);
    expect((await send(agent)).status).toBe(401);
    expect((await bear(send(agent)).set('origin', 'https://evil.example')).status).toBe(403);
    expect((await bear(send(agent)).set('content-type', 'text/plain')).body.code).toBe(
      'unsupported-media-type',
    );
    expect((await bear(send(agent)).query({ keep: 1 })).body.detail).toContain('keep');
    const large = await bear(send(agent, 'a.gml', Buffer.alloc(MOST_FILE_BYTES + 1)));
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('32 MB')]);
    for (const [response, allowed] of [
      [await bear(agent.get('/api/v1/workspaces')), 'POST'],
      [await bear(agent.put('/api/v1/workspaces/x')), 'GET, HEAD, DELETE'],
    ] as const)
      expect([response.status, response.headers['allow']]).toEqual([405, allowed]);
  });

  it('is refused where everyone may read', async () => {
    const server = await serve(fakeWorkspace(), {
      port: 0,
      host: '127.0.0.1',
      public: true,
      signals: false,
      environment: {},
    });
    const response = await send(supertest(server.address));
    expect([response.status, response.body.code]).toEqual([403, 'forbidden']);
    expect(response.body.detail).toContain('--data');
    await server.close();
  });

  it('is given up when its time is out or the client has gone', async () => {
    const heard = deferred<unknown>();
    const openFile: OpenFile = (_bytes, _name, signal) => {
      signal.addEventListener('abort', () => heard.resolve(signal.reason));
      return new Promise(() => {});
    };
    const { agent } = await start({ openFile, limits: { heavyMs: 30 } });
    const { body } = await send(agent);
    expect(body).toMatchObject({ code: 'timed-out', detail: expect.stringContaining('three.gml') });
    expect(await heard.promise).toMatchObject({ code: 'timed-out' });
  });
});

describe('graphs that are held', () => {
  const signal = new AbortController().signal;
  const bytes = new Uint8Array(1);
  afterEach(() => vi.useRealTimers());

  it('make room for another: the one that was not asked for longest goes', async () => {
    const { openFile, closed } = fakeOpening();
    const graphs = new OpenedGraphs(openFile, { openedGraphs: 2, openedIdleMs: 60_000 });
    const a = await graphs.open(bytes, 'a', signal);
    const b = await graphs.open(bytes, 'b', signal);
    expect(a.id).not.toBe(b.id);
    graphs.workspace(a.id);
    const c = await graphs.open(bytes, 'c', signal);
    expect(closed).toEqual(['b']);
    expect(() => graphs.view(b.id)).toThrow(/Open the file again/);
    expect([a, c].map(({ id }) => graphs.view(id).name)).toEqual(['a', 'c']);
    graphs.close();
    expect(closed).toEqual(['b', 'a', 'c']);
  });

  it('go when nobody asks them, and stay while somebody does', async () => {
    vi.useFakeTimers();
    const { openFile, closed } = fakeOpening();
    const graphs = new OpenedGraphs(openFile, { openedGraphs: 2, openedIdleMs: 60 * 60_000 });
    const { id } = await graphs.open(bytes, 'a', signal);
    await vi.advanceTimersByTimeAsync(59 * 60_000);
    graphs.workspace(id);
    await vi.advanceTimersByTimeAsync(59 * 60_000);
    expect(graphs.view(id).name).toBe('a');
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(closed).toEqual(['a']);
    expect(() => graphs.view(id)).toThrow(expect.objectContaining({ code: 'unknown-workspace' }));
  });

  it('go when their thread ends by itself', async () => {
    const { openFile } = fakeOpening();
    const graphs = new OpenedGraphs(openFile, { openedGraphs: 2, openedIdleMs: 60_000 });
    const { id } = await graphs.open(bytes, 'a', signal);
    await graphs.workspace(id).close();
    expect(() => graphs.view(id)).toThrow(expect.objectContaining({ code: 'unknown-workspace' }));
  });
});
