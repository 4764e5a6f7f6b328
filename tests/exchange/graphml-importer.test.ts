/** GraphML: declared types, encodings, yEd, nested graphs, faults with their places. */
import { describe, expect, it } from 'vitest';
import { faultOf, graphml, readText, relationLines } from './read-text.js';

describe('GraphML', () => {
  it('reads declared types and keeps whole numbers that a double cannot hold as text', () => {
    const keys = ['boolean', 'long', 'double', 'string']
      .map((type) => `<key id="${type}" for="all" attr.name="${type}s" attr.type="${type}"/>`)
      .join('');
    const data = Object.entries({
      boolean: 'True',
      long: '9007199254740993',
      double: '-1.5E-3',
      string: ' 1 ',
    })
      .map(([key, value]) => `<data key="${key}">${value}</data>`)
      .join('');
    expect(
      readText('x.graphml', graphml(`<node id="a">${data}</node>`, keys)).entities[0]?.attributes,
    ).toEqual({
      booleans: true,
      longs: '9007199254740993',
      doubles: -0.0015,
      strings: ' 1 ',
    });
  });

  it('reads namespaces, CDATA, references and another encoding', () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' +
      '<g:graphml xmlns:g="g"><g:key id="l" for="node" attr.name="label"/><g:graph edgedefault="undirected">' +
      '<g:node id="a"><g:data key="l"><![CDATA[<é>]]>&amp;&#x519b;</g:data></g:node></g:graph></g:graphml>';
    expect(readText('x.graphml', Buffer.from(text, 'latin1')).entities[0]?.name).toBe('<é>&军');
  });

  it('reads what yEd draws as labels, and nested graphs side by side', () => {
    const dataset = readText(
      'x.graphml',
      graphml(
        '<node id="a"><data key="d"><y:ShapeNode xmlns:y="y"><y:NodeLabel>Alpha</y:NodeLabel></y:ShapeNode></data>' +
          '<graph edgedefault="undirected"><data key="d"/><node id="a::b"/><edge source="a" target="a::b"/></graph></node>',
        '<key id="d" for="all" yfiles.type="nodegraphics"/>',
      ),
    );
    expect(dataset.entities.map(({ id, name }) => [id, name]).sort()).toEqual([
      ['a', 'Alpha'],
      ['a::b', 'a::b'],
    ]);
    expect(relationLines(dataset)).toEqual(['e0: a -- a::b linked-with']);
    expect(dataset.warnings).toEqual(['The file nests graphs in nodes; all nodes were read side by side.']);
  });

  it('reports several faults at once, each with its place', () => {
    const key = '<key id="w" for="edge" attr.name="weight" attr.type="double"/>';
    const text = `<graphml>${key}<graph edgedefault="directed">
  <node id="a"/>
  <node id="a"/>
  <edge source="a" target="a">
    <data key="w">NaN</data>
    <data key="x">1</data>
  </edge>
</graph></graphml>`;
    expect(faultOf('x.graphml', text)).toBe(
      'x.graphml:3:3 the node id a is used before; give each node an id of its own (and 2 more)',
    );
    try {
      readText('x.graphml', text);
    } catch (error) {
      expect(error).toMatchObject({
        members: {
          faults: [
            { file: 'x.graphml', line: 3, column: 3 },
            { line: 5, column: 5, message: expect.stringContaining("weight: 'NaN' is not a finite number") },
            { line: 6, column: 5, message: "no <key> declares the key 'x' of this data; declare it" },
          ],
        },
      });
    }
    expect.assertions(2);
  });

  it.each([
    ['<gexf/>', /:1:1 the root element is <gexf>, not <graphml>/],
    [
      '<graphml><graph edgedefault="directed">\n<node id="a">\n</graph></graphml>',
      /:3:\d+ this is no well-formed XML: /,
    ],
    ['<graphml><graph edgedefault="directed"><node/></graph></graphml>', /:1:40 a node has no id/],
    [graphml('<edge source="a"/>'), /the edge has no target; name a node/],
    [graphml('<hyperedge/>'), /hyperedges cannot be read/],
    [graphml('<node id="&e;"/>'), /well-formed XML: undefined entity/],
    [graphml('', '', 'up'), /edgedefault is 'up'; write directed or undirected/],
    [graphml('</graph><graph edgedefault="directed">'), /holds several graphs/],
    [graphml(`<node id="${'x'.repeat(301)}"/>`), /an id of 301 characters; shorten it to 300/],
    [graphml('<node id=""/>'), /the node has an empty id/],
  ])('refuses %s', (text, message) => expect(faultOf('x.graphml', text)).toMatch(message));
});
