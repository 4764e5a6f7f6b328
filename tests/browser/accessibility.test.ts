/** axe before every panel in both themes, and a narrow window out of which nothing may stand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, PATIENCE_MS } from './harness.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every panel, and the words that show its answer has come. */
const PANELS: Record<string, { view: string; shows: string | RegExp }> = {
  'the sky alone': { view: '', shows: /Search [\d,]+ names/ },
  entity: { view: '?select=entity:china', shows: 'How central it is' },
  relation: {
    view: '?select=relation:china--aims-at--peaceful-use-of-outer-space',
    shows: /^The \d+ claims$/,
  },
  'a folded line': { view: '?select=bundle:china,tiangong', shows: /^2 relations between them/ },
  source: { view: '?select=source:diplomat-chinas-space-dream', shows: /relations it speaks of/ },
  'unknown entity': { view: '?select=entity:argentna', shows: 'No such entity' },
  paths: {
    view: '?panel=paths&from=argentina&to=pla-aerospace-force&mode=k-shortest&k=3&via=china',
    shows: /paths? from Argentina/,
  },
  'no path': {
    view: '?panel=paths&from=argentina&to=pla-aerospace-force&maxLength=1',
    shows: /^No path from/,
  },
  'every path up to a length': {
    view: '?panel=paths&from=argentina&to=pla-aerospace-force&mode=all&k=1',
    shows: /There are more/,
  },
  connect: {
    view: '?panel=paths&tab=connect&ids=argentina,pla-aerospace-force,russia',
    shows: /ties join the 3/,
  },
  cut: {
    view: '?panel=paths&tab=cut&from=argentina&to=pla-aerospace-force&by=ties',
    shows: /^Without these \d+ ties/,
  },
  changes: { view: '?panel=changes&since=2015&until=2024', shows: 'Who moved' },
  'the strip at a date': { view: '?asOf=2018', shows: /faint: may hold then/ },
  overview: { view: '?overview=yes', shows: /communities, each named after/ },
  groups: { view: '?panel=groups', shows: /^Modularity/ },
  sensitivity: { view: '?panel=rankings&measures=degree&sensitivity=50', shows: /^Whiskers:/ },
  'one measure against another': {
    view: '?panel=rankings&measures=pagerank,degree&chart=scatter&near=china&sensitivity=10',
    shows: /^\d+ entities, coloured by kind/,
  },
  'ties ranked': { view: '?panel=rankings&tab=ties', shows: /ties shown/ },
  rankings: { view: '?panel=rankings&measures=betweenness,pagerank', shows: /^\d+ of [\d,]+ entities shown/ },
  sources: { view: '?panel=sources', shows: /sources? behind what is shown/ },
  'the map and its places': { view: '?map=all&panel=places&collection=article', shows: /with a place$/ },
  'the map with a selection': {
    view: '?map=all&select=entity:argentina&collection=article',
    shows: /without a place$/,
  },
  'a story': {
    view: '?story=strategic-support-force&step=2&lens=command&select=relation:central-military-commission--dissolved--strategic-support-force',
    shows: /step\s2\sof\s5/i,
  },
  'parts by hand': {
    view: '?collection=article&focus=argentina&picked=argentina,china&hide=russia&expand=in:located-in:argentina&select=entity:argentina',
    shows: /neighbours do not show$/,
  },
  names: { view: '?panel=names', shows: 'Names, one a line' },
  table: { view: '?panel=table', shows: /entities/i },
};

/** Opens every fold of the panel: claims are read too. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.side-panel details')) fold.open = true;
  });

/** axe cannot judge contrast where a canvas shines through: it is hidden, and the panels' glass made solid. */
const makeSolid = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.setProperty('--panel', 'var(--panel-solid)');
    for (const canvas of document.querySelectorAll('canvas')) canvas.style.display = 'none';
  });

type Faults = Record<'dark' | 'light' | 'tooWide', string[]>;

