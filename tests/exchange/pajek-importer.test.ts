/** Pajek: sections, relations, faults. */
import { describe, expect, it } from 'vitest';
import { faultOf, readText, relationLines } from './read-text.js';

describe('Pajek', () => {
  it('reads arcs, edges, their lists, relations, values and labels', () => {
    const dataset = readText(
      'x.net',
      `% a comment
*Network test
*Vertices 4
1 "Alpha beta" 0.1 0.2 0.5 ic Red
3 gamma
*Arcs :1 "likes"
1 2 2.5 c Blue [1-5]
*Edges
2 3 1 l "knows"
*Arcslist
1 3 4
*Edgeslist
4 2
`,
    );
    expect(dataset.entities.map(({ id, name }) => `${id} ${name}`)).toEqual([
      '1 Alpha beta',
      '3 gamma',
      '2 2',
      '4 4',
    ]);
    expect(relationLines(dataset)).toEqual([
      'e0: 1 -> 2 likes',
      'e1: 2 -- 3 knows',
      'e2: 1 -> 3 linked-to',
      'e3: 1 -> 4 linked-to',
      'e4: 4 -- 2 linked-with',
    ]);
    expect(dataset.relations[0]?.attributes).toEqual({ time: '[1-5]', weight: 2.5 });
  });

  it.each([
    ['1 2\n', /^x.net:1:1 the file does not begin with a section/],
    ['*Vertices many\n', /^x.net:1:1 \*Vertices wants their number, 1000000 at most, not 'many'/],
    ['*Vertices 99999999999\n', /1000000 at most/],
    ['*Vertices 1\n 2 "b"\n', /^x.net:2:2 '2' is no vertex from 1 to 1/],
    ['*Vertices 2\n*Arcs\n1\n', /^x.net:3:1 the line names one vertex/],
    ['*Vertices 2\n*Arcs\n1 b\n', /'b' is no number of a vertex/],
    ['*Vertices 2\n*Arcs\n1 2 1e999\n', /'1e999' is not a finite number/],
    ['*Vertices 2\n*Matrix\n0 1\n', /^x.net:2:1 the section \*Matrix cannot be read/],
  ])('refuses %j', (text, message) => expect(faultOf('x.net', text)).toMatch(message));
});
