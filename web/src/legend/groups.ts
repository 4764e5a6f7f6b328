/** What the legend offers to hide: root kinds with their descendants, families with their types. */
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { rootKind } from '../theme.js';
import type { Group } from './facets.js';

export const kindGroups = (ontology: OntologyRecord): Group[] =>
  ontology.kinds
    .filter(({ parent }) => parent === undefined)
    .map(({ id, label }) => ({
      id,
      label,
      members: ontology.kinds.filter((kind) => rootKind(ontology, kind.id) === id).map((kind) => kind.id),
    }));

export const familyGroups = (ontology: OntologyRecord): Group[] =>
  ontology.families.map(({ id, label }) => ({
    id,
    label,
    members: ontology.types.filter((type) => type.family === id).map((type) => type.id),
  }));
