/** Reads JSON-LD: our own, and plain node objects that link to one another by `@id`. */
import type { Attributes } from './attribute-values.js';
import { decodeText } from './decode-text.js';
import { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';
import { attributesOf, isObject, itemLocator, type Json, parseJson } from './json-values.js';

/** What a node is called, in the vocabularies that are met most. */
const NAMES = [
  'name',
  'label',
  'rdfs:label',
  'schema:name',
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://schema.org/name',
  'https://schema.org/name',
];
const NO_GRAPH = 'this is no JSON-LD graph: it wants { "@graph": [ { "@id": … } ] }';
const OWN_PREFIX = /^(?:entity|relation|kind|type):/;

export const jsonldImporter: Importer = {
  id: 'jsonld',
  extensions: ['.jsonld'],
  read: (bytes, fileName) => {
    const draft: DraftGraph = new DraftGraph(fileName, bytes);
    const text = decodeText(bytes, draft);
    const root = parseJson(text, draft);
    const [key, nodes] = isObject(root) ? ['@graph', root['@graph']] : ['', root];
    if (!Array.isArray(nodes)) draft.stop(NO_GRAPH);
    let at = 0;
    draft.locate(itemLocator(text, () => [key, at]));
    nodes.forEach((node: unknown, i: number) => {
      at = i;
      const id = isObject(node) ? node['@id'] : undefined;
      if (!isObject(node) || typeof id !== 'string')
        draft.fault('the node has no @id; flatten the document, which gives it one');
      else if (node['@type'] === 'Statement') addStatement(id, node, draft);
      else addNode(id, node, draft);
    });
    return draft.finish();
  },
};

function addStatement(id: string, node: Json, draft: DraftGraph): void {
  const [from, type, to] = ['subject', 'predicate', 'object'].map((name) => linkOf(node[name]));
  if (from === undefined || type === undefined || to === undefined) {
    draft.fault(`the statement ${id} lacks subject, predicate or object; name each by @id`);
    return;
  }
  draft.addEdge({
    id: ownId(id),
    from: ownId(from),
    to: ownId(to),
    directed: node['symmetric'] !== true,
    attributes: { relation: ownId(type), ...attributesOf(node['properties'], draft) },
  });
}

function addNode(id: string, node: Json, draft: DraftGraph): void {
  const { '@id': _, '@type': types, properties, names, sameAs, ...others } = node;
  const [type] = [types].flat();
  const name = NAMES.map((key) => textOf(others[key])).find((text) => text !== undefined);
  // Of our own files properties hold everything, names by language and sameAs included.
  if (isObject(properties)) {
    const label = name === undefined ? {} : { label: name };
    draft.addNode(ownId(id), { ...label, ...attributesOf(properties, draft) });
    return;
  }
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries({ ...others, names, sameAs, properties })) {
    if (NAMES.includes(key) && textOf(value) === name) continue;
    const links = [value].flat().map((one) => (isObject(one) ? one['@id'] : undefined));
    if (links.length === 0 || !links.every((link) => typeof link === 'string')) rest[key] = plain(value);
    else
      for (const to of links)
        draft.addEdge({ from: id, to, directed: true, attributes: { relation: lastPart(key) } });
  }
  const attributes: Attributes = attributesOf(rest, draft);
  if (name !== undefined) attributes['label'] = name;
  if (typeof type === 'string') attributes['kind'] = lastPart(type);
  draft.addNode(id, attributes);
}

/** `{ "@value": x }` is x; of a list with one item, that. */
function plain(value: unknown): unknown {
  const literal = (one: unknown) => (isObject(one) && '@value' in one ? one['@value'] : one);
  if (!Array.isArray(value)) return literal(value);
  return value.length === 1 ? literal(value[0]) : value.map(literal);
}

function textOf(value: unknown): string | undefined {
  const text = plain(Array.isArray(value) ? value[0] : value);
  return typeof text === 'string' ? text : undefined;
}

const linkOf = (value: unknown) => textOf(isObject(value) ? value['@id'] : value);

/** The id behind a prefix of our own; others stay whole, for they are addresses, and so does what is wrongly encoded. */
function ownId(id: string): string {
  try {
    return OWN_PREFIX.test(id) ? decodeURIComponent(id.replace(OWN_PREFIX, '')) : id;
  } catch {
    return id;
  }
}

/** Of an address or a compact one, what a person would call it. */
const lastPart = (iri: string) => /[^/#:]+$/.exec(iri)?.[0] ?? iri;
