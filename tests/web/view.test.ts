/** The address is the view: whatever stands in it comes back, and only what changed makes a step of history. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type ViewModule = typeof import('../../web/src/view.js');

const steps: string[] = [];

/** A browser's history: entries with their states; going somewhere is told later, as browsers do. */
let travel: (by: number) => void = () => {};
let settle: () => void = () => {};

/** A browser's address bar, as far as the module reads and writes it. */
async function openAt(search: string): Promise<ViewModule> {
  vi.resetModules();
  steps.length = 0;
  const location = { search, pathname: '/' };
  const entries: { state: unknown; search: string }[] = [{ state: null, search }];
  let at = 0;
  const listeners: ((event: { state: unknown }) => void)[] = [];
  const write = (how: 'push' | 'replace') => (state: unknown, _title: string, address?: string) => {
    if (address !== undefined) {
      location.search = address.includes('?') ? address.slice(address.indexOf('?')) : '';
      steps.push(`${how} ${address}`);
    }
    if (how === 'push') at++;
    entries.splice(at, how === 'push' ? Number.POSITIVE_INFINITY : 1, { state, search: location.search });
  };
  const waiting: number[] = [];
  travel = (by) => waiting.push(by);
  settle = () => {
    for (let by = waiting.shift(); by !== undefined; by = waiting.shift()) {
      at += by;
      location.search = entries[at]!.search;
      for (const listener of listeners) listener({ state: entries[at]!.state });
    }
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    state: null,
    pushState: write('push'),
    replaceState: write('replace'),
    go: (by: number) => travel(by),
  });
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: (typeof listeners)[number]) => listeners.push(listener),
  });
  const { startSteps } = await import('../../web/src/steps.js');
  startSteps();
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

  it('undoes and redoes step by step, however fast it is asked, and never leaves the page', async () => {
    const { changeView, currentView } = await openAt('?lens=command');
    const { undo, redo } = await import('../../web/src/steps.js');
    expect(undo()).toBe(false);
    changeView({ asOf: '2020' });
    changeView({ panel: 'paths' });
    expect([undo(), undo(), undo()]).toEqual([true, true, false]);
    settle();
    expect(currentView()).toEqual({ lens: 'command' });
    expect([redo(), redo(), redo()]).toEqual([true, true, false]);
    settle();
    expect(currentView()).toEqual({ lens: 'command', asOf: '2020', panel: 'paths' });
    undo();
    settle();
    changeView({ select: 'entity:x' });
    expect(redo()).toBe(false);
    travel(-1);
    settle();
    expect(currentView()).toEqual({ lens: 'command', asOf: '2020' });
    expect(redo()).toBe(true);
  });

  it('makes one step of a drag, and another of what comes after it', async () => {
    const { changeView, currentView } = await openAt('');
    const { undo } = await import('../../web/src/steps.js');
    for (const asOf of ['2018', '2019', '2020']) changeView({ asOf }, { fold: 'time' });
    changeView({ minConfidence: '0.2' }, { fold: 'minConfidence' });
    changeView({ minConfidence: '0.4' }, { fold: 'minConfidence' });
    undo();
    settle();
    expect(currentView()).toEqual({ asOf: '2020' });
    changeView({ asOf: '2021' }, { fold: 'time' });
    undo();
    settle();
    expect(currentView()).toEqual({ asOf: '2020' });
    undo();
    settle();
    expect(currentView()).toEqual({});
  });

  it('keeps naming the graph that was opened from a file, whatever the view becomes', async () => {
    const { changeView, currentView, viewAddress } = await openAt('?workspace=w1&lens=command');
    expect(currentView()).toEqual({ lens: 'command' });
    changeView({ lens: undefined, panel: 'paths' });
    expect(steps).toEqual(['push /?panel=paths&workspace=w1']);
    expect(viewAddress({})).toBe('/?workspace=w1');
    const served = await openAt('');
    expect(served.viewAddress({ workspace: 'w2', lens: 'command' } as object)).toBe('/?lens=command');
  });

  it('takes the scope out of it and nothing else', async () => {
    const { scopeOf } = await openAt('');
    expect(scopeOf({ lens: 'command', asOf: '2020', select: 'entity:x', camera: '1,2,3' })).toEqual({
      lens: 'command',
      asOf: '2020',
    });
  });
});
