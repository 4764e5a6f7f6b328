/** Reads GraphML: typed attributes with defaults, nested graphs, mixed directions, labels of yEd. */
import { type Attributes, readDeclared } from './attribute-values.js';
import { othersOf } from './columns.js';
import { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';
import { readXml, type XmlHandler } from './read-xml.js';

interface Key {
  id: string;
  name: string;
  domain: string;
  type: string;
  fallback?: string;
}

/** A node or an edge that has been opened and not closed; edges have ends. */
interface Owner {
  ends: { from: string; to: string; directed: boolean } | undefined;
  id: string | undefined;
  attributes: Attributes;
  line: number;
  column: number;
}

/** Attributes of nodes and edges themselves. */
const KNOWN = new Set(['id', 'source', 'target', 'directed']);

export const graphmlImporter: Importer = {
  id: 'graphml',
  extensions: ['.graphml'],
  read: (bytes, fileName) => {
    const draft = new DraftGraph(fileName, bytes);
    readXml(bytes, draft, 'graphml', new GraphmlHandler(draft));
    return draft.finish();
  },
};

class GraphmlHandler implements XmlHandler {
  readonly #draft: DraftGraph;
  readonly #keys = new Map<string, Key>();
  /** By name, what keys of it are for. */
  readonly #domains = new Map<string, Set<string>>();
  readonly #withFallback: Key[] = [];
  /** Innermost last; undefined for a graph or a port, whose data belongs to neither node nor edge. */
  readonly #owners: (Owner | undefined)[] = [];
  /** Of the graphs that are open: whether their edges are directed by default. */
  readonly #directedDefaults: boolean[] = [];
  #graphs = 0;
  /** The key or the data element that is open. */
  #key: Key | undefined;

  constructor(draft: DraftGraph) {
    this.#draft = draft;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'key':
        this.#openKey(attributes);
        break;
      case 'graph':
        this.#openGraph(attributes['edgedefault']);
        this.#owners.push(undefined);
        break;
      case 'port':
        this.#owners.push(undefined);
        break;
      case 'node': {
        const id = attributes['id'];
        if (id === undefined) this.#draft.stop('a node has no id; give it one');
        this.#owners.push(this.#owner(id, attributes, undefined));
        break;
      }
      case 'edge':
        this.#openEdge(attributes);
        break;
      case 'data': {
        const key = attributes['key'];
        this.#key = key === undefined ? undefined : this.#keys.get(key);
        if (this.#key === undefined)
          this.#draft.fault(`no <key> declares the key '${key ?? ''}' of this data; declare it`);
        break;
      }
      case 'hyperedge':
        this.#draft.fault('hyperedges cannot be read; write a node for it and an edge to each of its ends');
    }
  }

  close(name: string, text: string): void {
    const owner = this.#owners.at(-1);
    switch (name) {
      case 'default':
        if (this.#key !== undefined) this.#key.fallback = text;
        break;
      case 'key':
        if (this.#key?.fallback !== undefined) this.#withFallback.push(this.#key);
        this.#key = undefined;
        break;
      case 'data':
        if (this.#key !== undefined && owner !== undefined) this.#set(owner, this.#key, text);
        this.#key = undefined;
        break;
      case 'NodeLabel':
      case 'EdgeLabel':
        if (owner !== undefined && text.trim() !== '' && !Object.hasOwn(owner.attributes, 'label'))
          this.#draft.set(owner.attributes, 'label', text.trim());
        break;
      case 'graph':
        this.#directedDefaults.pop();
        this.#owners.pop();
        break;
      case 'port':
      case 'node':
      case 'edge':
        this.#closeOwner(this.#owners.pop());
    }
  }

  #openKey(attributes: Readonly<Record<string, string>>): void {
    const id = attributes['id'];
    if (id === undefined) this.#draft.stop('a key has no id; give it one');
    const domain = attributes['for'] ?? 'all';
    const wanted = attributes['attr.name'] ?? id;
    const domains = this.#domains.get(wanted) ?? new Set();
    const isTaken = [...domains].some((other) => overlap(other, domain));
    this.#domains.set(wanted, domains.add(domain));
    const list = attributes['attr.list'];
    this.#key = {
      id,
      name: isTaken ? `${wanted} (${id})` : wanted,
      domain,
      // What yEd draws is not said by text; its labels are read from the elements inside.
      type:
        attributes['yfiles.type'] !== undefined
          ? 'drawing'
          : list === undefined
            ? (attributes['attr.type'] ?? 'string')
            : `list${list}`,
    };
    this.#keys.set(id, this.#key);
  }

  #openGraph(edgeDefault: string | undefined): void {
    if (this.#directedDefaults.length > 0)
      this.#draft.warn('The file nests graphs in nodes; all nodes were read side by side.');
    else if (this.#graphs > 0) this.#draft.stop('the file holds several graphs; give one file to each');
    this.#graphs++;
    if (edgeDefault === undefined)
      this.#draft.warn(
        'The graph does not say its edgedefault; edges without a direction of their own were read as undirected.',
      );
    else if (edgeDefault !== 'directed' && edgeDefault !== 'undirected')
      this.#draft.fault(`edgedefault is '${edgeDefault}'; write directed or undirected`);
    this.#directedDefaults.push(edgeDefault === 'directed');
  }

  #openEdge(attributes: Readonly<Record<string, string>>): void {
    const { id, source, target, directed } = attributes;
    if (source === undefined || target === undefined) {
      this.#draft.stop(`the edge has no ${source === undefined ? 'source' : 'target'}; name a node`);
    }
    if (directed !== undefined && directed !== 'true' && directed !== 'false')
      this.#draft.fault(`directed is '${directed}'; write true or false`);
    const ends = {
      from: source,
      to: target,
      directed: directed === undefined ? this.#directedDefaults.at(-1) === true : directed === 'true',
    };
    this.#owners.push(this.#owner(id, attributes, ends));
  }

  #owner(id: string | undefined, attributes: Readonly<Record<string, string>>, ends: Owner['ends']): Owner {
    const { line, column } = this.#draft.place;
    return { id, ends, attributes: othersOf(attributes, KNOWN), line, column };
  }

  #set(owner: Owner, key: Key, text: string): void {
    if (key.type === 'drawing') return;
    try {
      this.#draft.set(owner.attributes, key.name, readDeclared(key.type, text));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#draft.fault(`${key.name}: ${error.message}`);
    }
  }

  #closeOwner(owner: Owner | undefined): void {
    if (owner === undefined) return;
    const domain = owner.ends === undefined ? 'node' : 'edge';
    this.#draft.at(owner.line, owner.column);
    for (const key of this.#withFallback)
      if (overlap(key.domain, domain) && !Object.hasOwn(owner.attributes, key.name))
        this.#set(owner, key, key.fallback!);
    const { id, ends, attributes } = owner;
    if (ends === undefined) this.#draft.addNode(id!, attributes);
    else this.#draft.addEdge({ id, from: ends.from, to: ends.to, directed: ends.directed, attributes });
  }
}

function overlap(domain: string, other: string): boolean {
  return domain === other || domain === 'all' || other === 'all';
}
