/** Dates and periods in words. */
import { describe, expect, it } from 'vitest';
import { dateText, periodText } from '../../src/model/period-text.js';

const now = new Date('2026-11-22');

describe('periodText', () => {
  it.each([
    [undefined, 'undated'],
    [null, 'undated'],
    ['2016/2024-04-19', '2016 to 19 April 2024'],
    ['2024-04/..', 'since April 2024'],
    ['2024-04-19/..', 'since 19 April 2024'],
    ['2030/..', 'from 2030 on'],
    ['2026-12/..', 'from December 2026 on'],
    ['2026/..', 'since 2026'],
    ['2016/', 'from 2016, end unknown'],
    ['/2024-04', 'until April 2024, start unknown'],
    ['../2024', 'until 2024'],
    ['../..', 'always'],
    ['/..', 'at an unknown time'],
    ['/', 'at an unknown time'],
    ['2023', 'in 2023'],
    ['2024-08-06/2024-08-06', 'on 6 August 2024'],
    ['2023-06-23', 'on 23 June 2023'],
    ['2024-04~', 'in about April 2024'],
    ['2028~/2031?', 'about 2028 to perhaps 2031'],
    ['201X', 'in the 2010s'],
    ['20XX', 'in some year of 2000–2099'],
    ['19XX/2004', 'some year of 1900–1999 to 2004'],
    ['2004-XX', 'in some month of 2004'],
    ['2004-06-XX', 'on some day of June 2004'],
    ['2025-21', 'in the first quarter of 2025'],
    ['2004-XX-XX', 'on some day of 2004'],
    ['2016%', 'in perhaps about 2016'],
  ])('%s is "%s"', (period, words) => expect(periodText(period, now)).toBe(words));
});

describe('dateText', () => {
  it('keeps what it cannot read', () => expect(dateText('early 2025')).toBe('early 2025'));
  it('reads a year before our era and a long one', () => {
    expect(dateText('-0044')).toBe('45 BC');
    expect(dateText('0000')).toBe('1 BC');
    expect(dateText('0476-09-04')).toBe('4 September 476');
    expect(dateText('Y170000002')).toBe('170000002');
  });
});
