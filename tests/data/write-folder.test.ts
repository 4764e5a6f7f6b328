import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFolder, readFolder } from '../../src/data/read-folder.js';
import { writeFolder } from '../../src/data/write-folder.js';
import { owns } from './faults.js';
import { base, type Texts, withFolder } from './folder.js';

const scratch = await mkdtemp(join(tmpdir(), 'asterism-write-'));
afterAll(() => rm(scratch, { recursive: true }));

const everything: Texts = {
  ...base,
  'one/more.yaml': `sources:
  - { id: other, title: 'The Other: "quoted"', authors: [A, B], reliability: F, derivedFrom: unknown, url: 'https://example.org/a' }
entities:
  - id: rich
    kind: company
    name: 军
    names: { zh: 军 }
    formerNames: [{ name: Old, period: 2001/2010 }]
    formerIds: [poor]
    status: planned
    place: { name: Hill, lat: -38.2, lon: 0, precision: site }
    identifiers: { code: [{ value: '1', period: 2001/.. }] }
    attributes: { zero: 0, list: [a, 1], flag: false }
    claims: [{ source: other, locator: p. 1, says: is, credibility: 6, stance: disputes }]
`,
  'one/ties.yaml': owns(', attributes: { stake: 0, listed: false }, period: 2016/.., status: hypothetical'),
  'two/collection.yaml': 'title: Two\nlicence: CC0-1.0\nmaintainer: Us\nattribution: Them\n',
  'two/entities.jsonl': '{"id":"lone","kind":"actor","name":"Lone"}\n',
};

describe('writeFolder', () => {
  it('brings back what was read, in as many collections', async () => {
    const before = await withFolder(everything, readFolder);
    const out = join(scratch, 'round');
    expect(await writeFolder(before, out, false)).toBe(out);
    const after = await readFolder(out);
    expect({ ...after, revision: '', ontology: after.ontology.record }).toEqual({
      ...before,
      revision: '',
      ontology: before.ontology.record,
    });
    // Defaults are the reader's to put in.
    expect(await readFile(join(out, 'two/entities.jsonl'), 'utf8')).toBe(everything['two/entities.jsonl']);
    expect(await readdir(scratch)).toEqual(['round']);
  });

  it('refuses a folder that is not empty, unless it may replace one of the same sort', async () => {
    const dataset = await withFolder(base, readFolder);
    const out = join(scratch, 'taken');
    await mkdir(out);
    await writeFile(join(out, 'diary.txt'), 'mine');
    await expect(writeFolder(dataset, out, false)).rejects.toThrow(
      'is not empty. Give another folder, or --force',
    );
    await expect(writeFolder(dataset, out, true)).rejects.toThrow(
      'holds no ontology.yaml: it is not replaced',
    );
    expect(await readFile(join(out, 'diary.txt'), 'utf8')).toBe('mine');
    await rm(join(out, 'diary.txt'));
    await writeFolder(dataset, out, false);
    await writeFolder({ ...dataset, entities: dataset.entities.slice(1) }, out, true);
    expect((await readFolder(out)).entities).toHaveLength(2);
  });

  it('writes nothing when the folder would have faults, and tells them', async () => {
    const dataset = await withFolder(base, readFolder);
    const broken = { ...dataset, entities: dataset.entities.map((entity) => ({ ...entity, kind: 'none' })) };
    const out = join(scratch, 'broken');
    await expect(writeFolder(broken, out, false)).rejects.toThrow(
      'one/entities.jsonl:1:21 no kind has the id none',
    );
    expect(await readdir(scratch)).not.toContain('broken');
    expect((await readdir(scratch)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('says so where no folder can be made', async () => {
    const data = await withFolder(base, readFolder);
    await expect(writeFolder(data, '/proc/graph', false)).rejects.toMatchObject({
      code: 'usage',
      message: '/proc/graph cannot be written to (ENOENT). Give another folder.',
    });
  });

  it('writes neither where one stands nor within a collection', async () => {
    const data = await withFolder(base, readFolder);
    await expect(writeFolder(data, '.', true)).rejects.toThrow('is where you are');
    const out = join(scratch, 'whole');
    await writeFolder(data, out, false);
    await expect(writeFolder(data, join(out, 'one', 'deep'), false)).rejects.toThrow(
      `lies within a collection of ${out}`,
    );
    expect((await checkFolder(out)).faults).toEqual([]);
  });

  it('adds a collection to a folder, and puts back the former one when the whole would have faults', async () => {
    await withFolder(base, async (folder) => {
      const { ontology, collections } = await readFolder(folder);
      const lone = { ...(await readFolder(folder)).entities[0]!, id: 'lone', collection: 'one' };
      const addition = {
        ontology,
        collections,
        sources: new Map(),
        entities: [lone],
        relations: [],
        revision: '',
      };
      expect(await writeFolder(addition, join(folder, 'extra'), false)).toBe(folder);
      expect(
        (await readFolder(folder)).entities.map(({ id, collection }) => `${collection} ${id}`),
      ).toContain('extra lone');
      expect((await readFolder(folder, 'extra')).entities).toHaveLength(3);

      const clash = { ...addition, entities: [{ ...lone, id: 'acme' }] };
      await expect(writeFolder(clash, join(folder, 'extra'), true)).rejects.toThrow(
        'another entity has the id acme',
      );
      expect((await checkFolder(folder)).faults).toEqual([]);
      expect((await readFolder(folder)).entities.map(({ id }) => id)).toContain('lone');
      expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });
});
