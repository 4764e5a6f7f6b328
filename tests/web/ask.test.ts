/** The page's addresses are those of the contract's table. */
import { describe, expect, it, vi } from 'vitest';
import { questions } from '../../src/contract/questions.js';
import { questionAddress, ROUTES } from '../../web/src/ask.js';

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
