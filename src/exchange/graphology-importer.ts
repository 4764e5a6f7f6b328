/** Reads the JSON that graphology's `graph.export()` writes. */
import { decodeText } from './decode-text.js';
import { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';
import { attributesOf, idOf, isObject, itemLocator, type JsonItem, parseJson } from './json-values.js';

const NO_GRAPH = 'this is no graphology graph: it wants { "nodes": [], "edges": [] }';

export const graphologyImporter: Importer = {
  id: 'graphology',
  extensions: ['.json'],
  read: (bytes, fileName) => {
    const draft: DraftGraph = new DraftGraph(fileName, bytes);
    const text = decodeText(bytes, draft);
    const root = parseJson(text, draft);
    if (!isObject(root)) draft.stop(NO_GRAPH);
    const { nodes, edges, options } = root;
    if (!Array.isArray(nodes) || !Array.isArray(edges)) draft.stop(NO_GRAPH);
    const undirected = isObject(options) && options['type'] === 'undirected';
    let item: JsonItem = ['nodes', 0];
    draft.locate(itemLocator(text, () => item));
    nodes.forEach((node: unknown, i: number) => {
      item = ['nodes', i];
      addNode(node, draft);
    });
    edges.forEach((edge: unknown, i: number) => {
      item = ['edges', i];
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
