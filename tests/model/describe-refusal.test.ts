/** Refusals in plain words. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeFault } from '../../src/model/describe-refusal.js';

it.each([
  [z.array(z.string()).max(2), ['a', 'b', 'c'], 'takes at most 2 entries'],
  [z.array(z.string()).min(1), [], 'needs at least one entry'],
  [z.number().max(500), 501, 'must be at most 500, not 501'],
  [z.string().max(3), 'four', 'must have at most 3 characters'],
  [z.string().min(1), '', 'must not be empty'],
  [z.enum(['any', 'out']), 'ou', 'expected one of any, out, not ou; did you mean out?'],
  [z.int(), 1.5, 'expected a whole number, not 1.5'],
  [z.url(), 'x', 'x is not a full web address such as https://example.org/page'],
  [z.string().regex(/^a/, 'begin with a'), 'x', 'x will not do; begin with a'],
])('%# tells what is refused', (schema, value, message) => {
  const { error } = schema.safeParse(value, { reportInput: true });
  expect(error!.issues.map(describeFault)).toEqual([message]);
});
