/** A whole job by keyboard alone: a name typed blind, its claims, their source and back, the table and back. The focus is never lost. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

const focus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });
const select = (page: Page) => new URL(page.url()).searchParams.get('select');

describeInBrowser('keyboard', ({ open }) => {
  it('finds, reads, follows to the source and comes back; walks the table; nothing is lost on the way', async () => {
    const page = await open('?collection=article');
    // Faster than the field can take the focus.
    await page.keyboard.type('/argentina');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox', { name: /^Search names/ }).inputValue()).toBe('argentina');
    await dialog
      .getByRole('status')
      .filter({ hasText: /^Argentina Nation, 1 of \d+$/ })
      .waitFor();
    expect(await dialog.locator('[data-selected]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => focus(page)).toBe('Inspector content: Argentina');

    // An open menu takes Escape for itself.
    await page.getByRole('button', { name: 'By hand' }).press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
    expect(select(page)).toBe('entity:argentina');

    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    const details = inspector.getByRole('link', { name: /^details of: / }).first();
    const words = await details.textContent();
    await details.press('Enter');
    await inspector.getByText(/^The \d+ claims?$|^The claim$/).waitFor();
    const relation = select(page);
    const source = inspector.locator('a[href*="select=source"]').first();
    const title = await source.textContent();
    await source.press('Enter');
    await inspector.getByText(/relations? it speaks of/).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => select(page)).toBe(relation);
    await expect.poll(() => focus(page)).toBe(title);
    await page.keyboard.press('Control+z');
    await expect.poll(() => focus(page)).toBe(words);

    await page.getByRole('button', { name: 'Table', exact: true }).press('Enter');
    await expect.poll(() => focus(page)).toBe('Table content');
    await page.getByRole('textbox', { name: 'Keep rows with these words' }).fill('nation');
    await page.getByRole('table').getByRole('link', { name: 'Russia' }).press('Enter');
    await expect.poll(() => focus(page)).toBe('Inspector content: Russia');
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.closest('.strip') !== null)).toBe(true);
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Escape');
    await expect.poll(() => focus(page)).toBe('Russia');
    const field = page.getByRole('textbox', { name: 'Keep rows with these words' });
    expect(await field.inputValue()).toBe('nation');
    await field.press('Control+k');
    await dialog.waitFor();
  });
});
