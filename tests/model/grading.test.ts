import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimConfidence,
  confidenceText,
  type GradedClaim,
  type GradedSource,
  gradeInWords,
  relationConfidence,
} from '../../src/model/grading.js';

const table = {
  confidence: {
    A: [1, 0.9, 0.7, 0.5, 0.2, null],
    B: [0.9, 0.8, 0.6, 0.4, 0.1, null],
    F: [null, null, null, null, null, null],
  },
};
const claim = (source: string, credibility: number, over: Partial<GradedClaim> = {}): GradedClaim => ({
  source,
  stance: 'supports',
  credibility,
  ...over,
});
const SOURCES: Record<string, GradedSource> = {
  a: { reliability: 'B' },
  b: { reliability: 'B' },
  c: { reliability: 'B' },
  copy: { reliability: 'B', derivedFrom: ['a'] },
  'copy-of-copy': { reliability: 'B', derivedFrom: ['copy'] },
  both: { reliability: 'B', derivedFrom: ['a', 'b'] },
  hearsay: { reliability: 'B', derivedFrom: 'unknown' },
  'copy-of-hearsay': { reliability: 'B', derivedFrom: ['hearsay'] },
  round: { reliability: 'B', derivedFrom: ['about'] },
  about: { reliability: 'B', derivedFrom: ['round'] },
  unjudged: { reliability: 'F' },
};
const judge = (...claims: GradedClaim[]) => relationConfidence(claims, (id) => SOURCES[id], table);

describe('claimConfidence', () => {
  it('reads the table, and null where nothing can be judged', () => {
    expect(claimConfidence(table, 'B', 2)).toBe(0.8);
    expect(claimConfidence(table, 'A', 6)).toBeNull();
    expect(claimConfidence(table, 'F', 1)).toBeNull();
    expect(claimConfidence(table, 'Z', 1)).toBeNull();
  });
});

describe('relationConfidence', () => {
  it.each<[string, GradedClaim[], number | null, number, number]>([
    ['one claim, as it is', [claim('a', 3)], 0.6, 1, 1],
    ['two origins', [claim('a', 2), claim('b', 3)], 0.92, 2, 2],
    ['three origins', [claim('a', 3), claim('b', 3), claim('c', 3)], 0.936, 3, 3],
    ['the same source twice counts once, with its best', [claim('a', 3), claim('a', 2)], 0.8, 1, 1],
    ['a copy adds nothing', [claim('a', 3), claim('copy', 2)], 0.8, 1, 1],
    ['nor does a copy of a copy', [claim('a', 3), claim('copy-of-copy', 3)], 0.6, 1, 1],
    [
      'copies share their origin, though it is not among the claims',
      [claim('copy', 3), claim('copy-of-copy', 2)],
      0.8,
      1,
      1,
    ],
    [
      'two origins in one claim tie the others together',
      [claim('a', 3), claim('b', 3), claim('both', 3)],
      0.6,
      1,
      1,
    ],
    ['in any order', [claim('both', 3), claim('b', 3), claim('a', 3)], 0.6, 1, 1],
    [
      'the origin of a claim outranks that of its source',
      [claim('copy', 3, { derivedFrom: ['b'] }), claim('a', 3)],
      0.84,
      2,
      2,
    ],
    ['an unknown origin adds no independence', [claim('a', 2), claim('hearsay', 2)], 0.8, 1, 2],
    ['but is taken when better', [claim('a', 3), claim('hearsay', 1)], 0.9, 1, 2],
    [
      'and does not join what is known',
      [claim('a', 3), claim('b', 3), claim('copy-of-hearsay', 2)],
      0.84,
      2,
      3,
    ],
    ['only unknown ones: at least one', [claim('hearsay', 2), claim('copy-of-hearsay', 3)], 0.8, 1, 2],
    ['a claim of unknown origin', [claim('a', 2, { derivedFrom: 'unknown' })], 0.8, 1, 1],
    ['a circle leads to no origin', [claim('round', 2), claim('a', 3)], 0.8, 1, 2],
    ['nothing can be judged', [claim('unjudged', 2), claim('a', 6)], null, 2, 2],
    ['what cannot be judged lowers nothing', [claim('unjudged', 2), claim('a', 2)], 0.8, 2, 2],
    ['no source, no judgement', [claim('nowhere', 1)], null, 1, 1],
    ['retracted', [claim('a', 1, { retracted: '2020' })], null, 0, 0],
    ['retracted beside another', [claim('a', 1, { retracted: '2020' }), claim('b', 3)], 0.6, 1, 1],
    ['none', [], null, 0, 0],
  ])('%s', (_, claims, confidence, least, most) => {
    const judged = judge(...claims);
    if (confidence === null) expect(judged.confidence).toBeNull();
    else expect(judged.confidence).toBeCloseTo(confidence, 12);
    expect(judged).toMatchObject({ disputed: false, origins: { least, most } });
  });

  it('is lowered by disputing claims, which combine alike', () => {
    const against = (source: string, credibility: number) =>
      claim(source, credibility, { stance: 'disputes' });
    expect(judge(claim('a', 2), against('b', 4)).confidence).toBeCloseTo(0.8 * 0.6, 12);
    expect(judge(claim('a', 2), against('b', 4), against('c', 4)).confidence).toBeCloseTo(0.8 * 0.36, 12);
    expect(judge(claim('a', 2), against('b', 4), against('b', 4)).confidence).toBeCloseTo(0.8 * 0.6, 12);
    expect(judge(claim('a', 2), against('b', 6))).toMatchObject({ confidence: 0.8, disputed: true });
    expect(judge(against('b', 2))).toEqual({
      confidence: null,
      disputed: true,
      origins: { least: 0, most: 0 },
    });
    expect(judge(claim('a', 2), claim('b', 2, { stance: 'disputes', retracted: '2020' }))).toMatchObject({
      confidence: 0.8,
      disputed: false,
    });
  });

  it('keeps the very number of a single claim, so that a threshold of the same number lets it in', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        const own = { confidence: { A: [value] } };
        expect(relationConfidence([claim('x', 1)], () => ({ reliability: 'A' }), own).confidence).toBe(value);
      }),
    );
  });

  it('never depends on the order of claims', () => {
    const anyClaim = fc.record({
      source: fc.constantFrom(...Object.keys(SOURCES)),
      stance: fc.constantFrom('supports' as const, 'disputes' as const),
      credibility: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 7 }), (claims) => {
        const one = judge(...claims);
        const other = judge(...claims.toReversed());
        expect(other.origins).toEqual(one.origins);
        expect(other.disputed).toBe(one.disputed);
        if (one.confidence === null) expect(other.confidence).toBeNull();
        else expect(other.confidence).toBeCloseTo(one.confidence, 12);
      }),
    );
  });
});

describe('gradeInWords', () => {
  it('says both halves of a grade', () => {
    const words = { reliability: { B: 'usually reliable' }, credibility: { '2': 'probably true' } };
    expect(gradeInWords('B', 2, words)).toBe('usually reliable; probably true');
  });
});

describe('confidenceText', () => {
  it.each([
    [0, '0.00'],
    [0.003, '<0.01'],
    [0.005, '0.01'],
    [0.962, '0.96'],
    [1, '1.00'],
  ])('%s is %s', (confidence, words) => expect(confidenceText(confidence)).toBe(words));
});
