/** Reads the JSON that graphology's `graph.export()` writes. */
import { decodeText, placeIn } from './decode-text.js';
import { DraftGraph, type Place } from './draft-graph.js';
import type { Importer } from './importer.js';
import { attributesOf, idOf, isObject, parseJson } from './json-values.js';

type JsonPath = readonly [string, number];

const NO_GRAPH = 'this is no graphology graph: it wants { "nodes": [], "edges": [] }';

export const graphologyImporter: Importer = {
  id: 'graphology',
  title: 'graphology JSON',
  description:
    'Nodes with key and attributes, edges with source, target, attributes and `undirected`; a graph of type undirected has no other. Attributes that are objects become their JSON text, null is no value.',
  reference: 'https://graphology.github.io/serialization.html',
  extensions: ['.json'],
  read: (bytes, fileName) => {
    const draft: DraftGraph = new DraftGraph(fileName, bytes);
    const text = decodeText(bytes, draft);
    const root = parseJson(text, draft);
    if (!isObject(root)) draft.stop(NO_GRAPH);
    const { nodes, edges, options } = root;
    if (!Array.isArray(nodes) || !Array.isArray(edges)) draft.stop(NO_GRAPH);
    const undirected = isObject(options) && options['type'] === 'undirected';
    let path: JsonPath = ['nodes', 0];
    draft.locate(locatorIn(text, () => path));
    nodes.forEach((node: unknown, i: number) => {
      path = ['nodes', i];
      addNode(node, draft);
    });
    edges.forEach((edge: unknown, i: number) => {
      path = ['edges', i];
      addEdge(edge, undirected, draft);
    });
    return draft.finish();
  },
};

function addNode(node: unknown, draft: DraftGraph): void {
  const key = isObject(node) ? idOf(node['key']) : undefined;
  if (!isObject(node) || key === undefined) draft.fault('the node has no key; give it a text');
  else draft.addNode(key, attributesOf(node['attributes'], draft));
}

function addEdge(edge: unknown, undirected: boolean, draft: DraftGraph): void {
  const from = isObject(edge) ? idOf(edge['source']) : undefined;
  const to = isObject(edge) ? idOf(edge['target']) : undefined;
  if (!isObject(edge) || from === undefined || to === undefined) {
    draft.fault(`the edge has no ${from === undefined ? 'source' : 'target'}; name a node`);
    return;
  }
  draft.addEdge({
    id: idOf(edge['key']),
    from,
    to,
    directed: !undirected && edge['undirected'] !== true,
    attributes: attributesOf(edge['attributes'], draft),
  });
}

/** JSON.parse forgets positions: on the first fault the text is walked through once for those of all nodes and edges. */
function locatorIn(text: string, path: () => JsonPath): () => Place {
  let positions: ReadonlyMap<string, readonly number[]> | undefined;
  return () => {
    positions ??= elementPositions(text);
    const [list, index] = path();
    return placeIn(text, positions.get(list)?.[index] ?? 0);
  };
}

/** Where the elements of each list under the root begin, in a text that is known to be JSON. O(characters). */
function elementPositions(text: string): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  let list: number[] | undefined;
  let key = '';
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+/gs)) {
    if (list !== undefined && depth === 2 && list.at(-1) === -1 && token !== ']')
      list[list.length - 1] = index;
    if (token === '[' && depth === 1) {
      list = [-1];
      positions.set(key, list);
    } else if (token === ',' && depth === 2) list?.push(-1);
    else if (depth === 1 && token.startsWith('"')) key = JSON.parse(token) as string;
    if (token === '[' || token === '{') depth++;
    else if ((token === ']' || token === '}') && --depth === 1) list = undefined;
  }
  return positions;
}
