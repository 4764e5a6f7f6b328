/** The next tie of a star, around at both ends. */
import { expect, it } from 'vitest';
import { nextTie } from '../../web/src/graph/tie-walk.js';

it('walks on, back and around; begins at the end it comes from', () => {
  const ties = ['a', 'b', 'c'];
  expect([nextTie(ties, undefined, 1), nextTie(ties, 'c', 1), nextTie(ties, 'b', 1)]).toEqual([
    'a',
    'a',
    'c',
  ]);
  expect([nextTie(ties, undefined, -1), nextTie(ties, 'a', -1)]).toEqual(['c', 'c']);
  expect(nextTie(ties, 'elsewhere', 1)).toBe('a');
  expect(nextTie([], undefined, 1)).toBeUndefined();
});
