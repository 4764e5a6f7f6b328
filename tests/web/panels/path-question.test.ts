import { describe, expect, it } from 'vitest';

// view.ts reads the address when it is loaded; there is none here.
Object.assign(globalThis, {
  location: { search: '', pathname: '/' },
  window: { addEventListener: () => {} },
});
const { joinIds, pathQuestion, relaxedView, splitIds } = await import(
  '../../../web/src/panels/path-question.js'
);

describe('ids in one field', () => {
  it('come back as they went, commas and all', () => {
    for (const ids of [['a'], ['a', 'b'], ['Smith, Ann', '100%', '中国']])
      expect(splitIds(joinIds(ids))).toEqual(ids);
  });
  it('stay readable when they are slugs', () => expect(joinIds(['china', 'russia'])).toBe('china,russia'));
  it('are none when the field is absent or empty', () => {
    expect(joinIds([])).toBeUndefined();
    expect(splitIds(undefined)).toEqual([]);
    expect(splitIds('')).toEqual([]);
  });
  it('are taken as written when they cannot be decoded', () =>
    expect(splitIds('100%,b')).toEqual(['100%', 'b']));
});

describe('pathQuestion', () => {
  it('is none while an end is missing', () => expect(pathQuestion({ from: 'a' })).toBeUndefined());
  it('keeps scope and as-of, and k only where several are asked for', () => {
    expect(
      pathQuestion({ from: 'a', to: 'b', k: '3', asOf: '2020', via: 'c,d', select: 'entity:x' }),
    ).toEqual({
      from: 'a',
      to: 'b',
      asOf: '2020',
      via: ['c', 'd'],
    });
    expect(pathQuestion({ from: 'a', to: 'b', k: '3', mode: 'k-shortest' })).toMatchObject({ k: '3' });
  });
});

describe('relaxedView', () => {
  it('turns parameters into fields of the address and clears with null or an empty list', () => {
    expect(
      relaxedView({ allTypes: true, maxLength: null, avoid: [], via: ['a', 'b'], kind: ['x', 'y'], k: 0 }),
    ).toEqual({
      allTypes: 'true',
      maxLength: undefined,
      avoid: undefined,
      via: 'a,b',
      kind: 'x,y',
      k: '0',
    });
  });
});
