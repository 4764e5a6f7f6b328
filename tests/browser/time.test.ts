/** Time on the graph: changes of the view undone and redone. */
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

describeInBrowser('time', ({ open }) => {
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
