import { describe, expect, it } from 'vitest';
import { sourceSchema } from '../../../src/contract/records.js';
import { bibtex, ris } from '../../../web/src/panels/citations.js';

const source = sourceSchema.parse({
  id: 'the-diplomat-2025',
  collection: 'article',
  title: 'China’s Space Dream: 100% {No} Limits & No_End',
  authors: ['Ann Writer', 'Bo Li'],
  publisher: 'The Diplomat',
  date: '2025-03-07~',
  url: 'https://example.org/a_b?x={1}',
  read: '2026-11-02',
  reliability: 'B',
  language: 'en',
});
const bare = sourceSchema.parse({ id: 'x y', collection: 'article', title: 'T', reliability: 'F' });

describe('bibtex', () => {
  it('escapes what TeX would read as its own', () => {
    expect(bibtex(source)).toBe(
      [
        '@misc{the-diplomat-2025,',
        '  title = {{China’s Space Dream: 100\\% \\{No\\} Limits \\& No\\_End}},',
        '  author = {Ann Writer and Bo Li},',
        '  publisher = {The Diplomat},',
        '  year = {2025},',
        '  month = {3},',
        '  url = {https://example.org/a_b?x=%7B1%7D},',
        '  urldate = {2026-11-02},',
        '  language = {en},',
        '}',
        '',
      ].join('\n'),
    );
  });
  it('leaves out what is not known', () => expect(bibtex(bare)).toBe('@misc{x-y,\n  title = {{T}},\n}\n'));
});

describe('ris', () => {
  it('writes one tag a line, dates with slashes', () => {
    expect(ris(source).split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - the-diplomat-2025',
      'TI  - China’s Space Dream: 100% {No} Limits & No_End',
      'AU  - Ann Writer',
      'AU  - Bo Li',
      'PB  - The Diplomat',
      'PY  - 2025',
      'DA  - 2025/03/07/',
      'UR  - https://example.org/a_b?x={1}',
      'Y2  - 2026/11/02/',
      'LA  - en',
      'ER  - ',
      '',
    ]);
  });
  it('leaves out what is not known', () =>
    expect(ris(bare)).toBe('TY  - ELEC\r\nID  - x y\r\nTI  - T\r\nER  - \r\n'));
});
