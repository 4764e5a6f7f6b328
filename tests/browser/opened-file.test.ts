/** A graph file of one's own: dropped or chosen, asked like the graph that is served, and gone when closed. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, PATIENCE_MS, search } from './harness.js';

const people = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'];
const GEXF = `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected"><nodes>
${people.map((name, place) => `<node id="p${place}" label="${name}"/>`).join('\n')}
</nodes><edges>
${[0, 1, 2, 3, 4].map((place) => `<edge id="t${place}" source="p${place}" target="p${place + 1}"/>`).join('\n')}
<edge id="t5" source="p0" target="elsewhere"/>
</edges></graph></gexf>`;

const drop = (page: Page, type: 'dragover' | 'drop', name: string, text: string) =>
  page.evaluate(
    ([event, fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content!], fileName!));
      window.dispatchEvent(new DragEvent(event!, { dataTransfer, cancelable: true }));
    },
    [type, name, text],
  );
const ready = (page: Page) =>
  page.locator('html[data-graph="ready"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });

describeInBrowser('a graph file of one’s own', ({ open }) => {
  it('is opened, asked, linked to, closed, and then said to be gone', {
    timeout: 2 * PATIENCE_MS,
  }, async () => {
    const page = await open('?collection=article', {
      expected: /40[04]|422/,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // Listened for early: the browser takes a moment to hand its dialogs over.
    const choosing = page.waitForEvent('filechooser', { timeout: PATIENCE_MS });
    await drop(page, 'dragover', 'faulty.gml', '');
    await page.getByText(/Drop it to open it/).waitFor();
    await drop(page, 'drop', 'faulty.gml', 'graph [ node [ id 1 ] node [ id 1 ] ]');
    const alert = page.getByRole('alert');
    await alert.getByText(/faulty\.gml:1:\d+ the node id 1 is used before/).waitFor();
    await drop(page, 'drop', 'notes.txt', 'words');
    await alert.getByText(/No importer reads notes\.txt\..*GEXF/).waitFor();
    await page.getByRole('button', { name: 'Dismiss this notice' }).click();

    // By keyboard alone.
    await page.locator('body').press('/');
    await page.getByRole('textbox', { name: /^Search names/ }).fill('open a graph');
    await page.getByRole('dialog').getByRole('button', { name: 'Open a graph file…' }).waitFor();
    await page.keyboard.press('Enter');
    await (await choosing).setFiles({
      name: 'row.gexf',
      mimeType: 'application/xml',
      buffer: Buffer.from(GEXF),
    });
    await page.waitForURL(/workspace=/);
    await ready(page);
    await page.getByRole('heading', { level: 1, name: 'row.gexf' }).waitFor();
    const notice = page.getByRole('region', { name: 'Opened file' });
    await notice.getByText(/open for this tab only.*60 minutes/).waitFor();
    await notice.getByText(/elsewhere/).waitFor();

    await search(page, 'Cy', 'Cy');
    await page.getByRole('heading', { name: 'Cy', exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.has('workspace')).toBe(true);
    await page.getByRole('button', { name: 'Rankings' }).click();
    await page.getByText(/^7 of 7 entities shown/).waitFor();
    await page.locator('body').press('Escape');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page
      .getByText(/It opens only on this server/)
      .first()
      .waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(`${link}&panel=paths&from=Ada&to=Flo`);
    await ready(page);
    await page.getByRole('heading', { name: /path from Ada to Flo/i }).waitFor();
    await page.getByRole('button', { name: 'Share and export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toContain('Ada');
    await page.getByRole('button', { name: 'Share and export' }).click();

    await notice.getByRole('button', { name: 'Back to the served graph' }).click();
    await page.getByRole('heading', { level: 1, name: /China/ }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.goto(link);
    await page.getByRole('heading', { name: 'This graph is no longer open' }).waitFor();
    await page.getByRole('button', { name: 'Open a graph file…' }).waitFor();
    await drop(page, 'drop', 'none.csv', '');
    await alert.getByText(/none\.csv was not opened\. It is empty/).waitFor();
    await drop(page, 'drop', 'years.csv', 'Source;Target;Year\nAda;Bo;2015\nBo;Cy;2018\n');
    await page.getByRole('heading', { level: 1, name: 'years.csv' }).waitFor();
    await notice.getByText(/Year is read as dates of 2 of 2 relations/).waitFor();
    await page.getByText('2 dated relations').waitFor();
  });
});
