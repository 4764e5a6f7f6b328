/** The vocabulary of a file: types with colours of their own while there are colours. */
import { expect, it } from 'vitest';
import { fileOntology, MOST_FAMILIES } from '../../src/exchange/file-ontology.js';
import { FAMILY_COLORS } from '../../web/src/theme.js';

const types = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `type-${i}`, symmetric: i % 2 === 0, attributes: {} }));
const familiesOf = (count: number) => {
  const { record } = fileOntology('A file', ['thing'], types(count));
  return { families: record.families.map(({ id }) => id), used: record.types.map(({ family }) => family) };
};

it('has as many families as the page has colours', () => {
  expect(FAMILY_COLORS.light.length).toBe(MOST_FAMILIES);
  expect(FAMILY_COLORS.dark.length).toBe(MOST_FAMILIES);
});

it('makes each of few types a family, and many types one', () => {
  const few = familiesOf(MOST_FAMILIES);
  expect(few.families).toEqual(types(MOST_FAMILIES).map(({ id }) => id));
  expect(few.used).toEqual(few.families);
  const many = familiesOf(MOST_FAMILIES + 1);
  expect(many.families).toEqual(['links']);
  expect(new Set(many.used)).toEqual(new Set(['links']));
  expect(familiesOf(0)).toEqual({ families: ['linked-to'], used: ['linked-to'] });
});
