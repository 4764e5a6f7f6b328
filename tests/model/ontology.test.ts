import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type OntologyRecord, ontologySchema } from '../../src/contract/ontology.js';
import { Ontology, ontologyFaults } from '../../src/model/ontology.js';
import { ontology as text } from '../data/folder.js';

const record = (change: (record: OntologyRecord) => void = () => {}) => {
  const fresh = ontologySchema.parse(parse(text));
  change(fresh);
  return fresh;
};
const kind = (id: string, parent?: string) => ({
  id,
  label: id,
  wikidata: 'none',
  ftm: 'none',
  ...(parent === undefined ? {} : { parent }),
});

describe('Ontology', () => {
  const ontology = new Ontology(record(({ kinds }) => kinds.push(kind('bank', 'company'))));

  it('closes the taxonomy', () => {
    expect(ontology.isA('bank', 'actor')).toBe(true);
    expect(ontology.isA('bank', 'bank')).toBe(true);
    expect(ontology.isA('actor', 'bank')).toBe(false);
    expect(ontology.isA('bank', 'place')).toBe(false);
    expect(ontology.isA('nothing', 'nothing')).toBe(false);
    expect(ontology.rootOf('bank')).toBe('actor');
    expect(ontology.rootOf('place')).toBe('place');
    expect(ontology.rootOf('nothing')).toBe('nothing');
    expect([...ontology.descendants('actor')].sort()).toEqual(['actor', 'bank', 'company']);
    expect([...ontology.descendants('nothing')]).toEqual([]);
  });

  it('looks things up', () => {
    expect(ontology.kind('company')?.label).toBe('Company');
    expect(ontology.type('owns')?.inverse).toBe('is owned by');
    expect(ontology.family('ties')?.label).toBe('Ties');
    expect(ontology.lens('all')?.scope).toEqual({});
    expect(ontology.kind('toString')).toBeUndefined();
  });

  it('says what a type may join, a symmetric one either way round', () => {
    const owns = ontology.type('owns')!;
    expect(ontology.allows(owns, 'actor', 'bank')).toBe(true);
    expect(ontology.allows(owns, 'bank', 'actor')).toBe(false);
    expect(ontology.allows({ ...owns, symmetric: true }, 'bank', 'actor')).toBe(true);
  });
});

describe('ontologyFaults', () => {
  it('finds none in a sound one', () => {
    expect(ontologyFaults(record())).toEqual([]);
  });

  it.each<[string, (record: OntologyRecord) => void, (string | number)[], string]>([
    [
      'a second id',
      (r) => r.kinds.push(kind('place')),
      ['kinds', 3, 'id'],
      'the id place is given twice in kinds',
    ],
    [
      'a parent',
      (r) => r.kinds.push(kind('x', 'plase')),
      ['kinds', 3, 'parent'],
      'no kind has the id plase; did you mean place?',
    ],
    [
      'a family',
      (r) => {
        r.types[0]!.family = 'tie';
      },
      ['types', 0, 'family'],
      'no family has the id tie; did you mean ties?',
    ],
    [
      'a domain',
      (r) => {
        r.types[0]!.domain = ['actor', 'x'];
      },
      ['types', 0, 'domain', 1],
      'no kind has the id x',
    ],
    [
      'a range',
      (r) => {
        r.types[0]!.range = ['x'];
      },
      ['types', 0, 'range', 0],
      'no kind has the id x',
    ],
    [
      'the default lens',
      (r) => {
        r.defaultLens = 'x';
      },
      ['defaultLens'],
      'no lens has the id x',
    ],
    [
      'a kind of a lens',
      (r) => {
        r.lenses[0]!.scope.kind = ['actor', 'x'];
      },
      ['lenses', 0, 'scope', 'kind', 1],
      'no kind has the id x',
    ],
    [
      'a type of a lens',
      (r) => {
        r.lenses[0]!.scope.type = ['x'];
      },
      ['lenses', 0, 'scope', 'type', 0],
      'no relation type has the id x',
    ],
    [
      'a date of a lens',
      (r) => {
        r.lenses[0]!.scope.asOf = '2016-13';
      },
      ['lenses', 0, 'scope', 'asOf'],
      'month 13 does not exist in 2016-13 (01 to 12, or 21 to 24 for a season)',
    ],
  ])('reports %s', (_, change, path, message) => {
    expect(ontologyFaults(record(change))).toEqual([{ path, message }]);
  });

  it('reports every kind of a circle, not those that hang on it, and survives it', () => {
    const circular = record(({ kinds }) =>
      kinds.push(kind('a', 'b'), kind('b', 'a'), kind('hangs-on', 'a'), kind('own', 'own')),
    );
    expect(ontologyFaults(circular).map(({ message }) => message)).toEqual([
      'a is its own ancestor: a → b → a',
      'b is its own ancestor: b → a → b',
      'own is its own ancestor: own → own',
    ]);
    expect(new Ontology(circular).isA('hangs-on', 'b')).toBe(true);
  });
});
