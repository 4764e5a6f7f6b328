/** The vocabulary of the General Catalog as a graph of its own: words of the bundled ontology, as few as the tables need. */
import type { Kind, OntologyRecord, RelationType } from '../contract/ontology.js';
import { Ontology } from '../model/ontology.js';
import { GRADE_WORDS } from './file-ontology.js';

/** Id of the collection, and first word of every id in it. */
export const GCAT = 'gcat';

const kind = (id: string, label: string, parent: string | undefined, icon: string): Kind => ({
  id,
  label,
  icon,
  wikidata: 'none',
  ftm: 'none',
  ...(parent === undefined ? {} : { parent }),
});

const KINDS: readonly Kind[] = [
  kind('state-actor', 'State actor', undefined, 'flag'),
  kind('nation', 'Nation', 'state-actor', 'flag'),
  kind('local-government', 'Part of a nation', 'state-actor', 'building-community'),
  kind('organisation', 'Organisation', undefined, 'building'),
  kind('company', 'Company', 'organisation', 'building-factory-2'),
  kind('university', 'University', 'organisation', 'school'),
  kind('defence-organisation', 'Defence organisation', 'organisation', 'shield'),
  kind('international-organisation', 'International organisation', 'organisation', 'world'),
  kind('facility', 'Facility', undefined, 'map-pin'),
  kind('launch-site', 'Launch site', 'facility', 'rocket'),
  kind('launch-platform', 'Launch platform', 'facility', 'antenna'),
  kind('undertaking', 'Undertaking', undefined, 'target'),
  kind('programme', 'Programme', 'undertaking', 'route'),
  kind('space-system', 'Space system', undefined, 'satellite'),
  kind('spacecraft', 'Spacecraft', 'space-system', 'comet'),
  kind('satellite', 'Satellite', 'spacecraft', 'satellite'),
  kind('launch-vehicle', 'Launch vehicle', undefined, 'rocket'),
  kind('launch', 'Launch', undefined, 'flame'),
  kind('topic', 'Matter', undefined, 'tag'),
  kind('celestial-body', 'Celestial body', 'topic', 'moon'),
];

const BODIES = ['state-actor', 'organisation'];

const TYPES: readonly (Pick<RelationType, 'id' | 'label' | 'inverse' | 'family' | 'domain' | 'range'> &
  Partial<RelationType>)[] = [
  {
    id: 'subsidiary-of',
    label: 'is a subsidiary of',
    inverse: 'has as subsidiary',
    family: 'structure',
    domain: ['organisation'],
    range: BODIES,
  },
  {
    id: 'part-of',
    label: 'is part of',
    inverse: 'includes',
    family: 'structure',
    domain: [...BODIES, 'space-system'],
    range: [...BODIES, 'undertaking'],
  },
  {
    id: 'located-in',
    label: 'is located in',
    inverse: 'is the place of',
    family: 'operation',
    domain: ['organisation', 'facility'],
    range: ['nation', 'local-government'],
  },
  {
    id: 'succeeds',
    label: 'succeeds',
    inverse: 'is succeeded by',
    family: 'structure',
    domain: BODIES,
    range: BODIES,
  },
  {
    id: 'belongs-to',
    label: 'belongs to',
    inverse: 'possesses',
    family: 'operation',
    domain: ['facility', 'space-system', 'launch-vehicle'],
    range: BODIES,
  },
  {
    id: 'conducts',
    label: 'conducts',
    inverse: 'is conducted by',
    family: 'operation',
    domain: BODIES,
    range: ['launch'],
  },
  {
    id: 'launched-from',
    label: 'was launched from',
    inverse: 'launched',
    family: 'operation',
    domain: ['launch'],
    range: ['facility'],
  },
  {
    id: 'launched-by',
    label: 'was launched on',
    inverse: 'lifted',
    family: 'operation',
    domain: ['launch'],
    range: ['launch-vehicle'],
    attributes: { serial: { type: 'text' } },
  },
  {
    id: 'carried',
    label: 'carried',
    inverse: 'was carried on',
    family: 'operation',
    domain: ['launch'],
    range: ['space-system'],
    attributes: { outcome: { type: 'text' } },
  },
  {
    id: 'registered-by',
    label: 'is registered by',
    inverse: 'has registered',
    family: 'operation',
    domain: ['space-system'],
    range: ['nation', 'international-organisation'],
    attributes: { document: { type: 'text' } },
  },
];

const RECORD: OntologyRecord = {
  title: 'General Catalog of Artificial Space Objects',
  description: 'Organisations, sites, vehicles, launches and payloads as Jonathan McDowell lists them.',
  defaultDirection: 'any',
  defaultLens: 'bodies',
  kinds: [...KINDS],
  families: [
    { id: 'structure', label: 'Structure' },
    { id: 'operation', label: 'Operation and place' },
  ],
  types: TYPES.map((type) => ({
    symmetric: false,
    conduit: true,
    singleValued: false,
    attributes: {},
    wikidata: 'none',
    ftm: 'none',
    ...type,
  })),
  lenses: [
    {
      id: 'bodies',
      label: 'Bodies and places',
      description: 'Organisations, states, sites and platforms',
      scope: { kind: ['state-actor', 'organisation', 'facility'] },
    },
    {
      id: 'launches',
      label: 'Launches',
      description: 'Launches with vehicle, site and agency, without payloads',
      scope: { kind: ['launch', 'launch-vehicle', 'facility', 'organisation'] },
    },
    { id: 'everything', label: 'Everything', description: 'No limit', scope: {} },
  ],
  grading: {
    note: 'Letters and figures of the Admiralty code; a pair’s number is the lower of its two axes’ and this project’s own convention.',
    confidence: {
      A: [0.95, 0.8, 0.6, 0.4, 0.2, null],
      B: [0.8, 0.8, 0.6, 0.4, 0.2, null],
      C: [0.6, 0.6, 0.6, 0.4, 0.2, null],
      D: [0.4, 0.4, 0.4, 0.4, 0.2, null],
      E: [0.2, 0.2, 0.2, 0.2, 0.2, null],
      F: [null, null, null, null, null, null],
    },
    ...GRADE_WORDS,
  },
  searchExamples: [],
  openings: [],
};

/** The vocabulary of a catalogue that stands alone. */
export const gcatOntology = (): Ontology => new Ontology(RECORD);
