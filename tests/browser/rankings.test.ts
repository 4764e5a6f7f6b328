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
    await panel.getByText('Read either way · top 20 · normalised').click();
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
    expect(file.suggestedFilename()).toMatch(/^ranking-pagerank-degree-[0-9a-f]{7}\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFid,name,kind,pagerank,pagerank rank,degree,degree rank');
    expect(lines.length).toBe(12);
    expect(lines[1]).toMatch(/,0\.\d{10,},1,/);
  });

  it('sets one measure against another: a point lights its node, a click selects it, and a third measure is asked for', async () => {
    const page = await open('?panel=rankings&measures=betweenness&collection=article');
    const panel = page.getByRole('region', { name: 'Rankings', exact: true });
    await panel.getByText('One against another').click();
    const chart = panel.getByRole('img', {
      name: 'Betweenness against Degree; the table below holds the figures',
    });
    await chart.waitFor();
    expect(await chart.locator('circle').count()).toBe(50);
    expect(new URL(page.url()).searchParams.get('measures')).toBe('betweenness,degree');
    // The most central stands far out: it is named, and found by its point.
    const first = await panel.locator('tbody th a').first().innerText();
    await chart.scrollIntoViewIfNeeded();
    const ends = await chart.locator('circle').evaluateAll((dots) =>
      dots.map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }),
    );
    const top = ends.reduce((a, b) => (b.y < a.y ? b : a));
    await page.mouse.move(top.x + 2, top.y + 2);
    await panel.locator('p', { hasText: /Betweenness [\d.]+, rank 1\s*Degree/ }).waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole('heading', { level: 2, name: first }).waitFor();
    await page
      .getByRole('region', { name: 'Inspector', exact: true })
      .getByRole('button', { name: 'Rankings' })
      .click();
    await panel.getByRole('combobox', { name: 'Across' }).selectOption('PageRank');
    await panel.getByRole('img', { name: /^Betweenness against PageRank/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('measures')).toBe('betweenness,degree,pagerank');
  });

  it('ranks ties: a row opens its relation, the file holds one line a relation', async () => {
    const page = await open('?panel=rankings&collection=article&top=10');
    const panel = page.getByRole('region', { name: 'Rankings', exact: true });
    await panel.getByRole('tab', { name: 'Which ties hold' }).click();
    await panel.getByText(/^10 of [\d,]+ ties shown/).waitFor();
    const values = (await panel.locator('tbody td:last-child').allInnerTexts()).map(Number);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFrank,from,from name,to,/);
    expect(lines.length).toBeGreaterThanOrEqual(12);
    expect(lines[1]).toMatch(/^1,.*,0\.\d{6,},(yes|no),/);
    await panel.locator('tbody tr td').first().click();
    await page
      .getByRole('region', { name: 'Inspector', exact: true })
      .getByText(/^The \d+ claims?$|^One claim$|claim/)
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('select')).toMatch(/^relation:/);
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
    await panel.getByText('Read either way · top 10 · as counted').waitFor();
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
