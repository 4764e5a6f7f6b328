import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskCache } from '../../src/cache/disk-cache.js';
import { readCachedFolder } from '../../src/data/read-cached-folder.js';
import { readFolder } from '../../src/data/read-folder.js';
import { base, withFolder } from './folder.js';

let kept: string;
beforeEach(() => {
  kept = mkdtempSync(join(tmpdir(), 'asterism-kept-'));
});
afterEach(() => rmSync(kept, { recursive: true }));

const relation = `relations:
  - id: boss--owns--acme
    from: boss
    type: owns
    to: acme
    claims: [{ source: gazette, locator: '1', says: bought it, credibility: 2 }]
`;

describe('readCachedFolder', () => {
  it('gives what the reader gives, the first time and from then on', () =>
    withFolder({ ...base, 'one/ties.yaml': relation }, async (folder) => {
      const read = await readFolder(folder);
      const cache = new DiskCache(kept);
      expect(await readCachedFolder(folder, cache, 'b')).toEqual(read);
      expect(readdirSync(kept)).toHaveLength(1);
      const again = await readCachedFolder(folder, cache, 'b');
      expect(again).toEqual(read);
      expect(again.ontology.constructor).toBe(read.ontology.constructor);
      expect(await readCachedFolder(folder, undefined, 'b')).toEqual(read);
    }));

  it('sees every change: of a file, of its name, of what lies beside it, of the build', () =>
    withFolder(base, async (folder) => {
      const cache = new DiskCache(kept);
      const { revision } = await readCachedFolder(folder, cache, 'b');
      writeFileSync(join(folder, 'one', 'ties.yaml'), relation);
      const grown = await readCachedFolder(folder, cache, 'b');
      expect(grown.revision).not.toBe(revision);
      expect(grown.relations).toHaveLength(1);
      await readCachedFolder(folder, cache, 'c');
      expect(readdirSync(kept)).toHaveLength(3);
      writeFileSync(join(folder, 'one', 'stray.yml'), 'entities: []\n');
      await expect(readCachedFolder(folder, cache, 'b')).rejects.toMatchObject({ code: 'data-faulty' });
    }));

  it('keeps nothing of a faulty folder', () =>
    withFolder({ ...base, 'one/ties.yaml': relation.replace('gazette', 'nobody') }, async (folder) => {
      const cache = new DiskCache(kept);
      for (let i = 0; i < 2; i++)
        await expect(readCachedFolder(folder, cache, 'b')).rejects.toMatchObject({ code: 'data-faulty' });
      await expect(readCachedFolder(join(folder, 'nowhere'), cache, 'b')).rejects.toMatchObject({
        code: 'data-faulty',
      });
      expect(readdirSync(kept)).toEqual([]);
    }));

  it('reads again when what was kept is damaged', () =>
    withFolder(base, async (folder) => {
      const cache = new DiskCache(kept);
      const read = await readCachedFolder(folder, cache, 'b');
      const path = join(kept, readdirSync(kept)[0]!);
      writeFileSync(path, readFileSync(path).fill(7, 40, 60));
      expect(await readCachedFolder(folder, cache, 'b')).toEqual(read);
    }));
});
