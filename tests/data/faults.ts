/** Folders with one fault each: what it is, the files with the fault marked, words of the message. */
import { ontology, type Texts } from './folder.js';

const CLAIM = '{ source: gazette, locator: p. 1, says: it does, credibility: 2 }';
export const owns = (rest = '', claims = `[${CLAIM}]`) =>
  `relations:\n  - { id: r1, from: boss, type: owns, to: acme, claims: ${claims}${rest} }\n`;
export const relation = (over: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: 'r1',
    from: 'boss',
    type: 'owns',
    to: 'acme',
    claims: [{ source: 'gazette', locator: 'p. 1', says: 'it does', credibility: 2 }],
    ...over,
  });
export const entity = (rest: string) => `entities:\n  - { id: extra, kind: actor, name: Extra, ${rest} }\n`;
const source = (rest: string) => `sources:\n  - { id: extra, title: Extra, reliability: C, ${rest} }\n`;

/** Each: what is wrong, the files (▶ in front of every faulty value), the messages in the order of the marks. */
export const FAULTS: [string, Texts, ...string[]][] = [
  ['YAML syntax', { 'one/x.yaml': 'entities:\n  - id: a\n    kind: "actor\n▶' }, 'Missing closing "quote'],
  ['a key given twice', { 'one/x.yaml': entity('▶name: Again') }, 'Map keys must be unique'],
  ['two documents', { 'one/x.yaml': '{}\n▶---\n{}\n' }, 'a second document begins; keep to one a file'],
  ['no mapping', { 'one/x.yaml': '▶- a\n' }, 'expected a mapping, not a list'],
  ['no list', { 'one/x.yaml': 'entities: ▶{ id: a }\n' }, 'expected a list, not a mapping'],
  [
    'an unknown section',
    { 'one/x.yaml': '▶relation: []\n' },
    'unknown key relation; did you mean relations?',
  ],
  ['an unknown key', { 'one/x.yaml': entity('▶sumary: x') }, 'unknown key sumary; did you mean summary?'],
  [
    'an unknown key of a claim',
    {
      'one/x.yaml': owns(
        '',
        `[{ ▶locater: p. 2, source: gazette, locator: p. 1, says: it, credibility: 2 }]`,
      ),
    },
    'unknown key locater; did you mean locator?',
  ],
  [
    'an unknown key like no other',
    { 'one/x.yaml': entity('place: { name: X, precision: city, ▶height: 3 }') },
    'unknown key height; known are name, lat, lon, precision',
  ],
  ['a missing key', { 'one/x.yaml': 'entities:\n  - ▶id: a\n    kind: actor\n' }, 'name is missing'],
  [
    'a number for text',
    { 'one/x.yaml': entity('period: ▶2016') },
    "expected text, not 2016; put it in quotes: '2016'",
  ],
  [
    'text for a number',
    { 'one/x.yaml': entity('place: { name: X, lat: ▶north, precision: city }') },
    'expected a number, not north',
  ],
  [
    'a number out of bounds',
    { 'one/x.yaml': entity('place: { name: X, lat: ▶91, precision: city }') },
    'must be at most 90, not 91',
  ],
  [
    'an unknown status',
    { 'one/x.yaml': entity('status: ▶planed') },
    'expected one of actual, planned, hypothetical, proposed, not planed; did you mean planned?',
  ],
  ['an empty text', { 'one/x.yaml': entity("summary: ▶' '") }, 'must not be empty'],
  [
    'a bad address',
    { 'one/x.yaml': source('url: ▶example.org') },
    'example.org is not a full web address such as https://example.org/page',
  ],
  [
    'an unknown origin word',
    { 'one/x.yaml': source('derivedFrom: ▶nobody') },
    'expected unknown or a list, not nobody',
  ],
  [
    'a bad identifier within a list',
    { 'one/x.yaml': entity("identifiers: { code: [{ value: a, ▶perid: '2016' }] }") },
    'unknown key perid; did you mean period?',
  ],
  [
    'an unknown kind',
    { 'one/x.yaml': 'entities:\n  - { id: a, name: A, kind: ▶compny }\n' },
    'no kind has the id compny; did you mean company?',
  ],
  [
    'an unknown type',
    { 'one/x.jsonl.yaml': owns().replace('owns', '▶own') },
    'no relation type has the id own; did you mean owns?',
  ],
  [
    'an unknown from',
    { 'one/x.yaml': owns().replace('boss', '▶bos') },
    'no entity has the id bos; did you mean boss?',
  ],
  [
    'an unknown to',
    { 'one/x.yaml': owns().replace('acme', '▶nothing-like-it') },
    'no entity has the id nothing-like-it',
  ],
  [
    'a former id in use by a relation',
    { 'one/x.yaml': `${entity('formerIds: [old-boss]')}${owns().replace('boss', '▶old-boss')}` },
    'old-boss was merged into extra; write that id',
  ],
  [
    'an unknown source',
    { 'one/x.yaml': owns('', '[{ source: ▶gazete, locator: p. 1, says: it, credibility: 2 }]') },
    'no source has the id gazete; did you mean gazette?',
  ],
  [
    'an unknown origin of a claim',
    {
      'one/x.yaml': owns(
        '',
        `[{ source: gazette, derivedFrom: [gazette, ▶wire], locator: p. 1, says: it, credibility: 2 }]`,
      ),
    },
    'no source has the id wire',
  ],
  [
    'an unknown origin of a source',
    { 'one/x.yaml': source('derivedFrom: [▶gazete]') },
    'no source has the id gazete; did you mean gazette?',
  ],
  [
    'origins in a circle',
    {
      'one/x.yaml': `sources:
  - { id: s1, title: S, reliability: C, derivedFrom: [gazette, ▶s2] }
  - { id: s2, title: S, reliability: C, derivedFrom: [▶s1] }
  - { id: s3, title: S, reliability: C, derivedFrom: [s1] }
  - { id: s4, title: S, reliability: C, derivedFrom: [▶s4] }
`,
    },
    's1 is derived from itself: s1 ← s2 ← s1',
    's2 is derived from itself: s2 ← s1 ← s2',
    's4 is derived from itself: s4 ← s4',
  ],
  [
    'a bad period',
    { 'one/x.yaml': entity('period: ▶2016-13') },
    'month 13 does not exist in 2016-13 (01 to 12, or 21 to 24 for a season)',
  ],
  [
    'a period that runs backwards',
    { 'one/x.yaml': owns(', period: ▶2020/2016') },
    '2020/2016 ends before it starts',
  ],
  [
    'a bad period of a former name',
    { 'one/x.yaml': entity("formerNames: [{ name: X, period: ▶'/' }]") },
    'neither end is given; leave the period out instead',
  ],
  [
    'a bad period of an identifier',
    { 'one/x.yaml': entity('identifiers: { code: [{ value: a, period: ▶20X }] }') },
    '20X has an X where none can stand; it stands for the last digits, as in 201X, 20XX, 2004-XX, 2004-06-XX',
  ],
  [
    'an interval for a date',
    { 'one/x.yaml': source('date: ▶2016/2017') },
    '2016/2017 is an interval; one date is wanted here',
  ],
  [
    'a bad date of a claim',
    {
      'one/x.yaml': entity(
        `claims: [{ source: gazette, locator: p. 1, says: it, credibility: 2, checked: ▶2015-02-29 }]`,
      ),
    },
    'day 29 does not exist in 2015-02-29',
  ],
  [
    'an id that is no slug',
    { 'one/x.yaml': 'entities:\n  - { id: ▶Ünter_Co, kind: actor, name: A }\n' },
    'the id Ünter_Co is no slug (lower-case letters, digits, hyphens); write unter-co',
  ],
  [
    'a relation id that is no slug',
    { 'one/x.yaml': owns().replace('r1', '▶R.1') },
    'the id R.1 is no slug (lower-case letters, digits, hyphens); write r-1',
  ],
  [
    'an id taken within a file',
    { 'one/x.yaml': `${entity('')}  - { id: ▶extra, kind: actor, name: B }\n` },
    'another entity has the id extra at one/x.yaml:2:5',
  ],
  [
    'an entity id taken in another collection',
    {
      'two/collection.yaml': 'title: Two\nlicence: CC0-1.0\nmaintainer: Us\n',
      'two/x.yaml': 'entities:\n  - id: ▶acme\n    kind: company\n    name: A\n',
    },
    'another entity has the id acme at one/base.yaml:4:5',
  ],
  [
    'a source id taken',
    { 'one/x.yaml': 'sources:\n  - { title: S, reliability: C, id: ▶gazette }\n' },
    'another source has the id gazette at one/base.yaml:2:5',
  ],
  [
    'a relation id taken, in lines',
    { 'one/relations.jsonl': `${relation()}\n${relation({ period: '2016' }).replace('"r1"', '▶"r1"')}\n` },
    'another relation has the id r1 at one/relations.jsonl:1:1',
  ],
  [
    'a relation that stands already',
    {
      'one/relations.jsonl': `${relation()}\n${relation({ id: 'r2', period: '2016' })}\n\n▶${relation({ id: 'r3' })}\n`,
    },
    'the same relation (from, type, to, period, attributes) stands already at one/relations.jsonl:1:1',
  ],
  [
    'a symmetric relation that stands already the other way round',
    {
      'one/relations.jsonl': `${relation({ type: 'rivals' })}\n▶${relation({ id: 'r2', type: 'rivals', from: 'acme', to: 'boss' })}\n`,
    },
    'the same relation (from, type, to, period, attributes) stands already at one/relations.jsonl:1:1',
  ],
  ['no claim', { 'one/x.yaml': owns('', '▶[]') }, 'needs at least one entry'],
  [
    'claims left out',
    { 'one/x.yaml': 'relations:\n  - ▶{ id: r1, from: boss, type: owns, to: acme }\n' },
    'claims is missing',
  ],
  [
    'a claim without source',
    { 'one/x.yaml': owns('', '[▶{ locator: p. 1, says: it, credibility: 2 }]') },
    'source is missing',
  ],
  [
    'a credibility past 6',
    { 'one/x.yaml': owns('', '[{ source: gazette, locator: p. 1, says: it, credibility: ▶7 }]') },
    'must be at most 6, not 7',
  ],
  [
    'a wrong domain',
    { 'one/x.yaml': owns().replace('boss', '▶town') },
    'town is of kind place; the from of owns must be actor',
  ],
  [
    'a wrong range',
    { 'one/x.yaml': owns().replace('acme', '▶boss') },
    'boss is of kind actor; the to of owns must be company',
  ],
  [
    'an undeclared attribute',
    { 'one/x.yaml': owns(', attributes: { steak: ▶3 }') },
    'owns has no attribute steak; did you mean stake?',
  ],
  [
    'mistyped attributes',
    { 'one/x.yaml': owns(', attributes: { stake: ▶half, listed: ▶1, role: ▶2, since: ▶2016-31 }') },
    'stake must be a number, not half',
    'listed must be true or false, not 1',
    'role must be text, not 2',
    'month 31 does not exist in 2016-31 (01 to 12, or 21 to 24 for a season)',
  ],
  [
    'former ids that clash',
    {
      'one/x.yaml': `${entity('formerIds: [▶acme, old]')}  - { id: other, kind: actor, name: B, formerIds: [▶old] }\n`,
    },
    'the former id acme is the id of an entity at one/base.yaml:4:5',
    'the former id old is claimed by another entity at one/x.yaml:2:5',
  ],
  [
    'a line that is no JSON',
    { 'one/relations.jsonl': `${relation()}\n{"id": ▶x}\n` },
    'is no JSON: invalid symbol',
  ],
  [
    'a line that breaks off',
    { 'one/relations.jsonl': `${relation()}\n{"id": "x",▶` },
    'is no JSON: property name expected',
  ],
  [
    'a faulty line',
    {
      'one/entities.jsonl':
        '\n{"id": "a", "kind": "actor", "name": "军事", "place": {"name": "B", "precision": ▶"town"}}\n',
    },
    'expected one of exact, site, city, country, not town',
  ],
  ['a missing key in a line', { 'one/entities.jsonl': '▶{"id": "a", "kind": "actor"}\n' }, 'name is missing'],
  ['no UTF-8', { 'one/x.yaml': new Uint8Array([0x61, 0xff]) }, 'is not UTF-8 text'],
  [
    'a collection under another name',
    { 'one/collection.yaml': 'id: ▶two\ntitle: One\nlicence: CC0-1.0\nmaintainer: Us\n' },
    'the collection lies in the folder one, so its id cannot be two',
  ],
  [
    'a collection whose errors nobody can report',
    {
      'one/collection.yaml': 'title: One\nlicence: CC0-1.0\nmaintainer: Us\nreports: ▶us@example.org\n',
    },
    'us@example.org will not do; give mailto: and an address, or an https address',
  ],
  [
    'a collection without licence',
    { 'one/collection.yaml': '▶title: One\nmaintainer: Us\n' },
    'licence is missing',
  ],
  [
    'a collection whose folder is no slug',
    { 'Two X/collection.yaml': 'title: Two\nlicence: CC0-1.0\nmaintainer: Us\n' },
    'the id Two X is no slug (lower-case letters, digits, hyphens); write two-x',
  ],
  [
    'a folder without collection.yaml',
    { 'two/deep/x.yaml': '{}\n' },
    'is missing; it gives title, licence and maintainer of the collection',
  ],
  [
    'data outside any collection',
    { 'x.yaml': '{}\n' },
    'lies outside any collection; move it into the folder of one',
  ],
  ['a file that would not be read', { 'one/x.yml': '{}\n' }, 'would not be read; let its name end in .yaml'],
  [
    'bulk under another name',
    { 'one/x.jsonl': '{}\n' },
    'would not be read; name it sources.jsonl, entities.jsonl or relations.jsonl',
  ],
  [
    'an ontology with faults',
    {
      'ontology.yaml': ontology
        .replace('parent: actor', 'parent: ▶acter')
        .replace('range: [company]', 'range: [▶compny]')
        .replace('defaultLens: all', 'defaultLens: ▶al')
        .replace('scope: {}', 'scope: { kind: [▶x], type: [▶y], collection: [▶on], asOf: ▶2016-13 }')
        .replace('families:', 'families:\n  - { id: ▶Ties, label: Ties }'),
    },
    'no lens has the id al; did you mean all?',
    'no kind has the id acter; did you mean actor?',
    'the id Ties is no slug (lower-case letters, digits, hyphens); write ties',
  ],
  [
    'an ontology of another shape',
    { 'ontology.yaml': ontology.replace('conduit: true', 'conduit: ▶yes') },
    'expected true or false, not yes',
  ],
];
