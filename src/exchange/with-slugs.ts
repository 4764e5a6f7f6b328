/** Makes what a file holds fit for a data folder: ids become slugs, repeated relations one. */
import type { OntologyRecord, RelationType } from '../contract/ontology.js';
import type { Claim, Relation } from '../contract/records.js';
import type { Dataset } from '../model/dataset.js';
import { Ontology } from '../model/ontology.js';
import { samenessKey } from '../model/sameness.js';
import { SlugIds } from './slug-ids.js';

/**
 * The same dataset with slugs for ids; an entity whose id changed bears the original as an identifier, so that it is still found
 * by it. The collection and its source are named after the file. A data folder holds no relation twice, so of relations that
 * agree in everything but their ids the first is kept, and a warning counts the others. An attribute whose values differ in type
 * becomes text. O(records).
 */
export function withSlugs(dataset: Dataset, fileName: string): Dataset {
  const name = new SlugIds().of(fileName.replace(/\.[^.]*$/, ''));
  const [kinds, families, types] = [new SlugIds(), new SlugIds(), new SlugIds()];
  const [entities, relations] = [new SlugIds(), new SlugIds()];
  const claims = new Map<readonly Claim[], Claim[]>();
  const renamed = (given: readonly Claim[]) => {
    const known = claims.get(given) ?? given.map((claim) => ({ ...claim, source: name }));
    claims.set(given, known);
    return known;
  };
  const { record } = dataset.ontology;
  const ontology: OntologyRecord = {
    ...record,
    kinds: record.kinds.map((kind) => ({ ...kind, id: kinds.of(kind.id) })),
    families: record.families.map((family) => ({ ...family, id: families.of(family.id) })),
    types: record.types.map((type) => ({
      ...type,
      id: types.of(type.id),
      family: families.of(type.family),
      domain: type.domain.map((id) => kinds.of(id)),
      range: type.range.map((id) => kinds.of(id)),
    })),
  };
  const seen = new Set<string>();
  const repeated: string[] = [];
  const kept = dataset.relations.filter((relation) => {
    const key = samenessKey(relation, dataset.ontology.type(relation.type)?.symmetric === true);
    if (seen.has(key)) repeated.push(relation.id);
    return !seen.has(key) && seen.add(key);
  });
  const warnings = [...(dataset.warnings ?? [])];
  if (repeated.length > 0)
    warnings.push(
      `Relations that repeat another in everything but their id were left out: ${repeated.length} (${repeated.slice(0, 12).join(', ')}${repeated.length > 12 ? ', …' : ''}).`,
    );
  return {
    ...dataset,
    ontology: new Ontology(ontology),
    collections: dataset.collections.map((collection) => ({ ...collection, id: name })),
    sources: new Map(
      [...dataset.sources.values()].map((source) => [name, { ...source, id: name, collection: name }]),
    ),
    entities: dataset.entities.map((entity) => {
      const id = entities.of(entity.id);
      return {
        ...entity,
        id,
        kind: kinds.of(entity.kind),
        collection: name,
        claims: renamed(entity.claims),
        ...(id === entity.id ? {} : { identifiers: { ...entity.identifiers, original: entity.id } }),
      };
    }),
    relations: kept.map((relation) => ({
      ...relation,
      id: relations.of(relation.id),
      from: entities.of(relation.from),
      type: types.of(relation.type),
      to: entities.of(relation.to),
      attributes: asDeclared(relation.attributes, dataset.ontology.type(relation.type)!),
      collection: name,
      claims: renamed(relation.claims),
    })),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** Where values differ in type their type declares text, and a data folder wants what is declared. */
function asDeclared(attributes: Relation['attributes'], type: RelationType): Relation['attributes'] {
  const text = (value: Relation['attributes'][string]) =>
    Array.isArray(value) ? value.map(String) : String(value);
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      type.attributes[name]?.type === 'text' ? text(value) : value,
    ]),
  );
}
