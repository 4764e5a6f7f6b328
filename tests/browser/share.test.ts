/** Taking it away: pictures and data as files, stories told, made, saved and opened again. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

const menu = async (page: Page) => {
  await page.getByRole('button', { name: 'Share and export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Picture' }).waitFor();
  return dialog;
};

/** The file that a button of the menu saves. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describeInBrowser('taking it away', ({ open }) => {
  it('saves the view as picture, as data and as its sources', async () => {
    const page = await open(
      '?lens=command&select=entity:strategic-support-force&hide=peoples-liberation-army&expand=argentina',
    );
    const dialog = await menu(page);
    await dialog.getByText('Light, for paper').click();

    const svg = await saved(page, 'SVG');
    expect(svg.name).toMatch(/^strategic-support-force-in-chinas-space-sector-[0-9a-f]{7}\.svg$/);
    const seen = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const root = parsed.documentElement;
      return {
        faults: parsed.querySelectorAll('parsererror').length,
        size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
        title: parsed.querySelector('title')?.textContent,
        background: parsed.querySelector('rect')?.getAttribute('fill'),
        words: [...parsed.querySelectorAll('text')].map((element) => element.textContent),
        arrows: parsed.querySelectorAll('#relations path[fill^="#"]').length,
        circles: parsed.querySelectorAll('#entities circle').length,
      };
    }, svg.bytes.toString());
    expect(seen).toMatchObject({
      faults: 0,
      title: "Strategic Support Force in China's space sector",
      background: '#f7f4ec',
    });
    expect(seen.arrows).toBeGreaterThan(50);
    expect(seen.circles).toBeGreaterThan(100);
    const words = seen.words.join('\n');
    // A name, the scope, the legend of what is there and of nothing else, licence and revision.
    expect(words).toMatch(/Support Force[\s\S]*Military unit[\s\S]*Succession[\s\S]*CC-BY-4\.0/);
    expect(words).toMatch(/lens Command · [\s\S]*\d+\s+entities\s+and \d+ relations in the picture/);
    expect(words).toMatch(/Revision [0-9a-f]{12} · \d+ \w+ 20\d\d/);
    expect(words).not.toContain('Launch vehicle');

    const png = await saved(page, 'PNG');
    expect(png.name).toMatch(/\.png$/);
    // The header of a PNG holds its size: two pixels for one.
    const pixels = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    expect(pixels.map((pixel, side) => Math.round(pixel - 2 * seen.size[side]!))).toEqual([0, 0]);
    expect(png.bytes.length).toBeGreaterThan(50_000);

    // For a column of print: 9 cm at 300 dots an inch or more, the words as large as before.
    await dialog.getByText('Column, 9 cm').click();
    const column = await saved(page, 'PNG');
    expect(column.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(3 * 440);
    expect(column.bytes.readUInt32BE(16)).toBeLessThan(3 * 500);
    const small = (await saved(page, 'SVG')).bytes.toString();
    expect(small).toMatch(/Support Force[\s\S]*Military unit[\s\S]*CC-BY-4\.0/);
    // Letters keep their room where the font is another, and the picture its nine centimetres.
    expect(small).toMatch(/<svg[^>]* width="440[".]/);
    expect(small).toMatch(/textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"[^>]*>[^<]*CC-BY-4\.0/);
    await dialog.getByText('Page or screen').click();

    const csv = await saved(page, 'CSV');
    expect(csv.name).toMatch(/^chinas-space-sector-command-[0-9a-f]{7}\.csv$/);
    expect(csv.bytes.toString().startsWith('\uFEFFSource,Target,')).toBe(true);
    expect(csv.bytes.toString()).toContain('\r\n');
    // Row for row what is shown: without whom was hidden by hand, with whom was brought in.
    const shown = await page.getByRole('application').getAttribute('aria-label');
    const { nodes, edges } = JSON.parse((await saved(page, 'JSON')).bytes.toString());
    expect(shown).toContain(`Graph of ${nodes.length} entities and ${edges.length} relations`);
    const held = nodes.map(({ key }: { key: string }) => key);
    expect(held).toContain('argentina');
    expect(held).not.toContain('peoples-liberation-army');
    expect((await saved(page, 'RIS')).bytes.toString()).toMatch(/^TY {2}- /);
  });

  it('tells the answer to an opening question step by step', async () => {
    const page = await open('');
    await page.getByRole('button', { name: /How does Argentina connect/ }).click();
    const story = page.getByRole('region', { name: 'Story' });
    await story.getByText(/step\s1\sof\s4/i).waitFor();
    await page.getByRole('heading', { name: /Argentina hosts → Chinese deep-space station/ }).waitFor();
    await story.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: /path.* from Argentina to PLA Aerospace Force/i }).waitFor();
    await page.locator('body').press('n');
    await page.getByText('disputed', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Report an error' }).first().waitFor();
    expect((await saved(page, 'Save the sources as BibTeX')).bytes.toString()).toContain('@misc{');
    await page.goBack();
    await story.getByText(/step\s2\sof\s4/i).waitFor();
    await page.locator('body').press('n');
    await story.getByRole('button', { name: 'Next' }).click();
    await story.getByText(/has four steps/).waitFor();
    await page.getByText('4 steps').first().waitFor();
    await story.getByRole('button', { name: 'Explore from here' }).click();
    await story.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('panel')).toBe('paths');
  });

  it('makes a story, keeps it in the link, saves it and opens the file again', async () => {
    const page = await open('?lens=command&collection=article');
    await (await menu(page)).getByRole('button', { name: 'Begin a story with this view' }).click();
    const story = page.getByRole('region', { name: 'Story' });
    await story.getByLabel('Title of the story').fill('军队 and space');
    await story.getByLabel('What this step says').fill('Who commands whom.');
    await story.getByRole('button', { name: 'Add this view' }).click();
    await story.getByText('Editing step 2 of 2').waitFor();
    await story.getByLabel('What this step says').fill('Once more.');
    await story.getByRole('button', { name: 'Move earlier' }).click();
    await story.getByText('Editing step 1 of 2').waitFor();
    const file = await saved(page, 'Save as file');
    expect(file.name).toMatch(/^军队-and-space-[0-9a-f]{7}\.story\.json$/);
    expect(JSON.parse(file.bytes.toString())).toMatchObject({
      title: '军队 and space',
      steps: [
        { says: 'Once more.' },
        { says: 'Who commands whom.', view: '?lens=command&collection=article' },
      ],
    });
    await story.getByRole('button', { name: 'Done' }).click();
    await page.waitForURL(/story=\./);
    await page.reload();
    await story.getByText('Once more.').waitFor();

    await story.getByRole('button', { name: 'Leave the story' }).click();
    const drop = (text: string, name: string) =>
      page.evaluate(
        ([content, fileName]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content!], fileName!));
          window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
        },
        [text, name],
      );
    await drop('{"asterism": "story", "steps": []}', 'none.json');
    await page
      .getByRole('alert')
      .getByText(/none\.json was not opened\. This story has no steps/)
      .waitFor();
    await drop(file.bytes.toString(), file.name);
    await story.getByText('Once more.').waitFor();
  });
});
