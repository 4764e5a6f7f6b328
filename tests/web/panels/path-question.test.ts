import { describe, expect, it } from 'vitest';
import { questions } from '../../../src/contract/questions.js';
import { joinIds, splitIds } from '../../../web/src/id-list.js';

// view.ts reads the address when it is loaded; there is none here.
Object.assign(globalThis, {
  location: { search: '', pathname: '/' },
  window: { addEventListener: () => {} },
});
const { correctedView, PATH_MODES, pathQuestion, relaxedView } = await import(
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
    for (const mode of ['k-shortest', 'credible', 'disjoint', 'all'])
      expect(pathQuestion({ from: 'a', to: 'b', k: '3', mode })).toMatchObject({ k: '3' });
    expect(pathQuestion({ from: 'a', to: 'b', k: '3', mode: 'time-respecting' })?.['k']).toBeUndefined();
  });
  it('says what disjoint paths may not share, and only of them', () => {
    expect(pathQuestion({ from: 'a', to: 'b', mode: 'disjoint', disjoint: 'ties' })).toMatchObject({
      disjoint: 'ties',
    });
    expect(pathQuestion({ from: 'a', to: 'b', disjoint: 'ties' })?.['disjoint']).toBeUndefined();
  });
  it('knows every mode of the contract', () => {
    const { mode } = questions.path.parameters.shape;
    expect(Object.keys(PATH_MODES)).toEqual(mode.unwrap().options);
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

describe('correctedView', () => {
  it('puts a name where the one stands that is at fault: an end, or one of several on the way', () => {
    const view = { from: 'a', to: 'bb', via: 'c,d', ids: 'bb,a' };
    expect(correctedView("There is no entity 'bb'.", view, 'b')).toEqual({ ...view, to: 'b', ids: 'b,a' });
    expect(correctedView("There is no entity 'd'.", view, 'b')).toEqual({ ...view, via: 'c,b' });
  });
});
