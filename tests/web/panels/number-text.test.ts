import { describe, expect, it } from 'vitest';
import { confidenceText, numberText } from '../../../web/src/panels/number-text.js';

describe('confidenceText', () => {
  it.each([
    [0, '0.00'],
    [0.003, '<0.01'],
    [0.005, '0.01'],
    [0.962, '0.96'],
    [1, '1.00'],
  ])('%s is %s', (confidence, words) => expect(confidenceText(confidence)).toBe(words));
});

describe('numberText', () => {
  it.each([
    [1234, '1,234'],
    [1234.5, '1,235'],
    [0.062, '0.0620'],
    [1.2e-9, '1.2e-9'],
    [Number.NaN, '–'],
  ])('%s is %s', (value, words) => expect(numberText(value)).toBe(words));
});
