/** The vocabulary of a file that nobody prepared: the kinds and relation types found in it, one lens, no grades. */
import type { GradingTable, OntologyRecord, RelationType } from '../contract/ontology.js';
import { Ontology } from '../model/ontology.js';

export const DEFAULT_KIND = 'thing';
/** For edges that say nothing of what they are: one id with a direction, one without. */
export const DEFAULT_TYPES = { directed: 'linked-to', undirected: 'linked-with' } as const;

const LABELS = new Map([
  [DEFAULT_KIND, { label: 'thing', inverse: 'thing' }],
  [DEFAULT_TYPES.directed, { label: 'linked to', inverse: 'linked from' }],
  [DEFAULT_TYPES.undirected, { label: 'linked with', inverse: 'linked with' }],
]);
const UNMAPPED = { wikidata: 'none', ftm: 'none' } as const;

/** Words of the Admiralty code. */
export const GRADE_WORDS: Pick<GradingTable, 'reliability' | 'credibility'> = {
  reliability: {
    A: 'completely reliable',
    B: 'usually reliable',
    C: 'fairly reliable',
    D: 'not usually reliable',
    E: 'unreliable',
    F: 'reliability cannot be judged',
  },
  credibility: {
    1: 'confirmed by other sources',
    2: 'probably true',
    3: 'possibly true',
    4: 'doubtful',
    5: 'improbable',
    6: 'truth cannot be judged',
  },
};

/** Its pairs have no number here, for a file carries no grades but F6. */
const GRADING: GradingTable = {
  note: 'A file says nothing of how sure it is: its relations are graded F6, cannot be judged, and have no confidence.',
  confidence: {
    A: [null, null, null, null, null, null],
    B: [null, null, null, null, null, null],
    C: [null, null, null, null, null, null],
    D: [null, null, null, null, null, null],
    E: [null, null, null, null, null, null],
    F: [null, null, null, null, null, null],
  },
  ...GRADE_WORDS,
};

/** As many families as the page has colours for: a file with more types has one for all. */
export const MOST_FAMILIES = 9;

/** A relation type as found: whether its edges have a direction, and the attributes that they carry. */
export interface FoundType {
  id: string;
  symmetric: boolean;
  attributes: RelationType['attributes'];
}

/**
 * The ontology of a file. Every found kind is a root, every type joins any kinds, is a conduit and, where they are few, a family of its
 * own, so that it has a colour. Measures follow the arrows by default when every edge has one; else they read edges either way.
 *
 * @param kinds, types without repetition; defaults stand in when there are none
 */
export function fileOntology(title: string, kinds: readonly string[], types: readonly FoundType[]): Ontology {
  const kindIds = kinds.length === 0 ? [DEFAULT_KIND] : [...kinds];
  const found =
    types.length === 0 ? [{ id: DEFAULT_TYPES.directed, symmetric: false, attributes: {} }] : types;
  const labelOf = (id: string) => LABELS.get(id)?.label ?? id;
  const areFamilies = found.length <= MOST_FAMILIES;
  const record: OntologyRecord = {
    title,
    defaultDirection: types.length > 0 && types.every((type) => !type.symmetric) ? 'out' : 'any',
    defaultLens: 'everything',
    kinds: kindIds.map((id) => ({ id, label: labelOf(id), ...UNMAPPED })),
    families: areFamilies
      ? found.map(({ id }) => ({ id, label: labelOf(id) }))
      : [{ id: 'links', label: 'Links' }],
    types: found.map(({ id, symmetric, attributes }) => ({
      id,
      label: labelOf(id),
      inverse: LABELS.get(id)?.inverse ?? (symmetric ? id : `inverse of ${id}`),
      family: areFamilies ? id : 'links',
      domain: kindIds,
      range: kindIds,
      symmetric,
      conduit: true,
      singleValued: false,
      attributes,
      ...UNMAPPED,
    })),
    lenses: [{ id: 'everything', label: 'Everything', description: 'All that the file holds', scope: {} }],
    grading: GRADING,
    searchExamples: [],
    openings: [],
  };
  return new Ontology(record);
}
