/** GML: texts, lists, faults. */
import { describe, expect, it } from 'vitest';
import { faultOf, readText } from './read-text.js';

describe('GML', () => {
  it('reads labels, entities, lists, nested keys and comments', () => {
    const { entities, relations } = readText(
      'x.gml',
      `# made by hand
Creator "x" Version 1
graph [ label "g"
  node [ id 1 label "J&uuml; &#20891;&quot;" tag "a" tag "b" graphics [ x 1 ] geo [ lat -1.5E1 ] ]
  node [ id 12345678901234567890 ]
  edge [ source 1 target 12345678901234567890 weight +.5 label "likes" ] ]`,
    );
    expect(entities).toMatchObject([
      { id: '1', name: 'J&uuml; 军"', attributes: { tag: ['a', 'b'], 'geo.lat': -15 } },
      { id: '12345678901234567890', name: '12345678901234567890' },
    ]);
    expect(relations).toMatchObject([
      { type: 'likes', to: '12345678901234567890', attributes: { weight: 0.5 } },
    ]);
  });

  it.each([
    ['graph [ node [ id 1 ]', /^x.gml:1:22 the file ends in the middle of a list/],
    ['graph [\n node [ id NAN ] ]', /^x.gml:2:12 'NAN' is no finite number; put text in quotes/],
    ['graph [\n node [ label "a ] ]', /^x.gml:2:15 this text has no end/],
    ['graph [ node [ label "a" ]\n node [ ] ]', /^x.gml:1:9 the node has no id.*and 1 more/],
    ['graph [ node [ id 1 ]\nedge [ source 1 ] ]', /^x.gml:2:1 the edge has no target/],
    ['graph [ ] ]', /^x.gml:1:11 this bracket closes nothing/],
    ['graph [ node 1 ]', /^x.gml:1:9 node has no list/],
    ['Creator "x"', /^x.gml:1:1 there is no `graph/],
    [`graph ${'[ a '.repeat(5000)}`, /nested more than 100 deep/],
  ])('refuses %j', (text, message) => expect(faultOf('x.gml', text)).toMatch(message));
});
