import { expect, test } from 'vitest';
import { confidenceWords } from '../../src/cli/words.js';

test('a confidence that is small is told from none and from one that cannot be judged', () => {
  expect([0, 0.004, 0.005, 0.8, null].map(confidenceWords)).toEqual([
    'confidence 0.00',
    'confidence <0.01',
    'confidence 0.01',
    'confidence 0.80',
    'confidence cannot be judged',
  ]);
});
