/** A graph of a few actors, written out so that every answer about it can be checked by hand. */
import type { OntologyRecord } from '../../src/contract/ontology.js';
import { entitySchema, relationSchema, sourceSchema } from '../../src/contract/records.js';
import type { Dataset } from '../../src/model/dataset.js';
import { Ontology } from '../../src/model/ontology.js';

const NOTHING = { wikidata: 'none', ftm: 'none' };

const ontology: OntologyRecord = {
  title: 'A small graph',
  defaultDirection: 'any',
  defaultLens: 'actors',
  kinds: [
    { id: 'organisation', label: 'Organisation', ...NOTHING },
    { id: 'company', label: 'Company', parent: 'organisation', ...NOTHING },
    { id: 'nation', label: 'Nation', ...NOTHING },
    { id: 'mission', label: 'Mission', ...NOTHING },
  ],
  families: [{ id: 'ties', label: 'Ties' }],
  types: [
    {
      id: 'owns',
      label: 'owns',
      inverse: 'is owned by',
      family: 'ties',
      domain: ['organisation', 'nation'],
      range: ['organisation', 'mission'],
      symmetric: false,
      conduit: true,
      singleValued: false,
      attributes: { stake: { type: 'number', unit: '%' } },
      ...NOTHING,
    },
    {
      id: 'allied-with',
      label: 'is allied with',
      inverse: 'is allied with',
      family: 'ties',
      domain: ['nation'],
      range: ['nation'],
      symmetric: true,
      conduit: true,
      singleValued: false,
      attributes: {},
      ...NOTHING,
    },
    {
      id: 'rivals',
      label: 'rivals',
      inverse: 'rivals',
      family: 'ties',
      domain: ['organisation', 'nation'],
      range: ['organisation', 'nation'],
      symmetric: true,
      conduit: false,
      singleValued: false,
      attributes: {},
      ...NOTHING,
    },
  ],
  lenses: [
    {
      id: 'actors',
      label: 'Actors',
      description: 'No missions',
      scope: { kind: ['organisation', 'nation'] },
    },
  ],
  grading: {
    note: 'For tests',
    confidence: {
      A: [0.95, 0.9, 0.7, 0.4, 0.1, null],
      B: [0.9, 0.8, 0.6, 0.3, 0.1, null],
      C: [0.8, 0.6, 0.5, 0.2, 0.1, null],
      D: [0.5, 0.4, 0.3, 0.2, 0.1, null],
      E: [0.2, 0.2, 0.1, 0.1, 0.1, null],
      F: [null, null, null, null, null, null],
    },
    reliability: {
      A: 'reliable',
      B: 'usually reliable',
      C: 'fairly reliable',
      D: 'not usually reliable',
      E: 'unreliable',
      F: 'cannot be judged',
    },
    credibility: {
      1: 'confirmed',
      2: 'probably true',
      3: 'possibly true',
      4: 'doubtful',
      5: 'improbable',
      6: 'cannot be judged',
    },
  },
  searchExamples: [],
  openings: [],
};

const source = (id: string, more: object = {}) =>
  sourceSchema.parse({ id, title: `The ${id}`, reliability: 'B', collection: 'small', ...more });
const claim = (of: string, more: object = {}) => ({
  source: of,
  locator: 'p. 1',
  says: 'It is so.',
  credibility: 2,
  ...more,
});
const entity = (id: string, kind: string, name: string, more: object = {}) =>
  entitySchema.parse({ id, kind, name, collection: 'small', ...more });
const relation = (id: string, from: string, type: string, to: string, more: object = {}) =>
  relationSchema.parse({ id, from, type, to, collection: 'small', claims: [claim('gazette')], ...more });

/**
 * Alpha owns Beta (two records, 60 and 40 %, the second disputed), Beta owns Gamma (2016 to 2020), Gamma is owned by Delta land too;
 * Delta and Epsilon are allied; Alpha rivals Epsilon; Gamma owns a planned mission; Island stands alone and owns itself.
 */
export function smallDataset(): Dataset {
  return {
    ontology: new Ontology(ontology),
    collections: [{ id: 'small', title: 'Small', licence: 'CC0-1.0', maintainer: 'tests' }],
    sources: new Map(
      [
        source('gazette', { date: '2021-03-01' }),
        source('rumour', { reliability: 'F' }),
        source('echo', { derivedFrom: ['gazette'], date: '2022' }),
      ].map((each) => [each.id, each]),
    ),
    entities: [
      entity('gamma', 'company', 'Gamma Works', { aliases: ['GW'], formerIds: ['old-gamma'] }),
      entity('alpha', 'company', 'Alpha', { names: { zh: '阿尔法', 'zh-Latn': "Ā'ěrfǎ" } }),
      entity('beta', 'company', 'Beta'),
      entity('delta', 'nation', 'Delta', { aliases: ['Twin'] }),
      entity('epsilon', 'nation', 'Epsilon', { aliases: ['Twin'] }),
      entity('island', 'organisation', 'Island'),
      entity('probe', 'mission', 'Probe', { status: 'planned', period: '2030/..' }),
    ],
    relations: [
      relation('a-b', 'alpha', 'owns', 'beta', {
        attributes: { stake: 60 },
        claims: [claim('gazette'), claim('echo')],
      }),
      relation('a-b-2', 'alpha', 'owns', 'beta', {
        attributes: { stake: 40 },
        claims: [claim('gazette'), claim('gazette', { stance: 'disputes', locator: 'p. 9' })],
      }),
      relation('b-g', 'beta', 'owns', 'gamma', { period: '2016/2020', attributes: { stake: 10 } }),
      relation('d-g', 'delta', 'owns', 'gamma', { period: '2018~/..', attributes: { stake: 5 } }),
      relation('d-e', 'delta', 'allied-with', 'epsilon', { claims: [claim('rumour')] }),
      relation('a-e', 'alpha', 'rivals', 'epsilon', {}),
      relation('g-p', 'gamma', 'owns', 'probe', { status: 'planned' }),
      relation('i-i', 'island', 'owns', 'island', {}),
    ],
    revision: 'small',
  };
}
