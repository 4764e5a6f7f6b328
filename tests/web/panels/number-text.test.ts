import { describe, expect, it } from 'vitest';
import { numberText } from '../../../web/src/panels/number-text.js';

describe('numberText', () => {
  it.each([
    [1234, '1,234'],
    [1234.5, '1,235'],
    [0.062, '0.0620'],
    [1.2e-9, '1.2e-9'],
    [Number.NaN, '–'],
  ])('%s is %s', (value, words) => expect(numberText(value)).toBe(words));
});
