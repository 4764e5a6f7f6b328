import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  type Holding,
  holdsOn,
  type Period,
  PeriodError,
  parseDate,
  parsePeriod,
  reachesBeyond,
  yearsOf,
} from '../../src/model/period.js';

const DAY_MS = 86_400_000;
const day = (text: string) => Date.parse(text) / DAY_MS;
const two = (n: number) => String(n).padStart(2, '0');
const bounds = (text: string) => {
  const { startMin, startMax, endMin, endMax } = parsePeriod(text);
  return [startMin, startMax, endMin, endMax];
};

/** Dates of every form, without qualifier. */
const plainDate = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
  fc.integer({ min: 1, max: 9999 }).map((year) => `-${String(year).padStart(4, '0')}`),
  fc.integer({ min: 10_000, max: 200_000 }).map((year) => `Y${year}`),
  fc.integer({ min: 10_000, max: 200_000 }).map((year) => `Y-${year}`),
  fc.integer({ min: 0, max: 999 }).map((decade) => `${String(decade).padStart(3, '0')}X`),
  fc.integer({ min: 0, max: 99 }).map((century) => `${two(century)}XX`),
  fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${two(m)}`),
  fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 21, max: 24 }))
    .map(([y, s]) => `${y}-${s}`),
  fc.integer({ min: 1000, max: 2999 }).map((year) => `${year}-XX`),
  fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${two(m)}-XX`),
  fc
    .integer({ min: -400_000, max: 400_000 })
    .map((days) => new Date(days * DAY_MS).toISOString().slice(0, 10)),
);

