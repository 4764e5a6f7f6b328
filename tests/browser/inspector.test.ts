/** Search, select, read: from a name to the claim behind a relation, and to the publication behind the claim. */
import { expect, it } from 'vitest';
import { describeInBrowser, search } from './harness.js';

describeInBrowser('inspector', ({ open }) => {
  it('leads from a Chinese name to a claim and its source, and back', async () => {
    const page = await open('?collection=article');
    await search(page, '军事航天', 'PLA Aerospace Force');
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await inspector.getByRole('heading', { level: 2, name: 'PLA Aerospace Force' }).waitFor();
    expect(new URL(page.url()).searchParams.get('select')).toBe('entity:pla-aerospace-force');
    const text = await inspector.innerText();
    expect(text).toContain('军事航天部队');

    const row = inspector.getByRole('listitem').filter({ hasText: 'Strategic Support Force' }).first();
    await row.getByText(/^\d+ claims?$/).click();
    const claim = row.getByRole('listitem').filter({ hasText: "China's Space Dream" }).first();
    expect(await claim.innerText()).toMatch(
      /supports[\s\S]*China's Space Dream[\s\S]*¶12[\s\S]*Usually reliable/,
    );
    await claim.getByRole('link', { name: /China's Space Dream/ }).click();
    await inspector.getByRole('heading', { level: 2, name: /China's Space Dream/ }).waitFor();
    await page.goBack();
    await inspector.getByRole('heading', { level: 2, name: 'PLA Aerospace Force' }).waitFor();
  });

  it('leads from a source to the one that it repeats', async () => {
    const page = await open('?select=source:diplomat-chinas-space-dream');
    await page.getByRole('link', { name: 'china-trends-22-introduction' }).click();
    await page.getByRole('heading', { level: 2, name: /China Trends/ }).waitFor();
  });

  it('shows what disputes a relation beside what supports it, and who says so', async () => {
    const page = await open(
      '?select=relation:china--aims-at--peaceful-use-of-outer-space&collection=article',
    );
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await inspector.getByRole('heading', { level: 3, name: /^The \d+ claims$/ }).waitFor();
    const text = await inspector.innerText();
    expect(text).toMatch(/China aims at → Peaceful use/);
    expect(text).toMatch(/supports[\s\S]*said by[\s\S]*Xi Jinping[\s\S]*disputes/);
    expect(text).toMatch(/Rests on\s+\d+( to \d+)? origins?/);
    expect(text).toContain('No conduit');
  });

  it('offers the nearest names when an old link leads nowhere', async () => {
    const page = await open('?select=entity:argentna&collection=article', { expected: /404/ });
    const alert = page.getByRole('alert');
    await alert.getByText('No such entity').waitFor();
    await alert.getByRole('button', { name: 'Argentina', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Argentina' }).waitFor();
  });

  it('says how many relations lie outside the filters, and shows them on demand', async () => {
    const page = await open('?select=entity:strategic-support-force&type=succeeds&collection=article');
    const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
    await inspector.getByRole('heading', { level: 3, name: /^\d+ of \d+ relations$/ }).waitFor();
    await inspector.getByRole('button', { name: 'Show all' }).click();
    await inspector.getByRole('heading', { level: 3, name: /^\d+ relations$/ }).waitFor();
  });

  it('tells where an entity stands when it is asked', async () => {
    const page = await open('?select=entity:china&collection=article');
    await page.getByText('How central it is').click();
    await page
      .getByText(/^1 of [\d,]+ \(/)
      .first()
      .waitFor();
  });
});
