import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compression from 'compression';
import express from 'express';
import supertest from 'supertest';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp, isCompressible } from '../../src/server/app.js';
import { fakeWorkspace } from './fake-workspace.js';

const webFolder = mkdtempSync(join(tmpdir(), 'asterism-web-'));
mkdirSync(join(webFolder, 'assets'));
writeFileSync(
  join(webFolder, 'index.html'),
  '<meta name="style-nonce" content="__STYLE_NONCE__"><p>page</p>',
);
writeFileSync(join(webFolder, 'assets', 'main-1a2b.js'), 'export {};');
writeFileSync(join(webFolder, 'favicon.svg'), '<svg/>');
afterAll(() => rmSync(webFolder, { recursive: true }));

const POLICY =
  "default-src 'self';style-src 'self';img-src 'self' data: blob:;worker-src 'self' blob:;connect-src 'self';" +
  "form-action 'self';object-src 'none';base-uri 'none';frame-ancestors 'none'";

describe('security headers', () => {
  it.each(['/api/v1/meta', '/api/docs', '/api/nothing', '/healthz', '/favicon.svg'])(
    '%s has the strict policy and does not name its maker',
    async (address) => {
      const { headers } = await supertest(createApp(fakeWorkspace(), { webFolder })).get(address);
      expect(headers['content-security-policy']).toBe(POLICY);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['referrer-policy']).toBe('same-origin');
    },
  );
});

