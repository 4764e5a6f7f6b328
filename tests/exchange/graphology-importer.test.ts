/** graphology JSON: directions, values, faults. */
import { describe, expect, it } from 'vitest';
import { faultOf, readText, relationLines } from './read-text.js';

describe('graphology JSON', () => {
  it('reads directions, null, lists and objects', () => {
    const dataset = readText(
      'x.json',
      JSON.stringify({
        options: { type: 'mixed' },
        nodes: [
          { key: 1, attributes: { label: 'One', none: null, list: ['a', 1], deep: { x: [true] } } },
          { key: 'b' },
        ],
        edges: [
          { key: 'k', source: '1', target: 'b', undirected: true, attributes: { weight: 0 } },
          { source: 1, target: 'b' },
        ],
      }),
    );
    expect(dataset.entities[0]).toMatchObject({ id: '1', name: 'One' });
    expect(dataset.entities[0]?.attributes).toEqual({ list: ['a', 1], deep: '{"x":[true]}' });
    expect(relationLines(dataset)).toEqual(['k: 1 -- b linked-with', 'e0: 1 -> b linked-to']);
  });

  it('takes the very name of a field before one in other letters', () => {
    const node = (attributes: object) => JSON.stringify({ nodes: [{ key: 'a', attributes }], edges: [] });
    for (const attributes of [
      { label: 'A', Label: 'B' },
      { Label: 'B', label: 'A' },
    ])
      expect(readText('x.json', node(attributes)).entities[0]).toMatchObject({
        name: 'A',
        attributes: { Label: 'B' },
      });
  });

  it.each([
    ['{"nodes": [{"key": "a"},\n{"key": nope}, {"key": "c"}]}', /^x.json:2:10 this is no well-formed JSON/],
    [
      '{"nodes": [],\n "edges": [{"source": "[,\\"", "target": "b"}, 7, [{}]]}',
      /^x.json:2:47 the edge has .*and 1 more/,
    ],
    ['{"nodes": [', /^x.json:1:\d+ this is no well-formed JSON: unexpected end/i],
    ['[]', /this is no graphology graph/],
    ['{"nodes": [{"key":"a"},\n {"key":"a"}], "edges": []}', /^x.json:2:2 the node id a is used before/],
    ['{"nodes": [{"key":" "}], "edges": []}', /^x.json:1:12 the node has an empty id/],
    ['{"nodes": [],\n "edges": [ {"source": "a"}]}', /^x.json:2:13 the edge has no target/],
    ['{"nodes": [{"key":"a","attributes":7}], "edges": []}', /^x.json:1:12 the attributes are no object/],
    [
      `{"nodes": [{"key":"a","attributes":{"x":${'['.repeat(1e5)}${']'.repeat(1e5)}}}], "edges": []}`,
      /x: it is nested too deep/,
    ],
  ])('refuses %.60j', (text, message) => expect(faultOf('x.json', text)).toMatch(message));
});
