/** The page's addresses are those of the contract's table. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { questions } from '../../src/contract/questions.js';
import { AskError, questionAddress, ROUTES, request } from '../../web/src/ask.js';

vi.stubGlobal('location', { search: '' });

describe('the routes of the page', () => {
  it('are the routes of the contract, question by question', () => {
    const contract = Object.fromEntries(Object.entries(questions).map(([id, { route }]) => [id, route]));
    expect(ROUTES).toEqual(contract);
  });

  it('put ids into the path and everything else into the query', () => {
    expect(questionAddress('show', { id: 'a/b c', lens: 'command' })).toBe(
      '/api/v1/entities/a%2Fb%20c?lens=command',
    );
    expect(
      questionAddress('path', { from: 'x', to: 'y', via: ['p', 'q, r'], k: 0, direction: undefined }),
    ).toBe('/api/v1/paths?from=x&to=y&via=p&via=q%2C+r&k=0');
    expect(questionAddress('meta')).toBe('/api/v1/meta');
    vi.stubGlobal('location', { search: '?lens=a&workspace=w%2F1' });
    expect(questionAddress('meta')).toBe('/api/v1/workspaces/w%2F1/meta');
  });
});

describe('a request that brings no answer', () => {
  const answering = (response: () => Response) => vi.stubGlobal('fetch', async () => response());
  afterEach(() => vi.unstubAllGlobals());

  it('is a problem where the connection breaks in the middle of the answer', async () => {
    answering(() => {
      const broken = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"revision":'));
          controller.error(new TypeError('network error'));
        },
      });
      return new Response(broken);
    });
    await expect(request('/api/v1/meta', {})).rejects.toThrow(AskError);
  });

  it('is no matter of reach where the server answers without words of its own', async () => {
    answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(request('/api/v1/meta', {})).rejects.toThrow('status 502');
  });
});
