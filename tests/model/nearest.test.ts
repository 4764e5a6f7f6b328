import { expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/model/nearest.js';

it('finds the candidate with the fewest edits, the first of equals, and none that is far', () => {
  expect(nearest('lauch-site', ['nation', 'launch-site', 'launch-pad'])).toBe('launch-site');
  expect(nearest('steak', ['stake', 'role'])).toBe('stake');
  expect(nearest('b', ['a', 'c'])).toBe('a');
  expect(nearest('acme', ['boss', 'town'])).toBeUndefined();
  expect(nearest('acme', [])).toBeUndefined();
  expect(didYouMean('bos', ['boss'])).toBe('; did you mean boss?');
  expect(didYouMean('acme', ['boss'])).toBe('');
});
