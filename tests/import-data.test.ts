/** Importing as the command does it: into data folders that pass the check. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFolder } from '../src/data/read-folder.js';
import { gcatOntology } from '../src/exchange/gcat-ontology.js';
import { importData } from '../src/import-data.js';
import { Ontology } from '../src/model/ontology.js';
import { small, table } from './exchange/gcat-tables.js';

const root = join(import.meta.dirname, '..');
const scratch = await mkdtemp(join(tmpdir(), 'asterism-import-'));
afterAll(() => rm(scratch, { recursive: true }));

const catalogue = join(scratch, 'gcat');
await mkdir(catalogue);
for (const [name, rows] of Object.entries(small()))
  await writeFile(join(catalogue, `${name}.tsv`), table(name as keyof ReturnType<typeof small>, rows));

const fixtureFolder = join(root, 'tests/golden/graph-files');
const fixtures = (await readdir(fixtureFolder)).filter((name) => name.endsWith('.graphml'));

describe('importData', () => {
  it('makes a folder of a graph file, with slugs for ids and one of repeated relations', async () => {
    const file = join(scratch, 'My Network.csv');
    await writeFile(
      file,
      'source,target,relation,stake\nActe One,军,owns,1\nActe One,军,owns,1\nActe One,军,owns,2\nActe-One,军,owns,\n',
    );
    const out = join(scratch, 'network');
    const report = await importData('csv', file, { out });
    expect(report).toMatchObject({ data: out, entities: 3, relations: 3, sources: 1 });
    expect(report.warnings).toEqual([
      expect.stringMatching(/^Relations that repeat another .* were left out: 1 \(e1\)\.$/),
    ]);
    const { entities, relations, collections } = await readFolder(out);
    expect(collections.map(({ id }) => id)).toEqual(['my-network']);
    expect(entities.map(({ id, identifiers }) => [id, identifiers['original']])).toEqual([
      ['acte-one', 'Acte One'],
      [expect.stringMatching(/^id-[0-9a-f]{6}$/), '军'],
      [expect.stringMatching(/^acte-one-[0-9a-f]{6}$/), 'Acte-One'],
    ]);
    expect(relations.map(({ attributes }) => attributes)).toEqual([{ stake: 1 }, { stake: 2 }, {}]);
  });

  it('makes slugs of all words of a file, and text of an attribute whose values differ in type', async () => {
    const file = join(scratch, 'words.json');
    const edge = (type: string, x: unknown) => ({ source: 'a', target: 'b', attributes: { type, x } });
    const edges = [edge('Works For', 1), edge('Works For', 'two'), edge('Works For', [3]), edge('军', true)];
    await writeFile(file, JSON.stringify({ nodes: [{ key: 'a' }, { key: 'b' }], edges }));
    const out = join(scratch, 'words');
    await importData('graphology', file, { out });
    const { ontology, relations } = await readFolder(out);
    const words = [
      ['works-for', 'Works For'],
      [expect.stringMatching(/^id-[0-9a-f]{6}$/), '军'],
    ];
    expect(ontology.record.types.map(({ id, label }) => [id, label])).toEqual(words);
    expect(ontology.record.families.map(({ id, label }) => [id, label])).toEqual(words);
    expect(relations.map(({ attributes }) => attributes['x'])).toEqual(['1', 'two', ['3'], true]);
  });

  it('tells thousands of names apart of which no letter is left', async () => {
    const file = join(scratch, 'chinese.csv');
    const names = Array.from({ length: 12_000 }, (_, i) => String.fromCodePoint(0x20000 + i));
    await writeFile(file, `source,target\n${names.map((name) => `${name},a`).join('\n')}\n`);
    const { entities } = await importData('csv', file, { out: join(scratch, 'chinese') });
    expect(entities).toBe(12_001);
  });

  it.each(fixtures)('imports the fixture %s', async (name) => {
    const format = name.slice(name.lastIndexOf('.') + 1);
    const out = join(scratch, `fixture-${name}`);
    const { entities } = await importData(format, join(fixtureFolder, name), { out });
    expect((await readFolder(out)).entities).toHaveLength(entities);
  });

  it('makes a folder of the General Catalog, and joins it to a graph as a collection', async () => {
    const out = join(scratch, 'world');
    const { entities } = await importData('gcat', catalogue, { out });
    expect((await readFolder(out)).entities).toHaveLength(entities);

    const identities = join(scratch, 'identities.csv');
    await writeFile(identities, 'table,code,entity,reason\nsites,XSC,gcat-site-xsc,the same\n');
    // The graph holds every entity of the catalogue already, and every relation: nothing is left to add.
    const joined = await importData('gcat', catalogue, { out: join(out, 'again'), identities });
    expect(joined).toMatchObject({ data: out, entities: 0, relations: 0 });
    expect(joined.warnings).toEqual([
      expect.stringContaining('left to the collection that holds them already'),
    ]);
    await writeFile(identities, 'table,code,entity,reason\nsites,XSC,nowhere,the same\n');
    await expect(importData('gcat', catalogue, { out: join(out, 'again'), identities })).rejects.toThrow(
      'identities.csv has one fault: line 2',
    );
  });

  it.each([
    ['xls', 'x.xls', {}, "There is no format 'xls'"],
    ['csv', 'nowhere.csv', {}, 'cannot be read (ENOENT)'],
    ['csv', 'x.csv', { state: 'CN' }, '--state goes with the format gcat only'],
    ['gcat', 'x.csv', {}, 'is no folder'],
    ['gcat', catalogue, { identities: 'i.csv' }, 'let --out be a folder within a data folder'],
  ])('refuses %s %s %j', async (format, input, options, message) => {
    await expect(importData(format, input, { out: join(scratch, 'never'), ...options })).rejects.toThrow(
      message,
    );
  });

  it('refuses a foreign file as a collection of a graph', async () => {
    const file = join(scratch, 'x.csv');
    await writeFile(file, 'source,target\na,b\n');
    await expect(importData('csv', file, { out: join(scratch, 'network', 'more') })).rejects.toThrow(
      'whose words a csv file does not know',
    );
  });
});

describe('the words of the catalogue', () => {
  it('are words of the bundled graph, and mean the same', async () => {
    const { ontology } = await readFolder(join(root, 'graph-data'));
    const { record } = gcatOntology();
    for (const { id, parent } of record.kinds) {
      expect(ontology.kind(id), id).toBeDefined();
      if (parent !== undefined) expect(ontology.isA(id, parent), `${id} is a ${parent}`).toBe(true);
    }
    const own = new Ontology(record);
    for (const type of record.types) {
      const theirs = ontology.type(type.id);
      expect(theirs, type.id).toBeDefined();
      expect([theirs?.label, theirs?.inverse, theirs?.conduit]).toEqual([
        type.label,
        type.inverse,
        type.conduit,
      ]);
      for (const from of record.kinds)
        for (const to of record.kinds)
          if (own.allows(type, from.id, to.id))
            expect(ontology.allows(theirs!, from.id, to.id), `${from.id} ${type.id} ${to.id}`).toBe(true);
    }
    expect(ontology.record.grading.confidence).toEqual(record.grading.confidence);
  });
});

const tables = join(root, '../shared/gcat');
describe.skipIf(!existsSync(tables))('the real catalogue', () => {
  it('imports whole, sound, and about as large as it is', { timeout: 120_000 }, async () => {
    const out = join(scratch, 'real');
    const began = process.cpuUsage();
    const report = await importData('gcat', tables, { out });
    const { user, system } = process.cpuUsage(began);
    expect(report.entities).toBeGreaterThan(36_000);
    expect(report.relations).toBeGreaterThan(100_000);
    expect((user + system) / 1e6, 'seconds of processor time').toBeLessThan(20);
    const left = report.warnings.filter((text) => text.includes('left out') || text.includes('missing'));
    expect(left).toEqual([]);
  });
});
if (!existsSync(tables))
  process.stdout.write(
    'The General Catalog’s tables do not lie beside the clone: its import is not tested.\n',
  );
