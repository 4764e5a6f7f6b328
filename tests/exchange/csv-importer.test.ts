/** CSV: headers, delimiters, encodings, types of columns, faults. */
import { describe, expect, it } from 'vitest';
import { faultOf, readText, relationLines } from './read-text.js';

describe('CSV', () => {
  it("reads Gephi's header, with directions and an empty weight", () => {
    const dataset = readText(
      'x.csv',
      'Source,Target,Type,Id,Label,Weight\r\na,b,Directed,7,,2.5\r\nb,a,Undirected,8,likes,\r\n',
    );
    expect(relationLines(dataset)).toEqual(['7: a -> b linked-to', '8: b -- a likes']);
    expect(dataset.relations.map(({ attributes }) => attributes)).toEqual([{ Weight: 2.5 }, {}]);
  });

  it.each([
    ['semicolons', 'FROM;TO;note\na;b;"x, y"\n'],
    ['tabs', 'From\tTo\tnote\na\tb\t"x, y"\n'],
    ['UTF-8 with byte order mark', '\ufefffrom,to,note\r\na,b,"x, y"\r\n'],
    ['a column of another meaning', 'source,from,to,note\n,a,b,"x, y"\n'],
    ['a first line that names the delimiter', 'sep=|\r\nfrom|to|note\r\na|b|x, y\r\n'],
    ['blank lines and spaces', 'from , to,note\n\n a , b,"x, y"\n\n'],
    ['lines that end in two ways', 'from,to,note\na,b,"x, y"\r\n'],
    ['lines that end in two ways, unquoted', 'from\tto\tnote\na\tb\tx, y\r\n'],
    ['rows of empty cells', 'from,to,note\n,,\na,b,"x, y"\n, ,\n'],
  ])('%s', (_, text) => {
    expect(readText('x.csv', text).relations).toMatchObject([
      { from: 'a', to: 'b', attributes: { note: 'x, y' } },
    ]);
  });

  it.each([
    ['Windows-1252', [0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e], 'München'],
    ['GB 18030', [0xbe, 0xfc, 0xca, 0xc2], '军事'],
  ])('reads %s, and says so', (name, bytes, place) => {
    const { entities, warnings } = readText(
      'x.csv',
      Buffer.concat([Buffer.from('from,to\n'), Buffer.from(bytes), Buffer.from(',b\n')]),
    );
    expect(entities[0]!.name).toBe(place);
    expect(warnings).toEqual([expect.stringContaining(`read as ${name}`)]);
  });

  it('takes a column that plainly says when for the date, all or none, and says which', () => {
    const periods = (text: string) => {
      const { relations, warnings } = readText('x.csv', text);
      return [relations.map(({ period }) => period), warnings?.join(' ')];
    };
    expect(periods('source,target,Year\na,b,2015\nb,c,\n')).toEqual([
      ['2015', undefined],
      expect.stringContaining('Year is read as dates of 1 of 2 relations'),
    ]);
    expect(periods('source,target,Start_Date,End_Date\na,b,2001,2003-04\nb,c,2004,\n')[0]).toEqual([
      '2001/2003-04',
      '2004/',
    ]);
    expect(periods('source,target,year\na,b,2015\nb,c,ca. 2016\n')).toEqual([
      [undefined, undefined],
      expect.stringMatching(/year is not read as dates .* 1 of 2 values are none, such as “ca\. 2016”/),
    ]);
    expect(periods('source,target,year\na,b,7\n')[0]).toEqual([undefined]);
    // A file's own periods are kept.
    expect(periods('source,target,period,year\na,b,2015,2016\nb,c,,2017\n')).toEqual([
      ['2015', undefined],
      undefined,
    ]);
  });

  it('reads UTF-16, as spreadsheets write it', () => {
    const bytes = Buffer.from('\ufefffrom\tto\n军事\tb', 'utf16le');
    expect(readText('x.csv', bytes).entities.map(({ name }) => name)).toEqual(['军事', 'b']);
  });

  it('takes a column for numbers only when no cell would lose by it', () => {
    const { relations } = readText(
      'x.csv',
      'from,to,n,code,big,flag\na,b,-1.5e3,007,9007199254740993,true\nb,c,0,8,1,false\n',
    );
    expect(relations.map(({ attributes }) => attributes)).toEqual([
      { n: -1500, code: '007', big: '9007199254740993', flag: true },
      { n: 0, code: '8', big: '1', flag: false },
    ]);
  });

  it('reads a type beside directions, names and kinds of ends', () => {
    const dataset = readText(
      'x.csv',
      'from,to,type,source_name,target_kind\na,b,owns,Alpha,firm\na,c,mutual,,\n',
    );
    expect(relationLines(dataset)).toEqual(['e0: a -> b owns', 'e1: a -- c linked-with']);
    expect(dataset.entities.map(({ name, kind }) => [name, kind])).toEqual([
      ['Alpha', 'thing'],
      ['b', 'firm'],
      ['c', 'thing'],
    ]);
  });

  it.each([
    [
      'id,label\n1,x',
      /^x.csv:1:1 the header \(id, label\) does not name both ends .* A table of nodes cannot be read$/,
    ],
    ['from,to\na,"b\nc",d\n', /^x.csv:2:1 the header names 2 columns, and the row has 3/],
    ['from,to,x\n"a\n",b,1\n\nb\n', /^x.csv:5:1 the header names 3 columns, and the row has 1/],
    ['from,to\na,"b\nc,d\n', /^x.csv:2:1 quoted field unterminated/],
    ['from,to\na,b\n,c\n', /^x.csv:3:1 the source of the edge has an empty id/],
    ['from,to,weight\na,b,1\nb,c,NaN\n', /^x.csv:3:1 the weight 'NaN' is not a finite number/],
    ['from,to,x,x\na,b,1,2\n', /^x.csv:1:1 the header names x twice/],
    ['sep=;\nfrom;to\na;b\nc\n', /^x.csv:4:1 the header names 2 columns, and the row has 1/],
  ])('refuses %j', (text, message) => expect(faultOf('x.csv', text)).toMatch(message));
});
