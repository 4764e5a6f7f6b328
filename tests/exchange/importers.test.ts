/** What all importers share: sound records, names, kinds, types, directions; and what each refuses. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ontologySchema } from '../../src/contract/ontology.js';
import { entitySchema, relationSchema } from '../../src/contract/records.js';
import { importerFor, importers } from '../../src/exchange/importers.js';
import { ontologyFaults } from '../../src/model/ontology.js';
import { faultOf, gexf, graphml, readText, relationLines } from './read-text.js';

describe('every importer', () => {
  const samples: Record<string, string> = {
    graphml: graphml('<node id="a"/><node id="b"/><edge source="a" target="b"/>'),
    gexf: gexf('<node id="a"/><node id="b"/>', '<edge source="a" target="b"/>'),
    csv: 'from,to\na,b\n',
    gml: 'graph [ directed 1 node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]',
    pajek: '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2\n',
    ftm: '{"id":"a","schema":"Person","properties":{"name":["a"]}}\n{"id":"b","schema":"Person","properties":{}}\n{"id":"e0","schema":"UnknownLink","properties":{"subject":["a"],"object":["b"],"role":["linked-to"]}}\n',
    neo4j:
      '{"type":"node","id":"a"}\n{"type":"node","id":"b"}\n{"type":"relationship","start":{"id":"a"},"end":{"id":"b"}}\n',
    jsonld: '{"@graph":[{"@id":"a","linked-to":{"@id":"b"}},{"@id":"b"}]}',
    graphology: '{"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"source":"a","target":"b"}]}',
  };

  it.each([...importers])('%s: makes sound records with one shared claim of grade F6', (id, importer) => {
    const name = `sample${importer.extensions[0]}`;
    const dataset = readText(name, samples[id]!);
    const { ontology, relations, entities, sources, collections, revision } = dataset;
    for (const entity of entities) expect(entitySchema.parse(entity)).toEqual(entity);
    for (const relation of relations) expect(relationSchema.parse(relation)).toEqual(relation);
    expect(ontologySchema.parse(ontology.record)).toEqual(ontology.record);
    expect(ontologyFaults(ontology.record)).toEqual([]);
    expect(relations).toHaveLength(1);
    expect(relations[0]).toMatchObject({ id: 'e0', type: 'linked-to', attributes: {} });
    expect(relations[0]?.claims).toEqual([
      {
        source: 'file',
        locator: 'whole file',
        says: 'The file lists this relation.',
        stance: 'supports',
        credibility: 6,
      },
    ]);
    expect(sources.get('file')).toMatchObject({ title: name, reliability: 'F' });
    expect(collections).toMatchObject([{ id: 'file', title: name }]);
    expect(ontology.record.grading.confidence.F[5]).toBeNull();
    expect(ontology.record).toMatchObject({ defaultDirection: 'out', defaultLens: 'everything' });
    expect(revision).toBe(createHash('sha256').update(samples[id]!).digest('hex').slice(0, 12));
    expect(dataset).not.toHaveProperty('warnings');
  });

  it.each([...importers])(
    '%s: refuses what is empty, binary, compressed or of another format',
    (_, { extensions }) => {
      const name = `x${extensions[0]}`;
      expect(faultOf(name, '')).toBe(`${name}:1:1 the file is empty; give one with nodes and edges`);
      expect(faultOf(name, Uint8Array.of(0x89, 0x50, 0, 0))).toContain(`${name}:1:1 the file is binary`);
      expect(faultOf(name, Uint8Array.of(0x1f, 0x8b, 8, 0))).toContain('is compressed; unpack it first');
      expect(faultOf(name, '<svg xmlns="x"><g/></svg>')).toMatch(/^x\.[\w.]+:1:1 /);
      expect(faultOf(name, Uint8Array.of(0x61, 0x2c, 0x81, 0x62))).toMatch(
        /^x\.[\w.]+:1:\d+ .*save it as UTF-8$/,
      );
    },
  );

  it('is found by the ending of a name, whatever its case', () => {
    expect(importerFor('/tmp/A.GraphML').id).toBe('graphml');
    expect(importerFor('x.tsv').id).toBe('csv');
    expect(importerFor('x.json').id).toBe('graphology');
    expect(importerFor('x.ftm.json').id).toBe('ftm');
    expect(() => importerFor('x.docx')).toThrow(/No importer reads x\.docx\. .*GEXF \(\.gexf\)/);
  });

  it('shares one list of claims among all relations', () => {
    const { relations } = readText('x.csv', 'from,to\na,b\nb,c\n');
    expect(relations[0]?.claims).toBe(relations[1]?.claims);
    expect(Object.isFrozen(relations[0]?.claims)).toBe(true);
  });
});

describe('meaning', () => {
  const keys =
    '<key id="k" for="node" attr.name="Kind" attr.type="string"/><key id="n" for="node" attr.name="name" attr.type="string"/>' +
    '<key id="l" for="edge" attr.name="label" attr.type="string"/><key id="w" for="edge" attr.name="weight" attr.type="double"/>';

  it('takes names and kinds, and falls back to id and thing', () => {
    const { entities, ontology } = readText(
      'x.graphml',
      graphml(
        '<node id="a"><data key="k"> unit </data><data key="n">Alpha</data></node><node id="b"/>',
        keys,
      ),
    );
    expect(entities.map(({ name, kind, attributes }) => [name, kind, attributes])).toEqual([
      ['Alpha', 'unit', {}],
      ['b', 'thing', {}],
    ]);
    expect(ontology.record.kinds.map(({ id }) => id)).toEqual(['thing', 'unit']);
  });

  it('keeps a type that edges with and without direction share apart, parallels and loops included', () => {
    const dataset = readText(
      'x.graphml',
      graphml(
        '<node id="a"/><node id="b"/>' +
          '<edge source="a" target="b"><data key="l">likes</data><data key="w">0</data></edge>' +
          '<edge source="a" target="b"><data key="l">likes</data></edge>' +
          '<edge source="b" target="b" directed="false"><data key="l">likes</data></edge>' +
          '<edge id="own" source="b" target="a" directed="false"/>',
        keys,
      ),
    );
    expect(relationLines(dataset)).toEqual([
      'e0: a -> b likes',
      'e1: a -> b likes',
      'e2: b -- b likes-undirected',
      'own: b -- a linked-with',
    ]);
    expect(dataset.relations[0]?.attributes).toEqual({ weight: 0 });
    expect(dataset.ontology.type('likes')?.attributes).toEqual({ weight: { type: 'number' } });
    expect(dataset.ontology.record.defaultDirection).toBe('any');
  });

  it('tells its own default types from types that a file calls the same', () => {
    const rows = ['a,b,linked-with,Directed', 'a,b,,Undirected', 'a,b,linked-to,Undirected', 'a,b,,Directed'];
    expect(relationLines(readText('x.csv', ['from,to,relation,type', ...rows].join('\n')))).toEqual([
      'e0: a -> b linked-with',
      'e1: a -- b linked-with-undirected',
      'e2: a -- b linked-to-undirected',
      'e3: a -> b linked-to',
    ]);
  });

  it('gives new ids where they repeat, and says so', () => {
    const edges = ['e1', 'x', 'x'].map((id) => `<edge id="${id}" source="a" target="a"/>`).join('');
    const dataset = readText('x.graphml', graphml(`<node id="a"/>${edges}<edge source="a" target="a"/>`));
    expect(dataset.relations.map(({ id }) => id)).toEqual(['e1', 'x', 'e0', 'e2']);
    expect(dataset.warnings).toEqual(['Edges that repeat the id of another were given new ones: 1.']);
  });

  it('does not take a thousand different labels for types', () => {
    const rows = Array.from({ length: 201 }, (_, i) => `a,b,label ${i}`);
    const dataset = readText('x.csv', ['from,to,Label', ...rows].join('\n'));
    expect(dataset.relations[7]).toMatchObject({ type: 'linked-to', attributes: { Label: 'label 7' } });
    expect(dataset.warnings?.[0]).toContain('more than 200 labels of edges');
    expect(
      readText('x.csv', ['from,to,Label', ...rows.slice(1)].join('\n')).ontology.record.types,
    ).toHaveLength(200);
  });

  it.each([
    ['graphml', (keys: string, nodes: string) => graphml(nodes, keys), 'key for="node" attr.name'],
    [
      'gexf',
      (keys: string, nodes: string) => gexf(nodes, '', `<attributes class="node">${keys}</attributes>`),
      'attribute title',
    ],
  ])('%s: many declared attributes cost little where few have a default', (format, file, declare) => {
    const many = Array.from({ length: 20_000 }, (_, i) => i);
    const keys = many.map((i) => `<${declare}="k${i}" id="k${i}"/>`).join('');
    const last = `<${declare}="last" id="last"><default>x</default></${declare.split(' ')[0]}>`;
    const began = performance.now();
    const { entities } = readText(
      `x.${format}`,
      file(keys + last, many.map((i) => `<node id="${i}"/>`).join('')),
    );
    expect(entities.at(-1)?.attributes).toEqual({ last: 'x' });
    // Seconds where each node looks at each attribute.
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('survives names that objects have of themselves', () => {
    const { relations } = readText(
      'x.csv',
      'from,to,constructor,toString,relation\nhasOwnProperty,__proto__,1,x,valueOf',
    );
    expect(relations).toMatchObject([{ from: 'hasOwnProperty', to: '__proto__', type: 'valueOf' }]);
    expect(Object.entries(relations[0]!.attributes)).toEqual([
      ['constructor', 1],
      ['toString', 'x'],
    ]);
    const record = { id: 'a', schema: 'Person', properties: { constructor: ['x'] } };
    expect(readText('x.ftm', JSON.stringify(record)).entities[0]?.attributes).toEqual({ constructor: 'x' });
    expect(readText('x.gml', 'graph [ node [ id 1 label "&constructor;" ] ]').entities[0]?.name).toBe(
      '&constructor;',
    );
    expect(faultOf('x.csv', 'from,to,__proto__\na,b,c')).toContain(
      'x.csv:2:1 an attribute cannot be called __proto__',
    );
  });
});
