/** What the sky draws: folded relations and what opens them, stars dressed by measure and community, names in Chinese, bubbles. */
import { expect, it } from 'vitest';
import { describeInBrowser, PATIENCE_MS } from './harness.js';

/** About a hundred entities: soon drawn. */
const SMALL = 'lens=command';

describeInBrowser('the sky', ({ open }) => {
  it('asks once for the description and once for the graph', async () => {
    const page = await open(`?${SMALL}`);
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => name.split('/api/v1/')[1] ?? []),
    );
    expect(asked.filter((question) => question === 'meta')).toHaveLength(1);
    expect(asked.filter((question) => question.startsWith('graph?'))).toEqual([
      'graph?lens=command&allTypes=true',
    ]);
  });

  it('offers the lenses there are when an address names none of them', async () => {
    const page = await open(`?${SMALL}`, { expected: /400/ });
    await page.goto(page.url().replace(SMALL, 'lens=nope'));
    await page.getByRole('alert').filter({ hasText: 'nope' }).waitFor();
    await page.getByRole('button', { name: 'Command', exact: true }).click();
    await page.locator('html[data-graph="ready"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });
    expect(page.url()).toContain(SMALL);
  });

  it('walks along the relations of an entity by key, and opens one', async () => {
    const page = await open(`?${SMALL}&select=entity:strategic-support-force`);
    const sky = page.getByRole('application', { name: /^Graph of/ });
    await sky.press('r');
    await page.locator('main [aria-live]').filter({ hasText: 'Strategic Support Force' }).waitFor();
    await sky.press('Enter');
    await page.waitForURL(/select=relation/);
    await page.getByRole('group', { name: 'Kinds' }).getByRole('button').first().press('Alt+Enter');
    await page.waitForURL(/kind=/);
  });

  it('opens a folded line as the list of its relations, each one click from its claims', async () => {
    const page = await open(
      '?lens=command&select=bundle:central-military-commission,strategic-support-force',
    );
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await inspector.getByText(/^\d+ relations between them/).waitFor();
    const links = inspector.getByRole('listitem').getByRole('link');
    expect(await links.count()).toBeGreaterThan(1);
    await links.first().click();
    await page.waitForURL(/select=relation/);
    await inspector.getByText(/claim/i).first().waitFor();
  });

  it('sizes stars by another measure and colours them by community, with scale and key in the legend', async () => {
    const page = await open(`?${SMALL}`);
    const legend = page.getByRole('region', { name: 'Legend and filters' });
    await legend.getByLabel('Size', { exact: true }).selectOption('betweenness');
    await legend.getByLabel('Colour', { exact: true }).selectOption('community');
    await page.waitForURL(/size=betweenness.*color=community/);
    const groups = legend.getByRole('list', { name: 'Colours' }).getByRole('button');
    await groups.first().waitFor();
    expect(await groups.count()).toBeGreaterThan(2);
    const scale = legend.getByRole('list', { name: 'Scale of sizes' });
    await expect.poll(() => scale.textContent(), { timeout: PATIENCE_MS }).toMatch(/0\.\d/);
  });

  it('names everybody in Chinese where there is a Chinese name', async () => {
    const page = await open(`?${SMALL}&select=entity:strategic-support-force`);
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await inspector.getByRole('heading', { name: 'Strategic Support Force', exact: true }).waitFor();
    await page.getByRole('radiogroup', { name: 'Names' }).getByText('中文').click();
    await page.waitForURL(/names=zh/);
    await inspector.getByRole('heading', { name: '战略支援部队', exact: true }).waitFor();
  });

  it('turns by a quarter on an upright screen, back with it, and what is pointed at stays what it is', async () => {
    const page = await open(`?${SMALL}`);
    const [from, to] = ['strategic-support-force', 'state-council'] as const;
    const positionOf = async (id: string) =>
      (await page.evaluate(`window.__asterism.positionOf("${id}")`)) as { x: number; y: number };
    /** Which way the one lies from the other, in quarters of a circle. */
    const direction = async () => {
      const [a, b] = [await positionOf(from), await positionOf(to)];
      return (2 * Math.atan2(b.y - a.y, b.x - a.x)) / Math.PI;
    };
    const lying = await direction();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(async () => Math.abs(Math.abs((await direction()) - lying) - 1)).toBeLessThan(0.01);
    const star = await positionOf(from);
    await page.mouse.click(star.x, star.y);
    await page.waitForURL(/select=entity(:|%3A)strategic-support-force/);
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(async () => Math.abs((await direction()) - lying)).toBeLessThan(0.01);
  });

  it('shows communities as bubbles and opens one alone', async () => {
    const page = await open(`?${SMALL}&panel=groups`);
    const groups = page.getByRole('region', { name: 'Groups', exact: true });
    await groups.getByRole('button', { name: 'Show groups as bubbles' }).click();
    const bubbles = page.getByRole('region', { name: /^Overview: \d+ communities/ }).getByRole('link');
    await bubbles.first().waitFor();
    expect(await bubbles.count()).toBeGreaterThan(2);
    await bubbles.first().press('Enter');
    await page.waitForURL(/community=/);
    await page.locator('html[data-graph="ready"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });
    const chip = page.getByRole('button', { name: /^community of .*, drop this filter/ });
    await chip.click();
    await expect.poll(() => page.url()).not.toMatch(/community=/);
  });
});
