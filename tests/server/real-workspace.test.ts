import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, describe, expect, it } from 'vitest';
import { type QuestionId, questions } from '../../src/contract/questions.js';
import { createApp } from '../../src/server/app.js';
import { findExamples } from '../../src/server/examples.js';
import { openWorkspace } from '../../src/workspace.js';

const workspace = await openWorkspace(join(import.meta.dirname, '../../graph-data'));
afterAll(() => workspace.close());
const agent = supertest(createApp(workspace));
const examples = await findExamples(workspace);
const ids = Object.keys(questions) as QuestionId[];

describe('the bundled graph over HTTP', () => {
  it.each(ids)(
    '%s: the example is answered in the shape of the contract, and has not changed when asked again',
    async (id) => {
      const example = examples[id] ?? 'none';
      const response = await agent.get(example);
      expect(response.status, response.text).toBe(200);
      questions[id].answer.parse(response.body);
      expect(response.body.revision).toBe(workspace.revision);
      const again = await agent.get(example).set('if-none-match', response.headers['etag'] ?? '');
      expect(again.status).toBe(304);
    },
  );

  it.each(ids)('%s: an unknown parameter is refused by name', async (id) => {
    const example = examples[id] ?? 'none';
    const response = await agent.get(`${example}${example.includes('?') ? '&' : '?'}lenz=actors`);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ code: 'unknown-parameter', status: 400 });
    expect(response.body.detail).toContain('lenz');
  });

  it.each([
    ['/api/v1/meta?__proto__=1', 400, 'unknown-parameter', '__proto__'],
    ['/api/v1/search', 400, 'invalid-parameter', 'q'],
    ['/api/v1/search?q=a&q=b', 400, 'invalid-parameter', 'q'],
    ['/api/v1/search?q=a&top=0', 400, 'invalid-parameter', 'top'],
    ['/api/v1/paths?from=Argentina&to=Argentinia', 404, 'unknown-entity', 'Argentina'],
    ['/api/v1/entities/Argentinia', 404, 'unknown-entity', 'Argentina'],
    ['/api/v1/entities/Argentinia/neighborhood', 404, 'unknown-entity', 'Argentina'],
    ['/api/v1/relations/nothing', 404, 'unknown-relation', 'nothing'],
    ['/api/v1/sources/nothing', 404, 'unknown-source', 'nothing'],
    ['/api/v1/rankings?measures=betweeness', 400, 'invalid-parameter', 'betweenness'],
    ['/api/v1/graph?lens=actor', 400, 'invalid-parameter', 'actors'],
    ['/api/v1/graph?asOf=2020-13', 400, 'invalid-parameter', '2020-13'],
    ['/api/v1/stats?minConfidence=2', 400, 'invalid-parameter', 'minConfidence'],
  ])('%s: %i %s names %s', async (address, status, code, word) => {
    const response = await agent.get(address);
    expect(response.body).toMatchObject({ status, code });
    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.body.detail).toContain(word);
  });

  it('exports what a scope leaves as a file to save, and says when it has not changed', async () => {
    const address = '/api/v1/export/csv?lens=command';
    const { text, headers } = await agent.get(address);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[a-z0-9-]+-command-[0-9a-f]{7}\.csv"$/,
    );
    const { body } = await agent.get('/api/v1/stats?lens=command');
    // One relation a line below the heading; entities without relations have no line.
    expect(text.trimEnd().split(/\r?\n/).length - 1).toBe(body.relations);
    expect((await agent.get(address).set('if-none-match', headers['etag'] ?? '')).status).toBe(304);
  });

  it('gives up an export that nobody waits for', async () => {
    const abort = new AbortController();
    const control = { signal: abort.signal, progress: () => {} };
    const exporting = workspace.export({ format: 'gexf' }, control);
    setImmediate(() => abort.abort(new Error('enough')));
    await expect(exporting).rejects.toThrow('enough');
  });

  it('exports a neighbourhood, and the sources behind it', async () => {
    const around = 'around=argentina&depth=1';
    const { body } = await agent.get('/api/v1/entities/argentina/neighborhood?depth=1');
    const graph = JSON.parse((await agent.get(`/api/v1/export/graphology?${around}`)).text);
    expect([graph.nodes.length, graph.edges.length]).toEqual([body.entities.length, body.relations.length]);
    const { text, headers } = await agent.get(`/api/v1/export/bibtex?${around}`).buffer(true);
    expect(headers['content-type']).toBe('application/x-bibtex; charset=utf-8');
    expect(text).toContain('@misc{reuters-black-box-2019,');
    expect(text.split('{').length).toBe(text.split('}').length);
    expect((await agent.get('/api/v1/export/ris?around=argentna')).body.nearest[0].id).toBe('argentina');
  });

  it('exports exactly what a body lists, and refuses what does not fit together', async () => {
    const { body } = await agent.get('/api/v1/graph?lens=command');
    const { entities, relations } = body;
    const tie = relations.id[0];
    const ends = [entities.id[relations.from[0]], entities.id[relations.to[0]]];
    const post = (rows: unknown, format = 'graphology') =>
      agent.post(`/api/v1/export/${format}`).send(rows as object);
    const { text, headers } = await post({ entities: [...ends, 'argentina'], relations: [tie] });
    expect(headers['content-disposition']).toMatch(/-view-[0-9a-f]{7}\.json"$/);
    const written = JSON.parse(text);
    expect(written.nodes.map(({ key }: { key: string }) => key).sort()).toEqual(
      [...ends, 'argentina'].sort(),
    );
    expect(written.edges.map(({ key }: { key: string }) => key)).toEqual([tie]);
    expect((await post({ entities: ends, relations: [tie] }, 'ris')).status).toBe(200);
    for (const [rows, code, word] of [
      [{ entities: ends.slice(1), relations: [tie] }, 'invalid-parameter', tie],
      [{ entities: ['nobody'], relations: [] }, 'unknown-entity', 'nobody'],
      [{ entities: ends, relations: ['nothing'] }, 'unknown-relation', 'nothing'],
      [{ entities: [], relations: [] }, 'invalid-parameter', 'entities'],
      [{ entities: ends, relations: [], lens: 'command' }, 'invalid-parameter', 'lens'],
    ] as const) {
      const refused = await post(rows);
      expect(refused.body.code).toBe(code);
      expect(refused.body.detail).toContain(word);
    }
    const mixed = await agent.post('/api/v1/export/csv?lens=command').send({ entities: ends, relations: [] });
    expect(mixed.body.code).toBe('unknown-parameter');
    expect((await agent.post('/api/v1/export/csv').type('form').send({ entities: 'a' })).status).toBe(415);
  });

  it.each([
    ['/api/v1/export/xls', 'invalid-parameter', 'graphml'],
    ['/api/v1/export/csv?lenz=command', 'unknown-parameter', 'lenz'],
  ])('%s: refused, and told what is known', async (address, code, word) => {
    const { body } = await agent.get(address);
    expect(body).toMatchObject({ status: 400, code });
    expect(body.detail).toContain(word);
  });
});
