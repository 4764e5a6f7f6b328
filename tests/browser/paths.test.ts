/** How does A reach B, asked in the page: chains with their evidence, what to do without one, and ends picked elsewhere. */
import { expect, it } from 'vitest';
import { describeInBrowser, search } from './harness.js';

describeInBrowser('paths', ({ open }) => {
  it('joins Argentina to the PLA Aerospace Force with a claim behind every step', async () => {
    const page = await open('?panel=paths&collection=article');
    const panel = page.getByRole('region', { name: 'Paths', exact: true });
    for (const [field, typed, name] of [
      ['From', 'argen', 'Argentina'],
      ['To', '军事航天', 'PLA Aerospace Force'],
    ] as const) {
      await panel.getByRole('textbox', { name: field, exact: true }).fill(typed);
      await page
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .click();
    }
    await panel
      .getByRole('heading', { level: 3, name: 'One path from Argentina to PLA Aerospace Force' })
      .waitFor();
    const url = new URL(page.url()).searchParams;
    expect([url.get('from'), url.get('to')]).toEqual(['argentina', 'pla-aerospace-force']);
    const steps = panel.getByText(/^\d+ claims?$/);
    expect(await steps.count()).toBeGreaterThanOrEqual(2);
    for (const step of await steps.all()) await step.click();
    const claims = panel.getByRole('listitem').filter({ hasText: /^supports/ });
    expect(await claims.count()).toBeGreaterThanOrEqual(await steps.count());
    for (const claim of await claims.all()) expect(await claim.innerText()).toMatch(/¶\d+/);
  });

  it('puts the first path in the spotlight, then the one that is chosen, which outlives a look at one of its entities', async () => {
    const page = await open(
      '?panel=paths&from=argentina&to=pla-aerospace-force&mode=k-shortest&k=3&collection=article',
    );
    const spotlight = page.getByRole('button', { name: 'Spotlight path 2' });
    const first = page.getByRole('button', { name: 'Spotlight path 1', pressed: true });
    await first.waitFor();
    await spotlight.click();
    expect(await spotlight.getAttribute('aria-pressed')).toBe('true');
    expect(await first.count()).toBe(0);
    await page
      .getByRole('region', { name: 'Paths', exact: true })
      .getByRole('link', { name: 'China', exact: true })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: 'China', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Paths' }).last().click();
    await spotlight.waitFor();
    expect(await spotlight.getAttribute('aria-pressed')).toBe('true');
    // Alone, with what the lens leaves out of it, and back.
    await page.getByRole('button', { name: 'Show path 1 alone' }).click();
    await page.getByRole('application', { name: /^Graph of 5 entities and 4 relations/ }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Swap the two ends' }).click();
    await page.getByRole('heading', { level: 3, name: /from PLA Aerospace Force to Argentina/ }).waitFor();
    await first.waitFor();
    expect(await spotlight.getAttribute('aria-pressed')).toBe('false');
  });

  it('says in what it looked when there is no path, and takes a relaxation that finds one', async () => {
    const page = await open(
      '?panel=paths&from=argentina&to=pla-aerospace-force&maxLength=1&collection=article',
    );
    const panel = page.getByRole('region', { name: 'Paths', exact: true });
    await panel.getByRole('heading', { level: 3, name: /^No path from Argentina/ }).waitFor();
    expect(await panel.innerText()).toMatch(
      /Looked through [\d,]+ entities and [\d,]+ relations, up to 1 step\./,
    );
    await panel.getByRole('button', { name: 'Allow longer paths' }).click();
    await panel.getByRole('heading', { level: 3, name: /^One path from Argentina/ }).waitFor();
    expect(new URL(page.url()).searchParams.has('maxLength')).toBe(false);
  });

  it('says which steps the lens does not draw, and draws them alone', async () => {
    const page = await open('?panel=paths&from=pla-information-support-force&to=galaxyspace');
    const panel = page.getByRole('region', { name: 'Paths', exact: true });
    const absent = panel.getByText(/outside this lens, so no line is drawn/);
    await absent.first().waitFor();
    await panel.getByRole('button', { name: 'Show path 1 alone' }).click();
    await absent.first().waitFor({ state: 'detached' });
  });

  it('takes an end from whatever is selected next', async () => {
    const page = await open('?panel=paths&from=argentina&collection=article');
    await page.getByRole('button', { name: 'Pick to on the graph' }).click();
    await search(page, 'tiangong', 'Tiangong space station');
    await page.getByRole('heading', { level: 3, name: /path.* from Argentina to Tiangong/ }).waitFor();
    expect(new URL(page.url()).searchParams.has('select')).toBe(false);
  });

  it('gives up an end that was to be picked when its panel is left', async () => {
    const page = await open('?panel=paths&from=argentina&collection=article');
    await page.getByRole('button', { name: 'Pick to on the graph' }).click();
    await page.getByRole('button', { name: 'Close paths' }).click();
    await search(page, 'tiangong', 'Tiangong space station');
    await page.getByRole('heading', { level: 2, name: 'Tiangong space station' }).waitFor();
    expect(new URL(page.url()).searchParams.has('to')).toBe(false);
  });

  it('takes the end that was typed, however soon Enter follows', async () => {
    const page = await open('?panel=paths&collection=article');
    const field = page.getByRole('textbox', { name: 'From', exact: true });
    await field.fill('China');
    await page
      .getByRole('option', { name: /^China/ })
      .first()
      .waitFor();
    await field.fill('Argentina');
    await field.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('argentina');
  });

  it('corrects the end that nobody bears', async () => {
    const page = await open('?panel=paths&from=argentina&to=aerospace+forse&collection=article', {
      expected: /404/,
    });
    await page.getByRole('alert').getByRole('button', { name: 'PLA Aerospace Force', exact: true }).click();
    await page
      .getByRole('heading', { level: 3, name: 'One path from Argentina to PLA Aerospace Force' })
      .waitFor();
  });
});
