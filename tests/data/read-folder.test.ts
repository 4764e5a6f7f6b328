import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import { checkFolder, readFolder } from '../../src/data/read-folder.js';
import { entity, FAULTS, owns, relation } from './faults.js';
import { base, faultsOf, marksIn, ontology, type Texts, withFolder } from './folder.js';

/** Files whose faults concern them as a whole, and so stand at 1:1 without a mark. */
const WHOLE: Record<string, string> = {
  'no UTF-8': 'one/x.yaml:1:1',
  'a collection whose folder is no slug': 'Two X:1:1',
  'a folder without collection.yaml': 'two/collection.yaml:1:1',
  'data outside any collection': 'x.yaml:1:1',
  'a file that would not be read': 'one/x.yml:1:1',
  'bulk under another name': 'one/x.jsonl:1:1',
};

describe('checkFolder', () => {
  it('finds nothing in a sound folder, and counts it', async () => {
    const found = await withFolder({ ...base, 'one/x.yaml': owns() }, checkFolder);
    expect(found).toEqual({ faults: [], entities: 3, relations: 1, sources: 1 });
  });

  it.each(FAULTS)('places %s', async (what, texts, ...messages) => {
    const all = { ...base, ...texts };
    const found = await faultsOf(all);
    const places = WHOLE[what] === undefined ? marksIn(all) : [WHOLE[what]];
    expect(places.length).toBeGreaterThan(0);
    expect(found.map((fault) => /^.*?:\d+:\d+/.exec(fault)?.[0])).toEqual(places);
    for (const [i, message] of messages.entries()) expect(found[i]).toContain(message);
  });

  it('reports all faults of a broken folder at once, sorted, and none that only follows from another', async () => {
    const texts = {
      ...base,
      'ontology.yaml': ontology.replace('parent: actor', 'parent: ▶acter'),
      'one/broken.yaml': 'entities:\n  - { id: lost-in-here, kind: actor, name: A, ▶name: B }\n',
      'one/entities.jsonl': '{"id": "lost-too", ▶kind}\n{"id": "half", "kind": ▶"none-such", "name": ▶3}\n',
      'one/relations.jsonl': [
        relation({ from: 'lost-in-here', to: 'lost-too', type: 'rivals' }),
        relation({ id: 'r2', from: 'half', to: 'acme', type: 'rivals' }),
        relation({ id: 'r3', from: 'dangling', period: '2016-13', status: 'x', claims: [] }).replace(
          /"(dangling|2016-13|x)"|\[\]/g,
          '▶$&',
        ),
      ].join('\n'),
    };
    const found = await withFolder(texts, checkFolder);
    expect(found.faults.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      ...marksIn(texts).filter((place) => place.startsWith('one/')),
      ...marksIn(texts).filter((place) => place.startsWith('ontology')),
    ]);
    expect(found.faults).toHaveLength(9);
    expect(found.relations).toBe(3);
  });

  it('says which folder has no data, and why', async () => {
    const noFolder = { faults: [{ file: '.', line: 1, column: 1, message: 'the folder does not exist' }] };
    expect(await checkFolder(join(import.meta.dirname, 'nowhere'))).toMatchObject(noFolder);
    expect((await checkFolder(import.meta.filename)).faults[0]?.message).toBe(
      'the folder is a file, not a folder',
    );
    expect(await faultsOf({ 'README.md': 'nothing' })).toEqual([
      '.:1:1 there is no collection; make a folder with a collection.yaml in it',
      'ontology.yaml:1:1 is missing; it says which kinds and relation types there are',
    ]);
  });

  it('survives hostile text', async () => {
    const bomb = `a: &a [x, x]\n${'bcdefghi'
      .split('')
      .map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]}, `.repeat(9)}]\n`)
      .join('')}`;
    const deep = '['.repeat(20_000);
    expect(await faultsOf({ ...base, 'one/x.yaml': bomb })).toEqual([
      expect.stringMatching(/^one\/x.yaml:1:1 .*alias/i),
    ]);
    expect(await faultsOf({ ...base, 'one/x.yaml': `entities: ${deep}` })).toContainEqual(
      expect.stringContaining('is nested too deep; flatten it'),
    );
    expect(await faultsOf({ ...base, 'one/entities.jsonl': `{"id": ${deep}` })).toEqual([
      expect.stringMatching(/^one\/entities.jsonl:1:1 is no JSON/),
    ]);
    const nested = `{"id": ${deep}${']'.repeat(20_000)}, "kind": "actor", "name": "A"}`;
    expect(await faultsOf({ ...base, 'one/entities.jsonl': nested })).toEqual([
      'one/entities.jsonl:1:1 expected text, not a list',
    ]);
    expect(
      await faultsOf({
        ...base,
        'one/entities.jsonl': `{"id":"a","kind":"actor","name":"A","__proto__":{"x":1}}`,
      }),
    ).toEqual([expect.stringMatching(/^one\/entities.jsonl:1:37 unknown key __proto__/)]);
    const long = JSON.stringify({ id: 'a', kind: 'actor', name: 'A', summary: 'x'.repeat(17_000_000) });
    expect(await faultsOf({ ...base, 'one/entities.jsonl': long })).toEqual([
      'one/entities.jsonl:1:1 has a line of more than 16 MB',
    ]);
  });
});

