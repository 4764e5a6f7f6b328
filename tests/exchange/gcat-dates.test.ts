import { describe, expect, it } from 'vitest';
import { vagueDate, vaguePeriod } from '../../src/exchange/gcat-dates.js';
import { PeriodError } from '../../src/model/period.js';

describe('vague dates', () => {
  it.each([
    ['2011?', '2011?'],
    ['1962 Jul', '1962-07'],
    ['2016 Jan  1', '2016-01-01'],
    ['1964 Dec   8', '1964-12-08'],
    ['1990s', '199X'],
    ['1970s?', '197X?'],
    ['1957 Oct  4 1928:34', '1957-10-04'],
    ['2020 Jan 15 0253?', '2020-01-15'],
    ['2020 Jan 15?', '2020-01-15?'],
    ['2021 Q2?', '2021-22?'],
    ['2015 Feb ?', '2015-02'],
    ['2025 jan 22?', '2025-01-22?'],
    ['700?', '0700?'],
    ['-', undefined],
    ['?', undefined],
    ['', undefined],
  ])('%s is %s', (given, expected) => expect(vagueDate(given)).toBe(expected));

  it.each(['soon', '2020 Foo', '2020 Feb 30', '20200101', '2020 Q5'])('%s is refused', (given) =>
    expect(() => vagueDate(given)).toThrow(PeriodError),
  );

  it.each([
    ['1962 Jul', '-', '1962-07/'],
    ['2016 Jan  1', '*', '2016-01-01/..'],
    ['-', '*', '/..'],
    ['-', '2002', '/2002'],
    ['1993 Jun', '1999 Jul', '1993-06/1999-07'],
    ['-', '-', undefined],
    ['?', '?', undefined],
  ])('%s to %s is %s', (start, stop, expected) => expect(vaguePeriod(start, stop)).toBe(expected));

  it('refuses what ends before it starts', () =>
    expect(() => vaguePeriod('1986 Feb', '1968 Mar')).toThrow(PeriodError));
});
