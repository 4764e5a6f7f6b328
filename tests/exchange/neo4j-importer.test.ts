/** What APOC exports, beside what the round trip shows. */
import { expect, it } from 'vitest';
import { faultOf, readText } from './read-text.js';

it('Neo4j: labels tell the classes where no property does', () => {
  const text =
    '{"type":"node","id":"0","labels":["Person","Actor"],"properties":{"name":"Ada"}}\n' +
    '{"type":"node","id":"1","labels":["Film"],"properties":{"born":{"year":1}}}\n' +
    '{"id":"9","type":"relationship","label":"ACTED_IN","properties":{"since":1999},"start":{"id":"0"},"end":{"id":"1"}}\n';
  const { entities, relations } = readText('x.neo4j.json', text);
  expect(entities).toMatchObject([
    { id: '0', name: 'Ada', kind: 'Actor' },
    { id: '1', kind: 'Film', attributes: { born: '{"year":1}' } },
  ]);
  expect(relations).toMatchObject([
    { id: '9', from: '0', type: 'ACTED_IN', to: '1', attributes: { since: 1999 } },
  ]);
  expect(faultOf('x.neo4j.json', '{"type":"node","id":"0"}\n{"type":"node"}')).toBe(
    'x.neo4j.json:2:1 the node has no id; give it one',
  );
});
