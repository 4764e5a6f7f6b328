/**
 * Ten views as pictures, compared with those kept in `pictures/`. After a wanted change: `ASTERISM_KEEP_PICTURES=1 npm test --
 * tests/browser/pictures`, look at each, commit. The article alone is drawn, because its collection
 * does not grow; where its stars stand follows from the whole lens, so that new data may ask for new pictures.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness.js';

const KEPT = join(import.meta.dirname, 'pictures');
/** Share of pixels that may differ: letters and edges are smoothed otherwise from one Chromium to the next. */
const MOST_DIFFERENT = 0.02;

const WIDE = { width: 1100, height: 700 };
const VIEWS: Record<string, { view: string; shows: string | RegExp; light?: true; phone?: true }> = {
  sky: { view: '?collection=article', shows: 'Any time' },
  'sky-light': { view: '?collection=article', shows: 'Any time', light: true },
  'sky-phone': { view: '?collection=article', shows: 'Any time', phone: true },
  entity: {
    view: '?collection=article&select=entity:strategic-support-force',
    shows: /^\d+( of \d+)? relations$/,
  },
  relation: {
    view: '?collection=article&select=relation:china--aims-at--peaceful-use-of-outer-space',
    shows: /^The \d+ claims$/,
    light: true,
  },
  paths: {
    view: '?collection=article&panel=paths&from=argentina&to=pla-aerospace-force&mode=k-shortest&k=3',
    shows: /paths? from Argentina/,
  },
  rankings: {
    view: '?collection=article&panel=rankings&measures=betweenness,pagerank&top=10',
    shows: /entities shown/,
    light: true,
  },
  changes: { view: '?collection=article&panel=changes&since=2015&until=2025', shows: 'Who moved' },
  map: { view: '?collection=article&map=all', shows: /without a place/ },
  table: { view: '?collection=article&panel=table', shows: /entities/i, light: true },
};

describeInBrowser('pictures', ({ open }) => {
  it.each(Object.entries(VIEWS))('looks as it did: %s', async (name, { view, shows, light, phone }) => {
    const page = await open(view, {
      viewport: phone ? { width: 390, height: 844 } : WIDE,
      colorScheme: light ? 'light' : 'dark',
    });
    await page.getByText(shows).first().waitFor();
    if (name === 'map') await page.locator('[data-land="drawn"]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    const png = await page.screenshot({ animations: 'disabled', mask: [page.locator('.header-title')] });
    const file = join(KEPT, `${name}.png`);
    if (process.env['ASTERISM_KEEP_PICTURES'] === '1') writeFileSync(file, png);
    expect(existsSync(file), `${file} is kept`).toBe(true);
    const [kept, seen] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(png)];
    expect([seen.width, seen.height]).toEqual([kept.width, kept.height]);
    const difference = new PNG({ width: kept.width, height: kept.height });
    const pixels = pixelmatch(kept.data, seen.data, difference.data, kept.width, kept.height, {
      threshold: 0.2,
    });
    const share = pixels / (kept.width * kept.height);
    if (share > MOST_DIFFERENT) {
      const folder = mkdtempSync(join(tmpdir(), 'asterism-pictures-'));
      writeFileSync(join(folder, `${name}.png`), png);
      writeFileSync(join(folder, `${name}-difference.png`), PNG.sync.write(difference));
      expect.fail(`${(100 * share).toFixed(1)} % of ${name} differ: see ${folder}`);
    }
  });
});
