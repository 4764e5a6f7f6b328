/** The questions beyond paths and ranks, each asked once as a reader would: what joins, parts, changed, hangs together, falls. */
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

describeInBrowser('further questions', ({ open }) => {
  it('joins three actors, and keeps the tab, the three and the light in order', async () => {
    const page = await open('?panel=paths&collection=article');
    const panel = page.getByRole('region', { name: 'Paths', exact: true });
    await panel.getByRole('tab', { name: 'Connect several' }).click();
    for (const [typed, name] of [
      ['argen', 'Argentina'],
      ['russ', 'Russia'],
      ['军事航天', 'PLA Aerospace Force'],
    ] as const) {
      await panel.getByRole('textbox', { name: 'Connect', exact: true }).fill(typed);
      await page
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .click();
    }
    await panel.getByRole('heading', { level: 3, name: /ties join the 3/ }).waitFor();
    const url = new URL(page.url()).searchParams;
    expect([url.get('tab'), url.get('ids')]).toEqual(['connect', 'argentina,russia,pla-aerospace-force']);
    expect(await panel.innerText()).toContain('at most 33 % more');
    await panel.getByRole('button', { name: 'Spotlight the connection', pressed: true }).waitFor();
    expect(await panel.getByText(/^\d+ claims?$/).count()).toBeGreaterThanOrEqual(2);
  });

  it('names the choke points between two, by actors or by ties', async () => {
    const page = await open('?panel=paths&tab=cut&from=argentina&to=pla-aerospace-force&collection=article');
    const panel = page.getByRole('region', { name: 'Paths', exact: true });
    const heading = panel.getByRole('heading', { level: 3 });
    await heading.filter({ hasText: /actors? nothing leads|one actor/ }).waitFor();
    await panel.getByRole('radiogroup', { name: 'Take away' }).getByText('Ties').click();
    await heading.filter({ hasText: /ties? nothing leads|one tie/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toBe('ties');
  });

  it('tells what began and ended between two dates, and who moved', async () => {
    const page = await open('?panel=changes');
    const panel = page.getByRole('region', { name: 'Changes', exact: true });
    await panel.getByText('Name two dates').waitFor();
    const since = panel.getByRole('textbox', { name: 'Since' });
    await panel.getByRole('textbox', { name: 'Until' }).fill('2024');
    for (const [typed, fault] of [
      ['20x5', 'Write 2020, 2020-05'],
      ['2025', 'Since is later than until'],
    ] as const) {
      await since.fill(typed);
      await panel.getByRole('button', { name: 'Compare' }).click();
      await panel.getByText(fault).waitFor();
      expect(await since.getAttribute('aria-invalid')).toBe('true');
    }
    await since.fill('2015');
    await panel.getByRole('button', { name: 'Compare' }).click();
    await panel.getByRole('heading', { level: 3, name: /^\d+ began/ }).waitFor();
    expect(await panel.getByRole('region', { name: 'What ended' }).innerText()).toMatch(/\d+ ended/);
    expect(await panel.getByRole('table').innerText()).toMatch(/[▲▼] \d+|new|gone/);
    const url = new URL(page.url()).searchParams;
    expect([url.get('since'), url.get('until')]).toEqual(['2015', '2024']);
  });

  it('shows groups, and keeps one lit that was clicked', async () => {
    const page = await open('?panel=groups');
    const panel = page.getByRole('region', { name: 'Groups', exact: true });
    await panel.getByRole('heading', { level: 3, name: /^\d+ groups$/ }).waitFor();
    const first = panel.getByRole('list').first().getByRole('button').first();
    await first.click();
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    await panel.getByText('Members', { exact: true }).first().click();
    await panel
      .getByText(/ ties inside$/)
      .first()
      .waitFor();
  });

  it('tells how sure the ranks are, from the address alone', async () => {
    const page = await open('?panel=rankings&measures=degree&sensitivity=50&top=10&collection=article');
    const panel = page.getByRole('region', { name: 'Rankings', exact: true });
    await panel.getByText(/50 draws, seed 1/).waitFor();
    expect(await panel.locator('tbody tr').first().innerText()).toMatch(/rank \d+[\s\S]*% in top \d+/);
    await panel.getByText(/more measures$/).click();
    await panel.getByRole('heading', { level: 4, name: 'Brokerage' }).waitFor();
  });

  it('tells what falls without an entity, who is placed like it, and whom it may be tied to', async () => {
    const page = await open('?select=entity:china&collection=article');
    await page.getByText('What falls without it').click();
    await page.getByRole('heading', { level: 4, name: /^\d+ relations would fall$/ }).waitFor();
    await page.getByText('Placed alike').click();
    await page
      .getByText(/% of neighbours shared/)
      .first()
      .waitFor();
    await page.getByText('Questions to research').click();
    await page.getByText(/a question, not a finding/).waitFor();
    await page
      .getByText(/^Both tied to /)
      .first()
      .waitFor();
  });
});
