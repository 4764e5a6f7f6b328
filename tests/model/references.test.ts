import { describe, expect, it } from 'vitest';
import { sourceSchema } from '../../src/contract/records.js';
import { bibtex, ris } from '../../src/model/references.js';

const source = sourceSchema.parse({
  id: 'the-diplomat-2025',
  collection: 'article',
  title: 'China’s Space Dream: 100% {No Limits & No_End',
  authors: ['Ann Writer', 'Bo Li', 'Office of Arms and Space'],
  publisher: 'The Diplomat',
  date: '2025-03-07~',
  url: 'https://example.org/a_b?x={1}&y=梦',
  archivedUrl: 'https://archive.example/1_2',
  read: '2026-11-02',
  reliability: 'B',
  language: 'en',
});
const bare = sourceSchema.parse({ id: 'x y', collection: 'article', title: '空间信息', reliability: 'F' });

describe('bibtex', () => {
  it('escapes what TeX would read as its own, with braces that always balance', () => {
    const text = bibtex([source]);
    expect(text).toBe(
      [
        '@misc{the-diplomat-2025,',
        '  title = {{China’s Space Dream: 100\\% \\textbraceleft{}No Limits \\& No\\_End}},',
        '  author = {Ann Writer and Bo Li and {Office of Arms and Space}},',
        '  publisher = {The Diplomat},',
        '  year = {2025},',
        '  month = {3},',
        '  url = {https://example.org/a_b?x=%7B1%7D&y=%E6%A2%A6},',
        '  urldate = {2026-11-02},',
        '  note = {Archived at https://archive.example/1\\_2},',
        '  language = {en},',
        '}',
        '',
      ].join('\n'),
    );
    expect(text.split('{').length).toBe(text.split('}').length);
  });
  it('leaves out what is not known, and keeps Chinese', () =>
    expect(bibtex([bare])).toBe('@misc{x-y,\n  title = {{空间信息}},\n}\n'));
  it('gives two sources two keys', () =>
    expect(bibtex([bare, { ...bare, id: 'x-y' }])).toMatch(/@misc\{x-y,[\s\S]*\n\n@misc\{x-y-2,/));
  it('has an entry type and a place for the publisher by form', () => {
    expect(bibtex([{ ...source, form: 'article-journal' }])).toMatch(
      /^@article\{[\s\S]*journal = \{The Diplomat\}/,
    );
    expect(bibtex([{ ...source, form: 'report' }])).toMatch(
      /^@techreport\{[\s\S]*institution = \{The Diplomat\}/,
    );
  });
});

describe('ris', () => {
  it('writes one tag a line, dates with slashes', () => {
    expect(ris([source]).split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - the-diplomat-2025',
      'TI  - China’s Space Dream: 100% {No Limits & No_End',
      'AU  - Ann Writer',
      'AU  - Bo Li',
      'AU  - Office of Arms and Space',
      'PB  - The Diplomat',
      'PY  - 2025',
      'DA  - 2025/03/07/',
      'UR  - https://example.org/a_b?x={1}&y=梦',
      'N1  - Archived at https://archive.example/1_2',
      'Y2  - 2026/11/02/',
      'LA  - en',
      'ER  - ',
      '',
    ]);
  });
  it('leaves out what is not known, and parts records with a blank line', () =>
    expect(ris([bare, { ...source, form: 'article-newspaper' }])).toMatch(
      /^TY {2}- GEN\r\nID {2}- x y\r\nTI {2}- 空间信息\r\nER {2}- \r\n\r\nTY {2}- NEWS\r\n[\s\S]*T2 {2}- The Diplomat/,
    ));
});
