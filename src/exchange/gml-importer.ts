/** Reads GML: nodes and edges with their keys, labels, repeated keys as lists. */
import type { Attributes, AttributeValue } from './attribute-values.js';
import { decodeText, placeIn } from './decode-text.js';
import { DraftGraph } from './draft-graph.js';
import { decodeGmlKey, type GmlPair, readGmlPairs } from './gml-tokens.js';
import type { Importer } from './importer.js';

/** NetworkX writes this first in a list that would else look like a single value. */
const LIST_START = '_networkx_list_start';
const KEYS_OF_NODE = new Set(['id', 'entityId']);
const KEYS_OF_EDGE = new Set(['id', 'source', 'target', 'directed']);
const DRAWING = new Set(['graphics', 'LabelGraphics']);

export const gmlImporter: Importer = {
  id: 'gml',
  extensions: ['.gml'],
  read: (bytes, fileName) => {
    const draft: DraftGraph = new DraftGraph(fileName, bytes);
    const text = decodeText(bytes, draft);
    const graphs = readGmlPairs(text, draft).filter(
      (pair) => pair.key === 'graph' && Array.isArray(pair.value),
    );
    const [graph, second] = graphs;
    let position = second?.position ?? 0;
    draft.locate(() => placeIn(text, position));
    if (graph === undefined) draft.stop('there is no `graph [ … ]`; is this another format?');
    if (second !== undefined) draft.stop('the file holds several graphs; give one file to each');
    const pairs = graph.value as GmlPair[];
    const ids = new Map<string, string>();
    const directed = pairs.some(({ key, value }) => key === 'directed' && value === 1);
    for (const pair of pairs) {
      if (pair.key !== 'node' && pair.key !== 'edge') continue;
      position = pair.position;
      if (!Array.isArray(pair.value)) draft.fault(`${pair.key} has no list; write ${pair.key} [ … ]`);
      else if (pair.key === 'node') addNode(pair.value, ids, draft);
      else addEdge(pair.value, ids, directed, draft);
    }
    return draft.finish();
  },
};

/** @param ids the id in the file to that of the entity, where they differ */
function addNode(pairs: GmlPair[], ids: Map<string, string>, draft: DraftGraph): void {
  const id = idOf(pairs, 'id');
  if (id === undefined) {
    draft.fault('the node has no id; give it one');
    return;
  }
  const attributes = attributesOf(pairs, KEYS_OF_NODE, draft);
  // Our own exporter: GML wants numbers for ids and NetworkX wants labels to differ, so id and name are kept beside them.
  const entityId = idOf(pairs, 'entityId');
  if (entityId !== undefined) {
    if (attributes['name'] !== undefined) delete attributes['label'];
    ids.set(id, entityId);
  }
  draft.addNode(entityId ?? id, attributes);
}

function addEdge(
  pairs: GmlPair[],
  ids: ReadonlyMap<string, string>,
  directed: boolean,
  draft: DraftGraph,
): void {
  const from = idOf(pairs, 'source');
  const to = idOf(pairs, 'target');
  if (from === undefined || to === undefined) {
    draft.fault(`the edge has no ${from === undefined ? 'source' : 'target'}; name a node`);
    return;
  }
  // Not of GML: our own exporter says so of the odd edges in a graph that mixes both.
  const own = pairs.find(({ key }) => key === 'directed')?.value;
  draft.addEdge({
    id: idOf(pairs, 'id'),
    from: ids.get(from) ?? from,
    to: ids.get(to) ?? to,
    directed: own === 0 || own === 1 ? own === 1 : directed,
    attributes: attributesOf(pairs, KEYS_OF_EDGE, draft),
  });
}

/** An id, which may be a number or text. */
function idOf(pairs: readonly GmlPair[], wanted: string): string | undefined {
  const value = pairs.find(({ key }) => key === wanted)?.value;
  return value === undefined || Array.isArray(value) ? undefined : String(value);
}

/** @param known keys that are no attributes */
function attributesOf(pairs: readonly GmlPair[], known: ReadonlySet<string>, draft: DraftGraph): Attributes {
  const attributes: Attributes = {};
  const collect = (inner: readonly GmlPair[], prefix: string) => {
    for (const { key, value } of inner) {
      if (DRAWING.has(key) || (prefix === '' && known.has(key))) continue;
      const name = prefix + decodeGmlKey(key);
      if (Array.isArray(value)) collect(value, `${name}.`);
      else {
        const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
        draft.set(attributes, name, before === undefined ? value : repeated(before, value));
      }
    }
  };
  collect(pairs, '');
  return attributes;
}

/** A key that comes again makes a list. */
function repeated(before: AttributeValue, value: string | number): AttributeValue {
  if (before === LIST_START) return [value];
  if (typeof before === 'boolean') return [String(before), value];
  return Array.isArray(before) ? [...before, value] : [before, value];
}
