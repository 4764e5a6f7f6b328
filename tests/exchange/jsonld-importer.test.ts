/** JSON-LD of other vocabularies, beside what the round trip shows. */
import { expect, it } from 'vitest';
import { readText } from './read-text.js';

it('JSON-LD: flattened nodes of any vocabulary, their links as relations', () => {
  const text = JSON.stringify([
    {
      '@id': 'http://x.example/a',
      '@type': ['http://schema.org/Person'],
      'http://schema.org/name': [{ '@value': 'Ada' }],
      'http://schema.org/knows': [{ '@id': 'http://x.example/b' }],
      'http://schema.org/age': [{ '@value': 36 }],
    },
    { '@id': 'http://x.example/b' },
  ]);
  const { entities, relations } = readText('x.jsonld', text);
  expect(entities).toMatchObject([
    { id: 'http://x.example/a', name: 'Ada', kind: 'Person', attributes: { 'http://schema.org/age': 36 } },
    { id: 'http://x.example/b' },
  ]);
  expect(relations).toMatchObject([{ from: 'http://x.example/a', type: 'knows', to: 'http://x.example/b' }]);
});