describe('readFolder', () => {
  it('reads records of nested YAML and of lines alike, with defaults and collection', async () => {
    const texts = {
      ...base,
      'one/deep/er/more.yaml': entity('formerIds: [old]'),
      'one/README.md': '# Not data: [',
      'one/.hidden.yaml': '[',
      'one/relations.jsonl': `\uFEFF${relation()}\r\n\r\n${relation({ id: 'r2', from: 'acme', type: 'rivals', to: 'boss' })}`,
      'two/collection.yaml': 'id: two\ntitle: Two\nlicence: CC0-1.0\nmaintainer: Us\n',
    };
    const dataset = await withFolder(texts, readFolder);
    expect(dataset.collections.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(dataset.sources.get('gazette')).toMatchObject({
      reliability: 'B',
      authors: [],
      collection: 'one',
    });
    expect(dataset.entities.map(({ id }) => id)).toEqual(['acme', 'boss', 'town', 'extra']);
    expect(dataset.entities[3]).toMatchObject({
      status: 'actual',
      aliases: [],
      formerIds: ['old'],
      collection: 'one',
    });
    expect(dataset.relations).toMatchObject([
      { id: 'r1', status: 'actual', attributes: {}, collection: 'one', claims: [{ stance: 'supports' }] },
      { id: 'r2' },
    ]);
    expect(dataset.ontology.isA('company', 'actor')).toBe(true);
    expect(dataset.revision).toMatch(/^[0-9a-f]{12}$/);
  });

  it('changes its revision with any byte and any name, and with nothing else', async () => {
    const revision = async (texts: Texts) => (await withFolder(texts, readFolder)).revision;
    const one = await revision({ ...base, 'one/x.yaml': owns() });
    expect(await revision({ 'one/x.yaml': owns(), ...base })).toBe(one);
    expect(await revision({ ...base, 'one/x.yaml': `${owns()}# word` })).not.toBe(one);
    expect(await revision({ ...base, 'one/y.yaml': owns() })).not.toBe(one);
    expect(await revision({ ...base, 'one/x.yaml': owns(), 'README.md': 'word' })).toBe(one);
  });

  it('reads lines that lie across pieces of the file', async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `${'军'.repeat(i % 97)}${i}`);
    const lines = names.map((name, i) => JSON.stringify({ id: `e${i}`, kind: 'actor', name }));
    const dataset = await withFolder({ ...base, 'one/entities.jsonl': lines.join('\n') }, readFolder);
    expect(dataset.entities.slice(3).map(({ name }) => name)).toEqual(names);
  });

  it('never serves a folder with a fault', async () => {
    const refused = await withFolder({ ...base, 'one/x.yaml': owns(', period: 2016-13') }, (folder) =>
      readFolder(folder).catch((error: unknown) => error),
    );
    expect(refused).toBeInstanceOf(AppError);
    const { code, message, members } = refused as AppError;
    expect(code).toBe('data-faulty');
    expect(message).toContain('has one fault:\none/x.yaml:2:');
    expect(message).toContain('month 13 does not exist in 2016-13');
    expect(members['faults']).toHaveLength(1);
  });

  it('passes a collection over, though a lens and a relation name what is in it', async () => {
    const texts = {
      ...base,
      'ontology.yaml': ontology.replace('scope: {}', 'scope: { collection: [two] }'),
      'one/x.yaml': owns().replace('acme', 'extra'),
      'two/collection.yaml': 'title: Two\nlicence: CC0-1.0\nmaintainer: Us\n',
      'two/x.yaml': entity('').replace('kind: actor', 'kind: company'),
    };
    const { collections, entities, relations } = await withFolder(texts, (folder) =>
      readFolder(folder, 'two'),
    );
    expect(collections.map(({ id }) => id)).toEqual(['one']);
    expect(entities.map(({ id }) => id)).not.toContain('extra');
    expect(relations.map(({ to }) => to)).toEqual(['extra']);
  });

  it('reads the bundled graph', async () => {
    const { faults } = await checkFolder(join(import.meta.dirname, '../../graph-data'));
    expect(faults).toEqual([]);
  });
});
