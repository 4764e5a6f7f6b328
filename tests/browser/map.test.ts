/**
 * The world map: selected on by pointer and keyboard, equal to a list, the same view as the sky. That nothing is asked of another server
 * is the policy's affair: a test whose page breaks it fails.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, search } from './harness.js';

const count = (text: string | null) => Number(/[\d,]+/.exec(text ?? '')![0].replaceAll(',', ''));
const field = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** The text of a file that a button of the share menu saves. */
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return await readFile(await download.path(), 'latin1');
}

describeInBrowser('map', ({ open }) => {
  it('selects on the map and keeps the selection in the sky', async () => {
    const page = await open('?map=-64,-36,4&collection=article');
    const spot = (await page.evaluate('window.__asterism.positionOf("argentina")')) as {
      x: number;
      y: number;
    };
    await page.mouse.click(spot.x, spot.y);
    await page.getByRole('heading', { level: 2, name: 'Argentina', exact: true }).waitFor();
    expect(field(page, 'select')).toBe('entity:argentina');
    await page.getByRole('button', { name: 'Share and export' }).click();
    const svg = await saved(page, 'SVG');
    expect(svg).toContain("<title>Argentina in China's space sector</title>");
    expect(svg).toMatch(/<g id="base-map"[\s\S]*<path d="M[\s\S]*<g id="entities-and-ties"[\s\S]*Patagonia/);
    expect(svg).toMatch(
      /entities have no place[\s\S]*by country alone[\s\S]*Base map: Natural Earth, public domain/,
    );
    expect((await saved(page, 'PNG')).length).toBeGreaterThan(20_000);
    await page.getByRole('button', { name: 'Share and export' }).click();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(() => Number(field(page, 'map')!.split(',')[2])).toBeCloseTo(3.2, 1);
    // A lasso around the place; Shift and a click take it out again.
    const moved = (await page.evaluate('window.__asterism.positionOf("argentina")')) as typeof spot;
    await page.getByRole('button', { name: 'Select with a lasso' }).click();
    await page.mouse.move(moved.x - 30, moved.y - 30);
    await page.mouse.down();
    for (const [dx, dy] of [
      [30, -30],
      [30, 30],
      [-30, 30],
    ] as const)
      await page.mouse.move(moved.x + dx, moved.y + dy, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => field(page, 'picked')?.split(',')).toContain('argentina');
    await page.keyboard.press('Escape');
    await page.keyboard.down('Shift');
    await page.mouse.click(moved.x, moved.y);
    await page.keyboard.up('Shift');
    await expect.poll(() => field(page, 'picked')?.split(',') ?? []).not.toContain('argentina');
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.getByRole('application', { name: /^Graph of/ }).waitFor();
    expect([field(page, 'map'), field(page, 'select')]).toEqual([null, 'entity:argentina']);
  });

  it('is walked with arrows, flies to what is searched and follows the filters', async () => {
    const page = await open('?map=all&collection=article');
    const map = page.getByRole('application', { name: /^Map of/ });
    const all = count(await map.getAttribute('aria-label'));
    await map.press('ArrowRight');
    await map.press('Enter');
    await expect.poll(() => page.url()).toMatch(/select=entity|map=-?\d/);
    await search(page, 'serbia', 'Serbia');
    await expect.poll(() => field(page, 'map')!.split(',').length).toBe(3);
    await page.getByRole('button', { name: /^Facility/ }).click({ modifiers: ['Alt'] });
    await expect.poll(async () => count(await map.getAttribute('aria-label'))).toBeLessThan(all);
  });

  it('counts and lists who has a place and who has none', async () => {
    const page = await open('?map=all&collection=article');
    const note = page.getByRole('region', { name: 'What the map shows' });
    const placed = count(await note.locator('.number').textContent());
    const unplaced = note.getByRole('button', { name: /without a place$/ });
    const without = count(await unplaced.textContent());
    await unplaced.click();
    const panel = page.getByRole('region', { name: 'Places', exact: true });
    await panel.getByRole('heading', { name: `${placed} entities with a place` }).waitFor();
    const counts = await panel.locator('summary .number').allTextContents();
    expect(counts.map(count).reduce((sum, one) => sum + one, 0)).toBe(placed + without);
    await panel.getByRole('textbox').fill('argentina');
    await panel.getByText('Argentina', { exact: false }).first().click();
    await panel.getByRole('link', { name: 'Argentina', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Argentina', exact: true }).waitFor();
    await expect.poll(() => field(page, 'map')!.split(',').length).toBe(3);
  });
});