describe('the page', () => {
  const agent = supertest(createApp(fakeWorkspace(), { webFolder }));

  it.each(['/', '/index.html', '/?select=entity:a.b'])(
    '%s has a nonce of its own in policy and page',
    async (address) => {
      const [first, second] = [await agent.get(address), await agent.get(address)];
      const nonce = /content="([A-Za-z0-9+/=]{22,})"/.exec(first.text)?.[1] ?? 'none';
      expect(first.headers['content-security-policy']).toBe(
        POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
      );
      expect(first.headers['cache-control']).toBe('no-store');
      expect(first.type).toBe('text/html');
      expect(second.text).not.toBe(first.text);
    },
  );

  it('caches what has a hash in its name for good, the rest not', async () => {
    const hashed = await agent.get('/assets/main-1a2b.js');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await agent.get('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('gives files whole, whichever part is asked for', async () => {
    const { status, headers } = await agent.get('/favicon.svg').set('range', 'bytes=99-');
    expect([status, headers['accept-ranges']]).toEqual([200, undefined]);
  });

  it.each(['/assets/gone-1a2b.js', '/robots.txt'])(
    '%s: a missing file is 404, not the page',
    async (address) => {
      const response = await agent.get(address);
      expect(response.status).toBe(404);
      expect(response.body.code).toBe('not-found');
    },
  );

  it('answers a path that is none with 404: a page to a browser, a problem to all others', async () => {
    const shown = await agent.get('/nosuch').set('accept', 'text/html,*/*;q=0.8');
    expect([shown.status, shown.type]).toEqual([404, 'text/html']);
    expect(shown.text).toContain('There is no page /nosuch.');
    const told = await agent.get('/nosuch');
    expect([told.status, told.body.code]).toEqual([404, 'not-found']);
    expect(told.body.detail).toContain('/api/docs');
  });

  it('refuses other methods', async () => {
    const response = await agent.delete('/');
    expect(response.status).toBe(405);
    expect(response.headers['allow']).toBe('GET, HEAD');
  });

  it('says how to build it where it has not been', async () => {
    const response = await supertest(createApp(fakeWorkspace(), { webFolder: join(webFolder, 'none') })).get(
      '/',
    );
    expect(response.status).toBe(404);
    expect(response.body.detail).toContain('npm run build');
  });
});

describe('host and origin', () => {
  const agent = supertest(
    createApp(fakeWorkspace(), { webFolder, allowedHosts: ['Graph.example.org:443', 'münchen.example'] }),
  );

  it.each([
    'localhost',
    'localhost:4100',
    '127.0.0.1:9',
    '[::1]:4100',
    'LOCALHOST',
    'graph.example.org',
    'xn--mnchen-3ya.example',
  ])('answers for %s', async (host) => {
    expect((await agent.get('/api/v1/meta').set('host', host)).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:4100',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.1.2.3',
    'a@localhost',
    'localhost/x',
  ])('refuses %s, whatever is asked', async (host) => {
    for (const address of ['/', '/api/v1/meta', '/metrics', '/healthz', '/api/docs']) {
      const response = await agent.get(address).set('host', host);
      expect(response.status).toBe(403);
      expect(response.body.code).toBe('forbidden');
      expect(response.body.detail).toContain('ASTERISM_HOSTS');
    }
  });

  it.each(['http://evil.example', 'null', 'http://localhost:4101', 'file://'])(
    'refuses origin %s',
    async (origin) => {
      const response = await agent.get('/api/v1/meta').set('host', 'localhost:4100').set('origin', origin);
      expect(response.status).toBe(403);
      expect(response.body.detail).toContain(origin);
    },
  );

  it('answers its own origin', async () => {
    const response = await agent
      .get('/api/v1/meta')
      .set('host', 'localhost:4100')
      .set('origin', 'http://localhost:4100');
    expect(response.status).toBe(200);
  });
});

describe('compression', () => {
  const big = { text: 'asterism '.repeat(1000) };

  it('sends brotli to who takes it', async () => {
    const response = await supertest(createApp(fakeWorkspace({ meta: () => big })))
      .get('/api/v1/meta')
      .set('accept-encoding', 'gzip, br');
    expect(response.headers['content-encoding']).toBe('br');
    expect(response.headers['vary']).toContain('Accept-Encoding');
    expect(Number(response.headers['content-length'] ?? 0)).toBeLessThan(1000);
    expect(response.body).toEqual(big);
  });

  it('leaves event streams alone', async () => {
    const app = express();
    app.use(compression({ filter: isCompressible }));
    app.get('/:type', (request, response) => {
      response
        .set('content-type', `text/${request.params.type}; charset=utf-8`)
        .send('data: x\n\n'.repeat(1000));
    });
    const encodingOf = async (type: string) => {
      const { headers } = await supertest(app).get(`/${type}`).set('accept-encoding', 'br');
      return headers['content-encoding'];
    };
    expect(await encodingOf('event-stream')).toBeUndefined();
    expect(await encodingOf('html')).toBe('br');
  });
});

describe('token', () => {
  const token = 'correct horse battery'.replaceAll(' ', '-');
  const app = createApp(fakeWorkspace(), { webFolder, token });
  const agent = supertest(app);

  it('asks programs for it', async () => {
    for (const address of ['/api/v1/meta', '/', '/metrics', '/api/openapi.json', '/assets/main-1a2b.js']) {
      const response = await agent.get(address).set('accept', '*/*');
      expect(response.status).toBe(401);
      expect(response.body.code).toBe('unauthorized');
      expect(response.headers['www-authenticate']).toContain('Bearer');
    }
    expect((await agent.get('/api/v1/meta').set('authorization', `Bearer ${token}`)).status).toBe(200);
    expect((await agent.get('/api/v1/meta').set('authorization', `Bearer ${token}x`)).status).toBe(401);
    expect((await agent.get('/healthz')).status).toBe(200);
  });

  it('leads a browser through the login page to where it wanted, with a cookie that scripts cannot read', async () => {
    const asked = await agent.get('/?lens=actors').set('accept', 'text/html');
    expect(asked.status).toBe(303);
    expect(asked.headers['location']).toBe('/login?next=%2F%3Flens%3Dactors');
    const form = await agent.get(asked.headers['location'] ?? '');
    expect(form.text).toContain('value="/?lens=actors"');
    for (const address of ['/api/docs.css', '/favicon.svg'])
      expect((await agent.get(address)).status).toBe(200);

    const wrong = await agent.post('/login').type('form').send({ token: 'guess', next: '/' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    const right = await agent.post('/login').type('form').send({ token, next: '/?lens=actors' });
    expect(right.status).toBe(303);
    expect(right.headers['location']).toBe('/?lens=actors');
    const cookie = String(right.headers['set-cookie']);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain(token);
    const pair = cookie.split(';')[0] ?? '';
    expect((await agent.get('/api/v1/meta').set('cookie', `a=b; ${pair}`)).status).toBe(200);
    expect((await agent.get('/api/v1/meta').set('cookie', `${pair}x`)).status).toBe(401);
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/\t/evil.example', 'x', ''])(
    'never leads to another server (%j)',
    async (next) => {
      const response = await agent.post('/login').type('form').send({ token, next });
      expect(response.headers['location']).toBe('/');
    },
  );

  it('escapes what it shows, bounds what it reads', async () => {
    const shown = await agent.get('/login').query({ next: '/?"><script>alert(1)</script>' });
    expect(shown.text).not.toContain('<script>');
    const long = await agent
      .post('/login')
      .type('form')
      .send({ token: 'x'.repeat(5000) });
    expect(long.status).toBe(413);
    expect(long.body.code).toBe('too-large');
    expect((await agent.post('/login').send({ token })).status).toBe(401);
  });
});