describe('parsePeriod', () => {
  it('agrees with the edtf library on single dates', () => {
    fc.assert(
      fc.property(plainDate, (text) => {
        const reference = edtf(text);
        const { min, max } = parseDate(text);
        expect([min * DAY_MS, (max + 1) * DAY_MS - 1]).toEqual([reference.min, reference.max]);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the edtf library on the outer bounds of intervals', () => {
    fc.assert(
      fc.property(plainDate, plainDate, (a, b) => {
        // The library throws when the two ends overlap, and takes no long years or seasons in intervals.
        fc.pre(!/Y|-2[1-4](?!\d)/.test(`${a} ${b}`));
        const [first, last] = parseDate(a).max < parseDate(b).min ? [a, b] : [b, a];
        fc.pre(parseDate(first).max < parseDate(last).min);
        const reference = edtf(`${first}/${last}`);
        const period = parsePeriod(`${first}/${last}`);
        expect([period.startMin * DAY_MS, (period.endMax + 1) * DAY_MS - 1]).toEqual([
          reference.min,
          reference.max,
        ]);
        expect([period.startMax, period.endMin]).toEqual([parseDate(first).max, parseDate(last).min]);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses what the edtf library refuses', () => {
    const characters = fc.constantFrom(...'0129-XY?~%/. ');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 11 }), (parts) => {
        const text = parts.join('');
        let accepted = true;
        try {
          parsePeriod(text);
        } catch (error) {
          expect(error).toBeInstanceOf(PeriodError);
          accepted = false;
        }
        // The library's grammar has no qualifier behind open digits and long years, and no negative years with open digits.
        const plain = /[XY]/.test(text) ? text.replace(/[?~%]$/, '').replace(/^-(?=.*X)/, '') : text;
        if (accepted && !text.includes('/')) expect(() => edtf(plain)).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['1970-01-01', 0, 0, 0, 0],
    ['1970', 0, 364, 0, 364],
    ['1970/1971-01-02', 0, 364, 366, 366],
    ['1970/1970', 0, 364, 0, 364],
    // Ends that overlap bound each other.
    ['1970/1970-02', 0, 58, 31, 58],
    ['1970-02/1970', 31, 58, 31, 364],
    ['1970/..', 0, 364, Infinity, Infinity],
    ['1970/', 0, 364, 0, Infinity],
    ['../1970', -Infinity, -Infinity, 0, 364],
    ['/1970', -Infinity, 364, 0, 364],
    ['../..', -Infinity, -Infinity, Infinity, Infinity],
    ['/..', -Infinity, Infinity, Infinity, Infinity],
    // One unit of its own precision on either side.
    ['1970~', -365, 729, -365, 729],
    ['1970-02?', 0, 89, 0, 89],
    ['1970-01-01%', -1, 1, -1, 1],
    ['197X~', day('1960-01-01'), day('1989-12-31'), day('1960-01-01'), day('1989-12-31')],
    ['1970-21~', day('1969-10-01'), day('1970-06-30'), day('1969-10-01'), day('1970-06-30')],
    ['1970-XX?', -365, 729, -365, 729],
    ['1970-01-XX~', -31, 58, -31, 58],
    ['1970~/1980~', -365, 729, day('1979-01-01'), day('1981-12-31')],
    ['-019X', day('-000199-01-01'), day('-000190-12-31'), day('-000199-01-01'), day('-000190-12-31')],
  ])('reads %s', (text, ...expected) => {
    expect(bounds(text)).toEqual(expected);
    expect(parsePeriod(text)).toBe(parsePeriod(text));
  });

  it.each([
    ['', 'the date is empty'],
    ['-0000', '-0000'],
    ['2016-13', 'month 13 does not exist in 2016-13'],
    ['2016-00', 'month 00 does not exist in 2016-00'],
    ['2015-02-29', 'day 29 does not exist in 2015-02-29'],
    ['1900-02-29', 'day 29 does not exist'],
    ['2016-04-31', 'day 31 does not exist'],
    ['2016-04-00', 'day 00 does not exist'],
    ['2016-21-05', 'gives a season a day'],
    ['2020/2016', '2020/2016 ends before it starts'],
    ['2016/2017/2018', 'more than one slash'],
    ['/', 'neither end is given'],
    ['..', 'open end'],
    [' 2016', 'space'],
    ['2016-05-17T12:00', 'time of day'],
    ['~2016', 'behind the whole date'],
    ['2016?~', 'behind the whole date'],
    ['[2016,2017]', 'is a set'],
    ['2016-2017', 'with a slash'],
    ['20240419', 'hyphens'],
    ['476', 'four digits'],
    ['17000', 'needs a Y'],
    ['Y2016', 'takes no Y'],
    ['2016-5', 'two digits'],
    ['XXXX', 'has an X where none can stand'],
    ['20XX-06', 'open in front of known ones'],
    ['2004-XX-05', 'open in front of known ones'],
    ['spring 2016', 'space'],
    ['soon', 'is no date'],
  ])('refuses "%s" in plain words', (text, words) => {
    expect(() => parsePeriod(text)).toThrow(PeriodError);
    expect(() => parsePeriod(text)).toThrow(words);
  });

  it('takes one date where one is wanted', () => {
    expect(parseDate('1970-02')).toEqual({ min: 31, max: 58 });
    expect(() => parseDate('2016/2017')).toThrow('2016/2017 is an interval; one date is wanted here');
  });
});

/** Every day on which it may start, and end, tried one by one. */
function oracle(period: Period, date: { min: number; max: number }): Holding {
  const outcomes = new Set<boolean>();
  for (let start = period.startMin; start <= period.startMax; start++)
    for (let end = Math.max(start, period.endMin); end <= period.endMax; end++) {
      let holds = false;
      for (let on = date.min; on <= date.max; on++) holds ||= start <= on && on <= end;
      outcomes.add(holds);
    }
  return outcomes.has(true) ? (outcomes.has(false) ? 'may-hold' : 'holds') : 'does-not-hold';
}

describe('holdsOn', () => {
  it('agrees with an oracle that tries every day', () => {
    // Within half a year of days and months, so that the bounds overlap in every way. Infinite bounds are cut far outside.
    const within = fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((month) => `1970-${two(month)}`),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 28 }))
        .map(([m, d]) => `1970-${two(m)}-${two(d)}`),
    );
    const qualified = fc.tuple(within, fc.constantFrom('', '', '~', '?')).map(([date, mark]) => date + mark);
    const period = fc.oneof(
      qualified,
      fc
        .tuple(fc.oneof(qualified, fc.constantFrom('', '..')), fc.oneof(qualified, fc.constantFrom('', '..')))
        .map(([from, to]) => `${from}/${to}`),
    );
    const cut = (bound: number) => Math.min(200, Math.max(-100, bound));
    fc.assert(
      fc.property(period, within, (text, date) => {
        let read: Period;
        try {
          read = parsePeriod(text);
        } catch {
          return fc.pre(false);
        }
        const finite: Period = {
          text,
          startMin: cut(read.startMin),
          startMax: cut(read.startMax),
          endMin: cut(read.endMin),
          endMax: cut(read.endMax),
        };
        expect(holdsOn(read, parseDate(date)), `${text} on ${date}`).toBe(oracle(finite, parseDate(date)));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it.each([
    ['2016/2024-04-19', '2020', 'holds'],
    ['2016/2024-04-19', '2024-04-19', 'holds'],
    ['2016/2024-04-19', '2024-04-20', 'does-not-hold'],
    ['2016/2024-04-19', '2016', 'holds'],
    ['2016/2024-04-19', '2016-05', 'may-hold'],
    ['2024-04~/..', '2024-03', 'may-hold'],
    ['2024-04~/..', '2999', 'holds'],
    ['2016/', '2016', 'holds'],
    ['2016/', '2999', 'may-hold'],
    ['/2016', '1066', 'may-hold'],
    ['../2016', '1066', 'holds'],
    ['2030/..', '2026', 'does-not-hold'],
  ])('%s on %s: %s', (period, date, holding) => {
    expect(holdsOn(parsePeriod(period), parseDate(date))).toBe(holding);
  });

  it('never takes an undated thing for certain', () => {
    expect(holdsOn(undefined, parseDate('2020'))).toBe('may-hold');
  });
});

describe('changeBetween', () => {
  it.each([
    ['2016/2020', 'ended', true],
    ['2018/..', 'began', true],
    ['2018/', 'began', false],
    ['/2018', 'ended', false],
    ['2010/..', undefined, undefined],
    ['2030/..', undefined, undefined],
  ] as const)('%s between 2016 and 2024: %s, certain %s', (text, which, certain) => {
    const [before, after] = ['2016', '2024'].map((date) => holdsOn(parsePeriod(text), parseDate(date)));
    const change = changeBetween(before!, after!);
    expect([change?.which, change?.certain]).toEqual([which, certain]);
  });
});

describe('reachesBeyond', () => {
  it.each([
    ['2015/2020', '2016/..', true],
    ['2016/2020', '2016/2018', true],
    ['2021/', '2016/2020', true],
    ['2014', '2016/2020', true],
    // Within, or it cannot be said.
    ['2016/2020', '2016/2020', false],
    ['2016', '2016-05/..', false],
    ['2015~/2018', '2016/..', false],
    ['2018/', '2016/2020', false],
    ['/2018', '2016/2020', false],
    ['../2018', '2016/2020', true],
    ['2018/..', '2016/2020', true],
    ['2018/..', '2016/', false],
  ])('%s beyond %s: %s', (period, life, beyond) => {
    expect(reachesBeyond(parsePeriod(period), parsePeriod(life))).toBe(beyond);
  });
});

describe('yearsOf', () => {
  it('counts per year as holdsOn does', () => {
    fc.assert(
      fc.property(plainDate, plainDate, fc.integer({ min: -9999, max: 9999 }), (a, b, year) => {
        const text = parseDate(a).min <= parseDate(b).max ? `${a}/${b}` : `${b}/${a}`;
        const years = yearsOf(parsePeriod(text));
        const date = parseDate(`${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`);
        const holding =
          years.startMax <= year && years.endMin >= year
            ? 'holds'
            : years.startMin <= year && years.endMax >= year
              ? 'may-hold'
              : 'does-not-hold';
        expect(holding).toBe(holdsOn(parsePeriod(text), date));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps open ends open', () => {
    expect(yearsOf(parsePeriod('2016~/..'))).toEqual({
      startMin: 2015,
      startMax: 2017,
      endMin: Infinity,
      endMax: Infinity,
    });
  });
});
