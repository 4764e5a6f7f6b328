/** What graph-data/README.md shows people is what the software reads. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ontologySchema } from '../../src/contract/ontology.js';
import {
  collectionSchema,
  entityRecordSchema,
  relationRecordSchema,
  sourceRecordSchema,
} from '../../src/contract/records.js';
import { checkFolder } from '../../src/data/read-folder.js';

const GRAPH_DATA = new URL('../../graph-data/', import.meta.url);
const readme = await readFile(new URL('README.md', GRAPH_DATA), 'utf8');
const ontologyText = await readFile(new URL('ontology.yaml', GRAPH_DATA), 'utf8');
const ontology = ontologySchema.parse(parse(ontologyText));
const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('the examples in the README', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'asterism-readme-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('show every key that a record can have', () => {
    const [sources, entities, relations, collection] = examples.map((text) => parse(text));
    expect(Object.keys(sources.sources[0]).sort()).toEqual(Object.keys(sourceRecordSchema.shape).sort());
    expect(Object.keys(entities.entities[0]).sort()).toEqual(Object.keys(entityRecordSchema.shape).sort());
    expect(Object.keys(relations.relations[0]).sort()).toEqual(
      Object.keys(relationRecordSchema.shape).sort(),
    );
    const claim = relationRecordSchema.shape.claims.element.shape;
    expect(Object.keys(relations.relations[0].claims[0]).sort()).toEqual(Object.keys(claim).sort());
    expect(collectionSchema.partial({ id: true }).safeParse(collection).success).toBe(true);
  });

  it('pass the check, but for what they refer to', async () => {
    await mkdir(join(folder, 'example'));
    await writeFile(join(folder, 'ontology.yaml'), ontologyText.replaceAll(/collection: \[.*?\],? ?/g, ''));
    const names = ['sources', 'entities', 'relations', 'collection'];
    for (const [i, name] of names.entries())
      await writeFile(join(folder, 'example', `${name}.yaml`), examples[i] ?? '');
    const { faults, ...counts } = await checkFolder(folder);
    expect(counts).toEqual({ entities: 1, relations: 1, sources: 1 });
    const others = faults.filter(({ message }) => !/example-agency/.test(message));
    expect(others).toEqual([]);
  });
});

describe('the ontology', () => {
  it('uses the icons that the README lists', () => {
    const list = /In use:([\s\S]*?)\n\n/.exec(readme)?.[1] ?? '';
    const listed = [...list.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name);
    const used = new Set(ontology.kinds.flatMap(({ icon }) => (icon === undefined ? [] : [icon])));
    expect(listed).toEqual([...used].sort());
  });

  it('maps to Wikidata and FollowTheMoney, or says that nothing fits', () => {
    expect(ontology.kinds.filter(({ wikidata }) => !/^(Q\d+|none)$/.test(wikidata))).toEqual([]);
    expect(ontology.types.filter(({ wikidata }) => !/^(\^?P\d+|none)$/.test(wikidata))).toEqual([]);
    const schemata = [...ontology.kinds, ...ontology.types].map(({ ftm }) => ftm);
    expect(schemata.filter((ftm) => !/^([A-Z][A-Za-z]+|none)$/.test(ftm))).toEqual([]);
  });

  it('keeps rivalry and assessment out of paths', () => {
    const standing = ontology.types.filter(({ family }) => family === 'standing');
    expect(standing.length).toBeGreaterThan(0);
    expect(standing.filter(({ conduit }) => conduit)).toEqual([]);
  });

  it('grades a pair no better than either axis, and never a claim that cannot be judged', () => {
    const { confidence } = ontology.grading;
    for (const letter of ['A', 'B', 'C', 'D', 'E'] as const) {
      expect(confidence[letter][5]).toBeNull();
      for (const credibility of [0, 1, 2, 3, 4])
        expect(confidence[letter][credibility]).toBe(
          Math.min(confidence[letter][0]!, confidence.A[credibility]!),
        );
    }
    expect(confidence.F).toEqual([null, null, null, null, null, null]);
  });
});
