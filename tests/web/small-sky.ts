/** Five entities and six relations with one of each thing that filters look at, and an ontology to read them with. */
import type { GraphAnswer } from '../../src/contract/answers.js';
import { ontologySchema } from '../../src/contract/ontology.js';

const kind = (id: string, parent?: string) => ({
  id,
  label: id,
  wikidata: 'none',
  ftm: 'none',
  ...(parent ? { parent } : {}),
});
const type = (id: string, family: string, symmetric = false) => ({
  id,
  label: id,
  inverse: id,
  family,
  domain: ['actor'],
  range: ['actor'],
  symmetric,
  conduit: true,
  wikidata: 'none',
  ftm: 'none',
});
const unit = [1, 0.8, 0.6, 0.4, 0.2, null] as const;

export const ontology = ontologySchema.parse({
  title: 'Small',
  defaultLens: 'all',
  kinds: [kind('actor'), kind('company', 'actor'), kind('start-up', 'company'), kind('place')],
  families: [
    { id: 'command', label: 'Command' },
    { id: 'trade', label: 'Trade' },
  ],
  types: [type('commands', 'command'), type('sells-to', 'trade'), type('allied-with', 'trade', true)],
  lenses: [{ id: 'all', label: 'All', description: 'all', scope: {} }],
  grading: {
    note: 'test',
    confidence: { A: unit, B: unit, C: unit, D: unit, E: unit, F: unit },
    reliability: { A: 'a', B: 'b', C: 'c', D: 'd', E: 'e', F: 'f' },
    credibility: { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6' },
  },
});

/** a -commands-> b (2016/2020), b -sells-to-> c (undated), c allied with a (2024/..), d -commands-> a (planned), a -> a, c -> e. */
export const columns: GraphAnswer = {
  revision: 'r',
  scope: { conduitsOnly: false, entities: 5, relations: 6, undated: 3, mayHold: 0, unjudged: 0 },
  entities: {
    id: ['a', 'b', 'c', 'd', 'e'],
    name: ['A', 'B', 'C', 'D', 'E'],
    names: {},
    kind: ['actor', 'company', 'start-up', 'place', 'actor'],
    status: ['actual', 'actual', 'actual', 'hypothetical', 'actual'],
    collection: ['one', 'one', 'two', 'two', 'one'],
    period: [null, null, '2022/..', null, null],
    place: [null, null, null, null, null],
    precision: [null, null, null, null, null],
    lat: [null, null, null, null, null],
    lon: [null, null, null, null, null],
    x: [0, 10, 0, -10, 20],
    y: [0, 0, 10, 0, 20],
    neighbors: [3, 2, 4, 1, 1],
  },
  relations: {
    id: ['ab', 'bc', 'ca', 'da', 'aa', 'ce'],
    from: [0, 1, 2, 3, 0, 2],
    to: [1, 2, 0, 0, 0, 4],
    type: ['commands', 'sells-to', 'allied-with', 'commands', 'sells-to', 'sells-to'],
    status: ['actual', 'actual', 'actual', 'planned', 'actual', 'actual'],
    collection: ['one', 'two', 'two', 'two', 'one', 'two'],
    period: ['2016/2020', null, '2024/..', '2030/..', null, null],
    confidence: [0.8, 0.4, 0, null, 0.6, 0.6],
    disputed: [false, true, false, false, false, false],
    knownBy: [null, null, null, null, null, null],
  },
};
