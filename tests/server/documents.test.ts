import { Validator } from '@seriousme/openapi-schema-validator';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { questions } from '../../src/contract/questions.js';
import { createApp } from '../../src/server/app.js';
import { addressOf } from '../../src/server/question-addresses.js';
import { fakeWorkspace } from './fake-workspace.js';

const ids = Object.keys(questions) as (keyof typeof questions)[];
const fake = fakeWorkspace();
const agent = supertest(createApp(fake));

describe('/api/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document with every question and parameter', async () => {
    const { body } = await agent.get('/api/openapi.json');
    const validated = await new Validator().validate(structuredClone(body));
    expect(validated.errors).toBeUndefined();
    expect(validated.valid).toBe(true);
    expect(Object.keys(body.paths)).toEqual([
      ...ids.map(addressOf),
      '/api/v1/export/{format}',
      '/api/v1/tasks',
      '/api/v1/tasks/{id}',
      '/api/v1/tasks/{id}/events',
      '/api/v1/workspaces',
      '/api/v1/workspaces/{id}',
    ]);
    for (const id of ids) {
      const { parameters, operationId } = body.paths[addressOf(id)].get;
      expect(operationId).toBe(id);
      expect(parameters.map((each: { name: string }) => each.name)).toEqual(
        Object.keys(questions[id].parameters.shape),
      );
    }
  });

  it('tells place, need, default and bounds of parameters', async () => {
    const { body } = await agent.get('/api/openapi.json');
    const of = (id: keyof typeof questions, name: string) =>
      body.paths[addressOf(id)].get.parameters.find((each: { name: string }) => each.name === name);
    expect(of('neighbors', 'id')).toMatchObject({ in: 'path', required: true });
    expect(of('path', 'from')).toMatchObject({ in: 'query', required: true, schema: { type: 'string' } });
    expect(of('neighbors', 'depth')).toEqual({
      name: 'depth',
      in: 'query',
      description: 'How many steps away',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 5, default: 1 },
    });
    expect(of('rank', 'measures').schema).toMatchObject({ type: 'array', default: ['degree'] });
    expect(of('rank', 'raw').schema).toEqual({ type: 'boolean', default: false });
  });

  it('has no reference that leads nowhere', async () => {
    const { body, text } = await agent.get('/api/openapi.json');
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!));
    expect(references.size).toBeGreaterThan(ids.length);
    for (const reference of references) {
      const found = reference
        .replace(/^#\//, '')
        .split('/')
        .reduce((node, part) => node?.[part], body);
      expect(found, reference).toBeDefined();
    }
    expect(text).not.toContain('$schema');
  });
});

describe('/api/docs', () => {
  it('describes every question, escapes data, and has no script and no inline style', async () => {
    const { text, type } = await agent.get('/api/docs');
    expect(type).toBe('text/html');
    for (const id of ids) expect(text).toContain(`<section id="${id}">`);
    expect(text).not.toMatch(/<script|<style|style=|onclick/);
    expect(text).toContain('q=A+&amp;+%3CB%3E'.replace('&amp;', '%26'));
    expect(text).not.toContain('<B>');
  });

  it('links examples that are answered', async () => {
    const { text } = await agent.get('/api/docs');
    const links = [...text.matchAll(/Try <a href="([^"]+)"/g)].map((match) =>
      match[1]!.replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(ids.length);
    for (const link of links) expect((await agent.get(link)).status, link).toBe(200);
    expect(fake.asked).toContainEqual({ question: 'show', parameters: { id: 'aß/1' } });
    expect(fake.asked).toContainEqual({ question: 'path', parameters: { from: 'aß/1', to: 'b' } });
  });

  it('does without examples where the graph is empty', async () => {
    const empty = fakeWorkspace({
      graph: () => ({ entities: { id: [], name: [] }, relations: { id: [], from: [], to: [] } }),
      sources: () => ({ sources: [] }),
    });
    const { status, text } = await supertest(createApp(empty)).get('/api/docs');
    expect(status).toBe(200);
    expect(text).not.toContain('undefined');
    expect(text).toContain('Try <a href="/api/v1/stats"');
  });

  it('serves its stylesheet as a file', async () => {
    const response = await agent.get('/api/docs.css');
    expect(response.type).toBe('text/css');
    expect(response.text).toContain('light-dark(');
  });
});

describe('watching the server', () => {
  it('is alive before it is ready', async () => {
    let open!: (workspace: typeof fake) => void;
    const opening = new Promise<typeof fake>((resolve) => {
      open = resolve;
    });
    const early = supertest(createApp(opening));
    expect((await early.get('/healthz')).status).toBe(200);
    for (const address of ['/readyz', '/api/v1/meta', '/api/docs']) {
      const response = await early.get(address);
      expect(response.status).toBe(503);
      expect(response.body.code).toBe('overloaded');
      expect(response.headers['retry-after']).toBe('2');
    }
    open(fake);
    await opening;
    expect((await early.get('/readyz')).body).toEqual({ status: 'ready', revision: 'r1', version: '9.9.9' });
  });

  it('counts requests by pattern and status, never by address', async () => {
    const watched = supertest(createApp(fakeWorkspace()));
    await watched.get('/api/v1/entities/secret-id');
    await watched.get('/api/v1/entities/nobody');
    await watched.get('/api/v1/entities/nobody/neighborhood');
    const { text, type } = await watched.get('/metrics');
    expect(type).toBe('text/plain');
    expect(text).toContain('http_requests_total{method="GET",route="/api/v1/entities/:id",status="200"} 1');
    expect(text).toContain('http_requests_total{method="GET",route="/api/v1/entities/:id",status="404"} 1');
    expect(text).toMatch(/http_request_duration_seconds_bucket\{le="0.01",.*neighborhood/);
    expect(text).toMatch(/asterism_uptime_seconds [\d.]+/);
    expect(text).toMatch(/process_resident_memory_bytes \d+/);
    expect(text).not.toContain('secret-id');
  });

  it.each(['/healthz', '/readyz', '/metrics', '/api/docs', '/api/openapi.json', '/api/docs.css'])(
    '%s refuses other methods',
    async (address) => {
      const response = await agent.put(address);
      expect(response.status).toBe(405);
      expect(response.headers['allow']).toBe('GET, HEAD');
    },
  );
});
