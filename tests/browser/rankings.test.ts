/** Who matters: a table that answers, flies and travels; and a link that brings a whole view back. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

/** The middle of the sky between the panels, where a flight ends. */
const middleOfSky = (page: Page) =>
  page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
    return {
      x: (box('.left').right + box('.side-panel').left) / 2,
      y: (box('.header').bottom + box('.strip').top) / 2,
    };
  });

describeInBrowser('rankings', ({ open }) => {
  it('answers a question in plain words, and a row flies to its node', async () => {
    const page = await open('?panel=rankings&collection=article');
    const panel = page.getByRole('region', { name: 'Rankings', exact: true });
    await panel.getByRole('checkbox', { name: 'Who sits between the others?' }).check();
    await panel.getByRole('button', { name: 'Betweenness', exact: true }).click();
    await panel.locator('th[aria-sort="descending"]').filter({ hasText: 'Betweenness' }).waitFor();
    const values = await panel.locator('tbody tr td:nth-child(4)').allInnerTexts();
    expect(values.length).toBe(20);
    expect(values.map(Number)).toEqual(values.map(Number).toSorted((a, b) => b - a));

    // A row far down, so that the node is not by chance where the flight ends.
    await panel.getByRole('combobox', { name: 'Rows' }).selectOption('All');
    await panel.getByRole('textbox', { name: 'Filter by name' }).fill('institut montaigne');
    await panel.locator('tbody tr').first().click();
    await page.getByRole('heading', { level: 2, name: 'Institut Montaigne' }).waitFor();
    expect(new URL(page.url()).searchParams.get('select')).toBe('entity:institut-montaigne');
    const { x, y } = await middleOfSky(page);
    await expect
      .poll(
        async () => {
          await page.mouse.move(x + 60, y + 60);
          await page.mouse.move(x, y, { steps: 3 });
          return await page.locator('.hover-card').allInnerTexts();
        },
        { timeout: 15_000, interval: 300 },
      )
      .toEqual([expect.stringContaining('Institut Montaigne')]);
  });

  it('is downloaded as CSV that Excel reads, with every figure in full', async () => {
    const page = await open('?panel=rankings&measures=pagerank,degree&top=10&collection=article');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^ranking-pagerank-degree-[0-9a-f]{8}\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFid,name,kind,pagerank,pagerank rank,degree,degree rank');
    expect(lines.length).toBe(12);
    expect(lines[1]).toMatch(/,0\.\d{10,},1,/);
  });

  it('comes back whole from its link', async () => {
    const view =
      '?panel=rankings&measures=betweenness,pagerank&top=10&raw=true&select=entity%3Astrategic-support-force&status=actual&asOf=2023&lens=command';
    const first = await open(view);
    await first.getByRole('heading', { level: 2, name: 'Strategic Support Force', exact: true }).waitFor();
    const address = new URL(first.url());
    const page = await open(address.search);
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await inspector
      .getByRole('heading', { level: 2, name: 'Strategic Support Force', exact: true })
      .waitFor();
    // Selection and filters: what lies outside actual, 2023 is counted out.
    await inspector.getByRole('heading', { level: 3, name: /^\d+ of \d+ relations$/ }).waitFor();
    await page.getByText('2023').first().waitFor();
    // The panel below it, with its own state.
    await inspector.getByRole('button', { name: 'Rankings' }).click();
    const panel = page.getByRole('region', { name: 'Rankings', exact: true });
    await expect.poll(() => panel.locator('tbody tr').count(), { timeout: 10_000 }).toBe(10);
    expect(await panel.getByRole('switch', { name: /Normalised/ }).isChecked()).toBe(false);
    expect(await panel.getByRole('checkbox', { name: 'Who sits between the others?' }).isChecked()).toBe(
      true,
    );
    expect(await panel.innerText()).toMatch(/Command[\s\S]*status actual[\s\S]*2023/);
    // Nothing of the link was stripped.
    const kept = new URL(page.url()).searchParams;
    for (const [name, value] of new URLSearchParams(view))
      if (name !== 'select') expect(kept.get(name)).toBe(value);
  });
});