describeInBrowser('accessibility', (observatory) => {
  const { open } = observatory;
  // Drawing the sky takes longer than axe, and axe does not look at it: one page goes through all panels, as a reader does, once in
  // each theme and once narrow. The article alone is soon drawn; the panels are the same.
  it('axe finds nothing serious, and nothing stands out of a narrow window, on any panel', {
    timeout: 4 * PATIENCE_MS,
  }, async () => {
    const page = await open('?collection=article', { expected: /404/ });
    const faults: Record<string, Faults> = {};
    for (const pass of ['dark', 'light', 'tooWide'] as const) {
      await prepare(page, pass);
      for (const [name, { view, shows }] of Object.entries(PANELS)) {
        await show(page, `${view}${view === '' ? '?' : '&'}collection=article`);
        await page.getByText(shows).first().waitFor();
        faults[name] ??= { dark: [], light: [], tooWide: [] };
        faults[name][pass] = await faultsOf(page, pass);
      }
    }
    expect(Object.entries(faults).filter(([, found]) => Object.values(found).flat().length > 0)).toEqual([]);
  });

  it('axe finds nothing serious in what drops down, and all of it is within a low window', async () => {
    const page = await open('?collection=article&panel=rankings&measures=degree');
    const dropped = page.locator('.mantine-Menu-dropdown:visible, .mantine-Popover-dropdown:visible');
    const steps: Record<string, () => Promise<unknown>> = {
      lenses: () => page.getByRole('button', { name: /^Lens/ }).click(),
      share: () => page.getByRole('button', { name: 'Share and export' }).click(),
      'a measure': () => page.getByRole('button', { name: 'About Betweenness' }).click(),
      'names that match': async () => {
        await page.getByRole('button', { name: 'Paths', exact: true }).click();
        await page.getByRole('textbox', { name: 'From' }).fill('China');
        await page.locator('[role="option"][data-combobox-selected]').waitFor();
      },
    };
    for (const [name, open] of Object.entries(steps)) {
      await page.setViewportSize({ width: 1024, height: 560 });
      await open();
      await dropped.waitFor();
      const box = (await dropped.boundingBox())!;
      const edges = [box.x, box.y, 1024 - box.x - box.width, 560 - box.y - box.height];
      expect([name, ...edges.map((edge) => edge >= 0)]).toEqual([name, true, true, true, true]);
      for (const scheme of ['dark', 'light'] as const) {
        await prepare(page, scheme);
        await dropped.waitFor();
        expect([name, await faultsOf(page, scheme)]).toEqual([name, []]);
      }
      await page.keyboard.press('Escape');
      await dropped.waitFor({ state: 'hidden' });
    }
  });

  it('axe finds nothing serious, and nothing stands out of a narrow window: a file that is open, then gone', async () => {
    const opened = await fetch(`${observatory.address}/api/v1/workspaces?name=two.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'source,target\na,b\n',
    });
    const { id } = (await opened.json()) as { id: string };
    const page = await open(`?workspace=${id}`, { expected: /404/ });
    const found = async () => {
      const faults: Partial<Faults> = {};
      for (const pass of ['dark', 'light', 'tooWide'] as const) {
        await prepare(page, pass);
        faults[pass] = await faultsOf(page, pass);
      }
      return faults;
    };
    await page.getByText(/open for this tab only/).waitFor();
    expect(await found()).toEqual({ dark: [], light: [], tooWide: [] });
    await fetch(`${observatory.address}/api/v1/workspaces/${id}`, { method: 'DELETE' });
    await page.reload();
    await page.getByText('This graph is no longer open').waitFor();
    expect(await found()).toEqual({ dark: [], light: [], tooWide: [] });
  });
});

/** Goes to another view as the browser's history does: nothing is loaded anew. */
const show = (page: Page, address: string) =>
  page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);

/** A theme in a wide window, or a narrow window. */
async function prepare(page: Page, pass: keyof Faults) {
  await page.setViewportSize(pass === 'tooWide' ? { width: 340, height: 800 } : { width: 1280, height: 860 });
  if (pass === 'tooWide') return;
  await page.emulateMedia({ colorScheme: pass });
  await page.locator(`html[data-mantine-color-scheme="${pass}"]`).waitFor({ state: 'attached' });
  await page.evaluate(axeSource);
}

/** What axe finds in this theme, or what is too wide for the narrow window, or too small to press. */
async function faultsOf(page: Page, pass: keyof Faults): Promise<string[]> {
  await unfold(page);
  if (pass === 'tooWide')
    return page.evaluate(() => [
      ...[document.documentElement, ...document.querySelectorAll('.panel-scroll')]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => `${part.className} by ${part.scrollWidth - part.clientWidth}`),
      // Links in running text may be as small as it is (WCAG 2.2, 2.5.8).
      ...[...document.querySelectorAll<HTMLElement>('a, button, summary')]
        .filter((part) => part.offsetWidth > 0 && getComputedStyle(part).display !== 'inline')
        .filter((part) => part.offsetWidth < 24 || part.offsetHeight < 24)
        .map((part) => `${part.innerText || part.ariaLabel}: ${part.offsetWidth} × ${part.offsetHeight}`),
    ]);
  await makeSolid(page);
  // Colours pass over within some frames; axe reads what is painted.
  await page.waitForFunction(() => !document.getAnimations().some((each) => each instanceof CSSTransition));
  return seriousFaults(page, pass === 'dark' ? undefined : ['color-contrast']);
}

/** Of all rules, or of these: all that another theme changes is colours. */
async function seriousFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  const { violations } = (await page.evaluate(`axe.run(${options})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
