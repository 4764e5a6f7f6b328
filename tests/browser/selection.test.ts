/** Parts of the graph by hand: several selected and what is done with them, neighbours brought in, a pasted list, the way round a hub. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, PATIENCE_MS, search } from './harness.js';

/** Where the page says that an entity stands, see use-sky.ts. */
type Sky = Window & { __asterism?: { positionOf(id: string): { x: number; y: number } | undefined } };

/** A few dozen entities: soon drawn. */
const SMALL = '?collection=article';
const field = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const bar = (page: Page) => page.getByRole('region', { name: 'Selection', exact: true });
const place = async (page: Page, id: string) => {
  const found = await page.evaluate((entity) => (window as Sky).__asterism?.positionOf(entity), id);
  expect(found, `${id} is on the sky`).toBeDefined();
  return found!;
};
const count = async (page: Page) =>
  Number(
    /of ([\d,]+) entities/
      .exec((await page.getByRole('application').getAttribute('aria-label')) ?? '')?.[1]
      ?.replace(',', ''),
  );

describeInBrowser('by hand', ({ open }) => {
  it('selects with Shift and with the lasso, connects, keeps alone, hides, and takes it all back', {
    timeout: 2 * PATIENCE_MS,
  }, async () => {
    const page = await open(SMALL);
    const all = await count(page);
    for (const id of ['argentina', 'russia']) {
      const { x, y } = await place(page, id);
      await page.keyboard.down('Shift');
      await page.mouse.click(x, y);
      await page.keyboard.up('Shift');
    }
    await bar(page).getByText('2 selected').waitFor();
    expect(field(page, 'picked')).toBe('argentina,russia');
    expect(field(page, 'select')).toBeNull();

    // A lasso around China, by the button: the plain drag draws.
    await page.getByRole('button', { name: 'Select with a lasso' }).click();
    const { x, y } = await place(page, 'china');
    await page.mouse.move(x - 20, y - 20);
    await page.mouse.down();
    for (const [dx, dy] of [
      [20, -20],
      [20, 20],
      [-20, 20],
    ] as const)
      await page.mouse.move(x + dx, y + dy, { steps: 3 });
    await page.mouse.up();
    await bar(page).getByRole('button', { name: 'Remove China', exact: true }).waitFor();
    expect(field(page, 'picked')?.split(',')).toEqual(
      expect.arrayContaining(['argentina', 'russia', 'china']),
    );
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Select with a lasso' }).getAttribute('aria-pressed')).toBe(
      'false',
    );

    const picked = field(page, 'picked')!.split(',').length;
    await bar(page).getByRole('button', { name: 'Connect these' }).click();
    await page.getByRole('heading', { name: new RegExp(`ties join the ${picked}`) }).waitFor();
    await bar(page).getByRole('button', { name: 'Show only these' }).click();
    await page.getByRole('button', { name: /^only .* drop this filter$/ }).waitFor();
    await expect.poll(() => count(page)).toBe(picked);
    await bar(page).getByRole('button', { name: 'Clear selection' }).click();
    await page.getByRole('button', { name: /^only .* drop this filter$/ }).click();
    await expect.poll(() => count(page)).toBe(all);

    // Hiding, from the inspector and its menu, by keyboard alone; the chip brings it back.
    await search(page, 'russia', 'Russia');
    await page.getByRole('button', { name: 'By hand' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Hide on the sky' }).press('Enter');
    const chip = page.getByRole('button', { name: /^Russia hidden by hand/ });
    await chip.waitFor();
    await expect
      .poll(() => page.evaluate(() => (window as Sky).__asterism?.positionOf('russia')))
      .toBeUndefined();
    await chip.press('Enter');
    await expect.poll(() => count(page)).toBe(all);
  });

  it('focuses, says how many neighbours do not show, brings them in by type, and undoes', async () => {
    const page = await open(`${SMALL}&select=entity:argentina`);
    await page.getByRole('heading', { level: 2, name: 'Argentina' }).waitFor();
    await page.locator('body').press('1');
    await page.getByRole('button', { name: /^around Argentina, 1 step .* drop this filter$/ }).waitFor();
    const before = await count(page);
    const hidden = page.getByRole('region', { name: 'Neighbours that do not show' });
    const heading = hidden.getByRole('heading');
    const told = Number(/^\d+/.exec(await heading.innerText())?.[0]);
    expect(told).toBeGreaterThan(3);
    // Of another collection, so beyond filter and focus.
    const show = hidden.getByRole('button', { name: /^is the place of \+\d+: show them$/ });
    const more = Number(/\d+/.exec((await show.getAttribute('aria-label'))!)?.[0]);
    await show.click();
    await expect.poll(() => count(page)).toBe(before + more);
    await hidden.getByText(`${told - more} neighbours do not show`).waitFor();
    await hidden.getByRole('button', { name: 'Undo: is the place of' }).click();
    await expect.poll(() => count(page)).toBe(before);
    await page.goBack();
    await expect.poll(() => count(page)).toBe(before + more);
    await page.locator('body').press('2');
    await page.getByRole('button', { name: /^around Argentina, 2 steps/ }).waitFor();
    await page.locator('body').press('Escape');
    await page.locator('body').press('Escape');
    expect([field(page, 'select'), field(page, 'focus')]).toEqual([null, null]);
  });

  it('pins what is dragged, and lets it go', async () => {
    const page = await open(SMALL);
    const { x, y } = await place(page, 'russia');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    await page.mouse.up();
    const moved = await place(page, 'russia');
    expect(Math.hypot(moved.x - x - 60, moved.y - y - 40)).toBeLessThan(4);
    // In the address, so that a link shows it there and undo takes it back.
    const link = page.url();
    expect(field(page, 'pins')).toMatch(/^russia\*-?[\d.]+\*-?[\d.]+$/);
    await page.goBack();
    await expect.poll(async () => Math.round((await place(page, 'russia')).x - x)).toBe(0);
    await page.goto(link);
    await page.getByRole('button', { name: 'Release 1 pinned' }).waitFor();
    await expect.poll(async () => Math.round((await place(page, 'russia')).x - moved.x)).toBe(0);
    await page.getByRole('button', { name: 'Release 1 pinned' }).click();
    await expect.poll(async () => Math.round((await place(page, 'russia')).x - x)).toBe(0);
    expect(await page.getByRole('button', { name: /^Release/ }).count()).toBe(0);
  });

  it('sorts a pasted list into known, close and unknown, and selects those known', async () => {
    const page = await open(SMALL);
    await page.getByRole('button', { name: 'Paste names' }).click();
    await page
      .getByRole('textbox', { name: 'Names, one a line' })
      .fill('- Argentina\n军事航天部队\nUnit 63600\nNORAD 43082\nrusia\nZzyzx Rocketry');
    await page.getByText('4 known, 1 close, 1 not known').waitFor();
    await page.getByRole('button', { name: 'Russia', exact: true }).click();
    await page.getByText('5 known, 0 close, 1 not known').waitFor();
    await page.getByRole('button', { name: 'Select the 5' }).click();
    await bar(page).getByText('5 selected').waitFor();
    expect(field(page, 'picked')).toBe('argentina,pla-aerospace-force,pla-base-20,gcat-s43082,russia');
    await bar(page).getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('table', { name: /entities/ }).waitFor();
    await expect.poll(() => count(page)).toBe(5);
  });

  it('says that a path runs through a hub, and goes round it', async () => {
    const page = await open(`${SMALL}&panel=paths&from=argentina&to=pla-aerospace-force`);
    const hubs = page.getByRole('list', { name: 'Hubs on the way' });
    await hubs.getByText(/China says little: a nation with [\d,]+ neighbours/).waitFor();
    await hubs
      .getByRole('button', { name: /^Avoid it: \d steps$/ })
      .first()
      .click();
    await expect.poll(() => field(page, 'avoid')).toBe('china');
    await page.getByRole('heading', { level: 3, name: /^One path from Argentina/ }).waitFor();
    expect(await hubs.getByText('China').count()).toBe(0);
  });
});
