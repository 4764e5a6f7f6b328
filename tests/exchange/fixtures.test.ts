/** Files that others' software wrote: counts as NetworkX has them, or as their text says where NetworkX refuses them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/contract/errors.js';
import { importerFor } from '../../src/exchange/importers.js';
import { relationLines } from './read-text.js';

const folder = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));
const golden = JSON.parse(
  readFileSync(new URL('../golden/exchange-fixtures.json', import.meta.url), 'utf8'),
) as {
  files: Record<
    string,
    { nodes: number; edges: number; directed: boolean; degreeSquares: number; weight: number }
  >;
};
const read = (name: string) => importerFor(name).read(readFileSync(folder + name), name);

describe.skipIf(!existsSync(folder))('fixtures (skipped without ../shared/fixtures)', () => {
  it.each(Object.entries(golden.files))('%s is what NetworkX reads', (name, expected) => {
    const { entities, relations, ontology } = read(name);
    const degrees = new Map<string, number>();
    for (const { from, to } of relations)
      for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    expect({
      nodes: entities.length,
      edges: relations.length,
      directed: ontology.record.defaultDirection === 'out',
      degreeSquares: [...degrees.values()].reduce((sum, degree) => sum + degree * degree, 0),
      weight: relations.reduce((sum, { attributes }) => sum + ((attributes['weight'] as number) ?? 0), 0),
    }).toEqual(expected);
    expect(Object.keys(golden.files)).toHaveLength(6);
  });

  it('keeps both directions of a mixed GEXF apart', () => {
    const dataset = read('graphology_mixed_directions.gexf');
    expect(relationLines(dataset)).toEqual([
      '1: 1 -> 2 linked-to',
      '2: 2 -> 3 Nice edge',
      '3: 3 -- 1 linked-with',
    ]);
    expect(dataset.relations[1]?.attributes).toEqual({ weight: 4.56 });
    expect(dataset.ontology.record.defaultDirection).toBe('any');
    expect(dataset.entities.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  });

  it('keeps parallel edges and directions of a mixed GraphML', () => {
    const dataset = read('graphology_mixed_multigraph.graphml');
    expect(relationLines(dataset)).toEqual([
      'e0: n0 -- n2 linked-with',
      'e1: n0 -- n1 linked-with',
      'e2: n1 -- n3 linked-with',
      'e3: n3 -> n2 linked-to',
      'e4: n2 -- n4 linked-with',
      'e7: n2 -- n4 linked-with',
      'e5: n3 -- n5 linked-with',
      'e6: n5 -> n4 linked-to',
    ]);
    // The key's default reaches the nodes that say nothing.
    expect(dataset.entities.map(({ attributes }) => attributes['color'])).toEqual([
      'green',
      'yellow',
      'blue',
      'red',
      'yellow',
      'turquoise',
    ]);
  });

  it('reads the lists of GEXF 1.3 in all their spellings', () => {
    const { entities, relations } = read('graphology_v1_3.gexf');
    expect(entities[0]?.attributes).toEqual({
      pipe: ['a', 'b', 'c'],
      comma: ['a', 'b', 'c'],
      raw: ['a', 'b', 'c'],
      single: ['a', "'b'", 'c'],
      double: ['a', 'b', 'c'],
      mixed: ['a', 'b', 'c'],
      booleans: ['true', 'false', 'false'],
      numbers: [1, 1.5, 2],
    });
    expect(relations).toMatchObject([{ id: 'e0', from: 'John', to: 'Suzy', type: 'likes' }]);
  });

  it('reads lists and defaults of GEXF 1.2', () => {
    expect(read('graphology_liststring.gexf').entities.map(({ attributes }) => attributes)).toEqual([
      { types: ['cooking', 'money'], indegree: 1, frog: true },
      { types: ['money'], indegree: 2, frog: true },
      { types: ['cooking', 'wines'], indegree: 1, frog: true },
      { types: ['wines', 'idea', 'cooking'], indegree: 1, frog: false },
    ]);
  });

  it.each([
    ['graphology_missing_nodes.gexf', 4, '2, 4, 5, 6'],
    ['graphology_missing_nodes.graphml', 36, '9306289, 9403383, 9404270, 9405326, 9204228, …'],
  ])('%s: makes the missing nodes and says so', (name, missing, some) => {
    expect(read(name).warnings).toEqual([
      `Edges name nodes that the file does not declare (${missing}: ${some}); an entity was made for each.`,
    ]);
  });

  it('refuses a CSV that is no list of edges', () => {
    expect(() => read('aleph_experts.csv')).toThrow(
      /^aleph_experts.csv:1:1 the header \(member_type, name, .*\) does not name both ends/,
    );
  });

  it('names the formats there are for a file of none of them', () => {
    expect(() => importerFor('aleph_royal-family.vis')).toThrow(/No importer reads .*GraphML \(\.graphml\)/);
  });

  it('reads entities of FollowTheMoney, a line each', () => {
    const { entities } = read('aleph_samples.ijson');
    const count = (of: string) => entities.filter(({ kind }) => kind === of).length;
    expect([entities.length, count('Table'), count('Person')]).toEqual([21, 5, 2]);
  });

  it.each([
    ...Object.keys(golden.files),
    'graphology_v1_3.gexf',
    'graphology_mixed_multigraph.graphml',
    'aleph_experts.csv',
  ])('%s: cut off or damaged anywhere, it throws nothing but AppError', (name) => {
    const bytes = readFileSync(folder + name);
    const attempt = (damaged: Uint8Array) => {
      try {
        importerFor(name).read(damaged, name);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect((error as AppError).message).toMatch(/^\S+:\d+:\d+ ./);
      }
    };
    const step = Math.max(1, Math.floor(bytes.length / 150));
    for (let at = 0; at < bytes.length; at += step) {
      attempt(bytes.subarray(0, at));
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (at * 31) % 256;
      attempt(damaged);
    }
  });
});
