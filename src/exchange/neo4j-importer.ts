/** Reads the lines of JSON that Neo4j's APOC library exports. */
import type { Attributes } from './attribute-values.js';
import type { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';
import { attributesOf, idOf, isObject, type Json, readJsonLines } from './json-values.js';

/** Marks a relationship that our exporter wrote for a relation without direction. */
export const UNDIRECTED = 'undirected';

export const neo4jImporter: Importer = {
  id: 'neo4j',
  extensions: ['.neo4j.json', '.jsonl', '.ndjson'],
  read: (bytes, fileName) => readJsonLines(bytes, fileName, addRecord),
};

function addRecord(record: Json, draft: DraftGraph): void {
  if (record['type'] === 'node') addNode(record, draft);
  else if (record['type'] === 'relationship') addRelationship(record, draft);
  else draft.fault('the type is neither node nor relationship; is this another format?');
}

function addNode({ id, labels, properties }: Json, draft: DraftGraph): void {
  const key = idOf(id);
  if (key === undefined) {
    draft.fault('the node has no id; give it one');
    return;
  }
  const attributes = attributesOf(properties, draft);
  const label: unknown = Array.isArray(labels) ? labels.at(-1) : undefined;
  draft.addNode(key, withClass(attributes, 'kind', label));
}

function addRelationship({ id, label, start, end, properties }: Json, draft: DraftGraph): void {
  const from = isObject(start) ? idOf(start['id']) : undefined;
  const to = isObject(end) ? idOf(end['id']) : undefined;
  if (from === undefined || to === undefined) {
    draft.fault(`the relationship has no ${from === undefined ? 'start' : 'end'}; name a node by id`);
    return;
  }
  const { [UNDIRECTED]: undirected, ...attributes } = attributesOf(properties, draft);
  if (undirected !== undefined && undirected !== true) draft.set(attributes, UNDIRECTED, undirected);
  draft.addEdge({
    id: idOf(id),
    from,
    to,
    directed: undirected !== true,
    attributes: withClass(attributes, 'relation', label),
  });
}

/** The class that a label tells, unless a property of our exporter tells it more exactly. */
function withClass(attributes: Attributes, property: string, label: unknown): Attributes {
  return attributes[property] !== undefined || typeof label !== 'string'
    ? attributes
    : { ...attributes, [property]: label };
}
