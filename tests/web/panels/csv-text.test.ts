import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../web/src/panels/csv-text.js';

describe('csvText', () => {
  it('begins with a byte order mark, so that Excel reads it as UTF-8', () => {
    expect([...new TextEncoder().encode(csvText([['天问']])).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
  it('lets no text become a formula, and leaves numbers alone', () => {
    expect(csvText([['=1+1', '+1', '-1', '@x', '\tx', -1, 0]])).toBe("\uFEFF'=1+1,'+1,'-1,'@x,'\tx,-1,0\r\n");
  });
  it('is read back as it was written', () => {
    const rows = [
      ['a "quoted" name', 'one, two'],
      ['line\nbreak', ''],
    ];
    expect(parse(csvText(rows).slice(1), { skipEmptyLines: true }).data).toEqual(rows);
  });
  it('leaves a missing value empty and keeps zero', () =>
    expect(csvText([[undefined, null, 0]])).toBe('\uFEFF,,0\r\n'));
});
