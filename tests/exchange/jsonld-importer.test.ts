/** JSON-LD of other vocabularies, beside what the round trip shows. */
import { expect, it } from 'vitest';
import { faultOf, readText } from './read-text.js';

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

it.each([
  ['{"@graph": [{"@id": "a"},\n {"@id": 7}]}', /^x.jsonld:2:2 the node has no @id; flatten the document/],
  ['[{"@id": "a"},\n {"@id": "a"}]', /^x.jsonld:2:2 the node id a is used before/],
  ['{"@context": ["x", {"y": []}], "@graph": [ {"@type": "Statement", "@id": "s"}]}', /^x.jsonld:1:44 the/],
  [
    `[{"@id": "a", "x": ${'['.repeat(1e5)}1${']'.repeat(1e5)}}]`,
    /^x.jsonld:1:2 x: it is nested too deep; flatten it/,
  ],
])('JSON-LD: refuses %.60j', (text, message) => expect(faultOf('x.jsonld', text)).toMatch(message));

it('JSON-LD: keeps an id that is wrongly encoded as it is', () => {
  const text = '{"@graph": [{"@id": "entity:50%", "properties": {}}]}';
  expect(readText('x.jsonld', text).entities).toMatchObject([{ id: 'entity:50%' }]);
});
