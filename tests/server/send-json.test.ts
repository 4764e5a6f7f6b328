import express from 'express';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { sendJson } from '../../src/server/send-json.js';

const rows = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id, name: `“${id}”\n`, tags: [], none: undefined, of: null }));

async function sent(value: object) {
  const app = express().get('/', (_request, response) => sendJson(value, response));
  const { text, type, headers } = await supertest(app).get('/');
  expect(type).toBe('application/json');
  return { text, isWhole: headers['content-length'] !== undefined };
}

describe('JSON that is sent', () => {
  it.each([
    ['nothing', {}],
    ['lists of nothing', { a: [], b: {}, c: [undefined, null, [[]]], d: undefined, e: '' }],
    ['few', { scope: { lens: 'a' }, rows: rows(3), 'a"b': -0 }],
    ['as many as are taken together, and one more', { a: rows(200), b: rows(201), c: rows(400) }],
    ['deep lists', { a: [{ b: [{ c: [{ d: [{ e: [{ f: rows(300) }] }] }] }] }] }],
  ])('%s: as JSON.stringify has it', async (_, value) => {
    expect(await sent(value)).toEqual({ text: JSON.stringify(value), isWhole: true });
  });

  it('goes in pieces when it is large', async () => {
    const value = { scope: {}, groups: [{ rows: rows(20_000) }, { rows: rows(1) }], last: true };
    expect(await sent(value)).toEqual({ text: JSON.stringify(value), isWhole: false });
  });

  it('lets others have their turn meanwhile', async () => {
    let turns = 0;
    const count = () => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const app = express().get('/', async (_request, response) => {
      const before = turns;
      await sendJson({ rows: rows(100_000) }, response);
      expect(turns - before).toBeGreaterThan(10);
    });
    expect((await supertest(app).get('/')).status).toBe(200);
    expect((await supertest(app).head('/')).status).toBe(200);
    clearImmediate(timer);
  });
});
