/** GEXF: times, hierarchy, versions, faults. */
import { describe, expect, it } from 'vitest';
import { faultOf, gexf, readText, relationLines } from './read-text.js';

describe('GEXF', () => {
  it('says of a file that is no XML at all that it may be of another format', () => {
    expect(faultOf('x.gexf', 'from,to\na,b\n')).toBe(
      'x.gexf:1:1 the file does not begin as XML does, with <; is this another format than gexf?',
    );
  });

  it.each([
    ['start="2016-01-01" end="2024-04-19"', { period: '2016-01-01/2024-04-19' }],
    ['start="2016"', { period: '2016/' }],
    ['end="2016"', { period: '/2016' }],
    ['start="2016" end="2016"', { period: '2016' }],
    ['start="-Infinity" end="Infinity"', { period: '../..' }],
    ['start="2016-01-01T10:00:00"', { attributes: { start: '2016-01-01T10:00:00' } }],
    ['start="2024" end="2016"', { attributes: { start: '2024', end: '2016' } }],
    ['start="1.5" end="3"', { attributes: { start: '1.5', end: '3' } }],
  ])('%s', (times, expected) => {
    const { entities } = readText('x.gexf', gexf(`<node id="a" ${times}/>`));
    const { period, attributes } = entities[0]!;
    expect(period === undefined ? { attributes } : { period }).toEqual(expected);
  });

  it('does not take numbers for years where the file says they are numbers', () => {
    const options = 'defaultedgetype="undirected" mode="dynamic" timeformat="double"';
    expect(
      readText('x.gexf', gexf('<node id="a" start="2016"/>', '', '', options)).entities[0],
    ).toMatchObject({
      attributes: { start: '2016' },
    });
  });

  it('keeps several spells and values in time as lists', () => {
    const dataset = readText(
      'x.gexf',
      gexf(
        '<node id="a"><attvalues><attvalue for="0" value="1" end="2010"/><attvalue for="0" value="2"/></attvalues>' +
          '<spells><spell start="2001" end="2003"/><spell start="2005"/></spells></node>',
        '',
        '<attributes class="node" mode="dynamic"><attribute id="0" title="size" type="integer"/></attributes>',
      ),
    );
    expect(dataset.entities[0]?.attributes).toEqual({ size: [1, 2], spells: ['2001/2003', '2005/'] });
    expect(dataset.warnings).toEqual([
      expect.stringContaining('change in time'),
      expect.stringContaining('several spells'),
    ]);
  });

  it('reads nested nodes, mutual edges and version 1.1', () => {
    const dataset = readText(
      'x.gexf',
      gexf(
        '<node id="a"><attvalues><attvalue id="c" value="yes"/></attvalues><nodes><node id="b"/></nodes></node>',
        '<edge source="a" target="b" type="mutual" weight="0"/>',
        '<attributes class="node"><attribute id="c" title="c" type="string"/></attributes>',
      ),
    );
    expect(dataset.entities.map(({ id, attributes }) => [id, attributes]).sort()).toEqual([
      ['a', { c: 'yes' }],
      ['b', {}],
    ]);
    expect(relationLines(dataset)).toEqual(['e0: a -- b linked-with']);
    expect(dataset.relations[0]?.attributes).toEqual({ weight: 0 });
  });

  it.each([
    [gexf('<node id="a"/>', '<edge source="a"/>'), /the edge has no target/],
    [
      gexf('<node id="a"/>', '<edge source="a" target="a" type="sideways"/>'),
      /the edge's type is 'sideways'/,
    ],
    [
      gexf('<node id="a"/>', '<edge source="a" target="a" weight="NaN"/>'),
      /weight: 'NaN' is not a finite number/,
    ],
    [
      gexf('<node id="a"><attvalues><attvalue for="7" value="x"/></attvalues></node>'),
      /no <attribute> declares '7'/,
    ],
    [gexf('<node id="a"/><node id="a"/>'), /the node id a is used before/],
  ])('refuses %s', (text, message) => expect(faultOf('x.gexf', text)).toMatch(message));
});
