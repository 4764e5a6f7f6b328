/** The address is the view: whatever stands in it comes back, and only what changed makes a step of history. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type ViewModule = typeof import('../../web/src/view.js');

const steps: string[] = [];

/** A browser's address bar, as far as the module reads and writes it. */
async function openAt(search: string): Promise<ViewModule> {
  vi.resetModules();
  steps.length = 0;
  const location = { search, pathname: '/' };
  const go = (how: string) => (_state: unknown, _title: string, address: string) => {
    location.search = address.includes('?') ? address.slice(address.indexOf('?')) : '';
    steps.push(`${how} ${address}`);
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { pushState: go('push'), replaceState: go('replace') });
  vi.stubGlobal('window', { addEventListener: () => {} });
  return import('../../web/src/view.js');
}

describe('the view in the address', () => {
  beforeEach(() => vi.unstubAllGlobals());
  afterEach(() => vi.unstubAllGlobals());

  it('round-trips every character a name or an id may have', async () => {
    const view = {
      select: 'entity:a&b=c?#ü',
      from: '军事航天部队',
      kind: 'company,person',
      asOf: '2024-04~',
    };
    const { viewAddress } = await openAt('');
    const address = viewAddress(view);
    const again = await openAt(address.slice(address.indexOf('?')));
    expect(again.currentView()).toEqual(view);
  });

  it('writes nothing for an empty view and drops cleared fields', async () => {
    const { changeView, currentView, viewAddress } = await openAt('?lens=command&panel=paths');
    changeView({ lens: undefined, panel: undefined });
    expect(currentView()).toEqual({});
    expect(viewAddress(currentView())).toBe('/');
  });

  it('pushes a step, replaces one, and does neither when nothing changed', async () => {
    const { changeView } = await openAt('?lens=command');
    changeView({ panel: 'paths' });
    changeView({ camera: '0.5,0.5,1' }, { replace: true });
    changeView({ panel: 'paths' });
    expect(steps).toEqual([
      'push /?lens=command&panel=paths',
      'replace /?lens=command&panel=paths&camera=0.5%2C0.5%2C1',
    ]);
  });

  it('keeps fields that this page does not know: a link is never stripped', async () => {
    const { changeView, viewAddress, currentView } = await openAt('?utm=x&lens=command');
    changeView({ lens: undefined });
    expect(viewAddress(currentView())).toBe('/?utm=x');
  });

  it('takes the scope out of it and nothing else', async () => {
    const { scopeOf } = await openAt('');
    expect(scopeOf({ lens: 'command', asOf: '2020', select: 'entity:x', camera: '1,2,3' })).toEqual({
      lens: 'command',
      asOf: '2020',
    });
  });
});
