/** Writes JSON-LD 1.1: entities and relations as nodes, the latter as statements in the sense of RDF. */
import type { Entity } from '../contract/records.js';
import type { Ontology } from '../model/ontology.js';
import { entityColumns, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Ids are percent-encoded behind prefixes, so that entities, relations, kinds and types cannot meet. */
const CONTEXT = {
  '@version': 1.1,
  entity: 'urn:asterism:entity:',
  relation: 'urn:asterism:relation:',
  kind: 'urn:asterism:kind:',
  type: 'urn:asterism:type:',
  wikidata: 'http://www.wikidata.org/entity/',
  name: 'http://www.w3.org/2000/01/rdf-schema#label',
  names: { '@id': 'http://www.w3.org/2004/02/skos/core#prefLabel', '@container': '@language' },
  sameAs: { '@id': 'http://www.w3.org/2002/07/owl#sameAs', '@type': '@id' },
  Statement: `${RDF}Statement`,
  subject: { '@id': `${RDF}subject`, '@type': '@id' },
  predicate: { '@id': `${RDF}predicate`, '@type': '@id' },
  object: { '@id': `${RDF}object`, '@type': '@id' },
  symmetric: 'urn:asterism:symmetric',
  properties: { '@id': 'urn:asterism:properties', '@type': '@json' },
};

export const jsonldExporter: Exporter = {
  id: 'jsonld',
  extension: '.jsonld',
  mediaType: 'application/ld+json',
  *write({ entities, relations, ontology }) {
    const nodes = yield* each(entities, (entity) => JSON.stringify(entityNode(entity, ontology)));
    const statements = yield* each(relations, (relation) =>
      JSON.stringify({
        '@id': prefixed('relation', relation.id),
        '@type': 'Statement',
        subject: prefixed('entity', relation.from),
        predicate: prefixed('type', relation.type),
        object: prefixed('entity', relation.to),
        ...(isDirected(relation, ontology) ? {} : { symmetric: true }),
        properties: relationColumns(relation),
      }),
    );
    return `{"@context":${JSON.stringify(CONTEXT)},"@graph":[${[...nodes, ...statements].join(',')}]}`;
  },
};

function entityNode(entity: Entity, ontology: Ontology) {
  const { wikidata } = entity.identifiers;
  const kindClass = ontology.kind(entity.kind)?.wikidata;
  const kind = prefixed('kind', entity.kind);
  return {
    '@id': prefixed('entity', entity.id),
    '@type': /^Q\d+$/.test(kindClass ?? '') ? [kind, `wikidata:${kindClass}`] : kind,
    name: entity.name,
    ...(Object.keys(entity.names).length === 0 ? {} : { names: entity.names }),
    ...(typeof wikidata === 'string' && /^Q\d+$/.test(wikidata) ? { sameAs: `wikidata:${wikidata}` } : {}),
    properties: entityColumns(entity),
  };
}

const prefixed = (prefix: string, id: string) =>
  `${prefix}:${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}`;
