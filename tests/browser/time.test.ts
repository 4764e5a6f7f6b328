/** Time on the graph: two dates compared, years played, what was known by a date, and changes of the view undone and redone. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

const strip = (page: Page) => page.getByRole('region', { name: 'Time', exact: true });
const field = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
/** Where a star stands that no date hides, once the sky is drawn: the second frame has what the first was asked for. */
const placeOf = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const { __asterism } = window as unknown as {
      __asterism: { positionOf(id: string): { x: number; y: number } };
    };
    const { x, y } = __asterism.positionOf('peoples-liberation-army');
    return [Math.round(x), Math.round(y)];
  });

describeInBrowser('time', ({ open }) => {
  it('compares two dates in strip, sky, legend, table and panel alike, and leaves again', async () => {
    const page = await open('?lens=command&asOf=2016');
    const before = await placeOf(page);
    const compare = strip(page).getByRole('button', { name: 'Compare' });
    await compare.click();
    expect(await compare.getAttribute('aria-pressed')).toBe('true');
    expect([field(page, 'since'), field(page, 'asOf')]).toEqual(['2016', null]);
    const to = strip(page).getByRole('slider', { name: 'Compare to year' });
    await to.press('End');
    await strip(page).getByRole('slider', { name: 'Compare from year' }).press('ArrowLeft');
    expect(field(page, 'since')).toBe('2015');
    // A handle does not pass the other.
    await to.press('Home');
    expect(field(page, 'until')).toBe('2015');
    await to.press('PageUp');
    await to.press('PageUp');
    expect(field(page, 'until')).toBe('2025');

    const key = page.getByRole('region', { name: 'Between the two dates' });
    expect(await key.innerText()).toMatch(/Began: solid[\s\S]*relations?[\s\S]*Ended: dashed, hollow/);
    // The strip counts when the sky has been answered.
    await strip(page)
      .getByText(/[\d,]+ began · [\d,]+ ended/)
      .waitFor();
    expect(await placeOf(page)).toEqual(before);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.locator('.table-panel label', { hasText: 'relations' }).click();
    await page.getByRole('textbox', { name: 'Keep rows with these words' }).fill('ended');
    await page.locator('.table-mark', { hasText: 'ended' }).first().waitFor();

    await page.getByRole('button', { name: 'Changes', exact: true }).click();
    const panel = page.getByRole('region', { name: 'Changes', exact: true });
    expect(await panel.getByRole('textbox', { name: 'Until' }).inputValue()).toBe('2025');
    await panel.getByRole('textbox', { name: 'Since' }).fill('2015-12-31');
    await panel.getByRole('button', { name: 'Compare' }).click();
    await strip(page)
      .getByText(/31 Dec 2015 – 2025/)
      .waitFor();
    await strip(page).getByRole('button', { name: 'Leave the comparison' }).click();
    expect([field(page, 'since'), field(page, 'until')]).toEqual([null, null]);
    await strip(page).getByText('Any time', { exact: true }).waitFor();
  });

  it('plays the years to the end, one step to undo; a pause within a range goes on to where it was going', async () => {
    const page = await open('?lens=command&since=2015&until=2024-04-19');
    const before = await placeOf(page);
    const play = strip(page).getByRole('button', { name: 'Play' });
    const pause = strip(page).getByRole('button', { name: 'Pause' });
    const to = strip(page).getByRole('slider', { name: 'Compare to year' });
    // A year may pass between two looks.
    const reach = (year: number) =>
      expect
        .poll(async () => Number((await to.getAttribute('aria-valuetext'))?.slice(-4)), { timeout: 60_000 })
        .toBeGreaterThanOrEqual(year);
    await play.click();
    await reach(2017);
    expect(field(page, 'until')).toBe('2024-04-19');
    await pause.click();
    const stood = Number(await to.getAttribute('aria-valuetext'));
    expect(field(page, 'until')).toBe(String(stood));
    await play.click();
    await reach(2024);
    await play.waitFor();
    expect(await to.getAttribute('aria-valuetext')).toBe('19 April 2024');
    expect(field(page, 'until')).toBe('2024-04-19');
    expect(await placeOf(page)).toEqual(before);

    await strip(page).getByRole('button', { name: 'Leave the comparison' }).click();
    const handle = strip(page).getByRole('slider', { name: 'As of year' });
    await handle.press('End');
    await page.waitForTimeout(1100);
    for (const key of ['ArrowLeft', 'ArrowLeft']) await handle.press(key);
    const [from, last] = [
      await handle.getAttribute('aria-valuenow'),
      await handle.getAttribute('aria-valuemax'),
    ];
    await play.click();
    await page.waitForURL((url) => url.searchParams.get('asOf') === last);
    await play.waitFor();
    await page.keyboard.press('Control+z');
    await page.waitForURL((url) => url.searchParams.get('asOf') === from);
  });

  it('hides the undated and what had not been published, each a condition that can be dropped', async () => {
    const page = await open('?lens=command&asOf=2018');
    const chips = page.getByRole('list', { name: 'Filters in use' });
    await page.getByText(/faint: may hold then/).waitFor();
    await strip(page)
      .getByRole('switch', { name: /^Hide [1-9]\d* undated$/ })
      .press('Space');
    await chips.getByRole('button', { name: /^dated only hides [1-9]/ }).waitFor();
    expect(field(page, 'datedOnly')).toBe('true');

    const known = strip(page).getByRole('textbox', { name: 'Known by' });
    await known.fill('last year');
    await known.press('Enter');
    await strip(page).getByText('Write 2020, 2020-05 or 2020-05-17').waitFor();
    expect(field(page, 'knownBy')).toBeNull();
    await known.fill('2020');
    await known.press('Enter');
    await chips.getByRole('button', { name: /^known by 2020 hides [1-9]/ }).waitFor();
    await page.getByRole('button', { name: 'Rankings', exact: true }).click();
    await page.getByText(/Asked of .*dated only · known by 2020/).waitFor();
    await chips.getByRole('button', { name: /^known by 2020/ }).click();
    await strip(page).getByText('published by then').waitFor();
    expect([field(page, 'knownBy'), await known.inputValue()]).toEqual([null, '']);
  });

  it('undoes and redoes changes of the view by keys and buttons, and stays on the page at the ends', async () => {
    const page = await open('?collection=article');
    const start = page.url();
    const address = (part: string) => page.waitForURL((url) => url.search.includes(part));
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    expect(await undo.getAttribute('aria-disabled')).toBe('true');
    await page.locator('body').press('Control+z');

    await page.getByRole('button', { name: 'Sources', exact: true }).click();
    await page.getByRole('slider', { name: 'As of year' }).press('Home');
    const dated = page.url();
    await page.getByRole('switch', { name: 'Certain only' }).press('Space');
    await address('certainOnly');
    // The focus is on a switch: an input, but none that is typed into.
    await page.keyboard.press('Control+z');
    await page.waitForURL(dated);
    await undo.click();
    await undo.click();
    await page.waitForURL(start);
    expect(await undo.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Control+Shift+z');
    await address('panel=sources');
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await page.waitForURL(dated);

    await page.locator('body').press('?');
    expect(await page.getByRole('dialog').innerText()).toContain('Undo the last change of the view');
  });
});
