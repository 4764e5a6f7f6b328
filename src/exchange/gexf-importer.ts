/** Reads GEXF 1.1 to 1.3: typed attributes with defaults, lists, hierarchy, times, mixed directions. */
import { type Attributes, readDeclared } from './attribute-values.js';
import { isPeriod, othersOf } from './columns.js';
import { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';
import { readXml, type XmlHandler } from './read-xml.js';

interface Declaration {
  of: 'node' | 'edge';
  title: string;
  type: string;
  fallback?: string;
}

/** A node or an edge that has been opened and not closed; edges have ends. */
interface Owner {
  /** XML attributes of the element itself, such as label and weight. */
  own: Attributes;
  ends: { from: string; to: string; directed: boolean } | undefined;
  id: string | undefined;
  attributes: Attributes;
  spells: Spell[];
  line: number;
  column: number;
}

type Spell = { start: string | undefined; end: string | undefined };
type XmlAttributes = Readonly<Record<string, string>>;

const KNOWN_OF_NODE = new Set(['id', 'start', 'end']);
const KNOWN_OF_EDGE = new Set([...KNOWN_OF_NODE, 'source', 'target', 'type', 'weight']);

export const gexfImporter: Importer = {
  id: 'gexf',
  extensions: ['.gexf'],
  read: (bytes, fileName) => {
    const draft = new DraftGraph(fileName, bytes);
    readXml(bytes, draft, 'gexf', new GexfHandler(draft));
    return draft.finish();
  },
};

class GexfHandler implements XmlHandler {
  readonly #draft: DraftGraph;
  readonly #declared = { node: new Map<string, Declaration>(), edge: new Map<string, Declaration>() };
  readonly #titles = { node: new Set<string>(), edge: new Set<string>() };
  readonly #withFallback = { node: [] as Declaration[], edge: [] as Declaration[] };
  readonly #owners: Owner[] = [];
  #defaultType = 'undirected';
  #timeFormat: string | undefined;
  #graphs = 0;
  /** The class of the attributes being declared, and the declaration that is open. */
  #class: string | undefined;
  #declaration: Declaration | undefined;

  constructor(draft: DraftGraph) {
    this.#draft = draft;
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'graph':
        if (this.#graphs++ > 0) this.#draft.stop('the file holds several graphs; give one file to each');
        this.#defaultType = attributes['defaultedgetype'] ?? 'undirected';
        this.#timeFormat = attributes['timeformat'];
        break;
      case 'attributes':
        this.#class = attributes['class'];
        break;
      case 'attribute':
        this.#declare(attributes);
        break;
      case 'node': {
        const id = attributes['id'];
        if (id === undefined) this.#draft.stop('a node has no id; give it one');
        if (this.#owners.length > 0)
          this.#draft.warn('The file nests nodes in nodes; all were read side by side.');
        this.#owners.push(this.#owner(id, attributes, undefined));
        break;
      }
      case 'edge':
        this.#openEdge(attributes);
        break;
      case 'attvalue':
        this.#addValue(attributes);
        break;
      case 'color':
      case 'size':
      case 'position':
        this.#draft.warn(
          'Colours, sizes and positions of the file were left out: the page lays the graph out anew.',
        );
        break;
      case 'spell':
      case 'slice':
        this.#owners.at(-1)?.spells.push(...spellOf(attributes['start'], attributes['end']));
    }
  }

  close(name: string, text: string): void {
    if (name === 'default' && this.#declaration !== undefined) this.#declaration.fallback = text;
    else if (name === 'attribute') this.#endDeclaration();
    else if (name === 'node' || name === 'edge') this.#closeOwner(this.#owners.pop());
  }

  #declare({ id, title, type }: XmlAttributes): void {
    const of = this.#class;
    if (of === undefined || (of !== 'node' && of !== 'edge')) {
      this.#draft.stop(`attributes are declared for the class '${of ?? ''}'; write node or edge`);
    }
    if (id === undefined) this.#draft.stop('a declared attribute has no id; give it one');
    const wanted = title ?? id;
    const isTaken = this.#titles[of].has(wanted);
    this.#titles[of].add(wanted);
    this.#declaration = { of, title: isTaken ? `${wanted} (${id})` : wanted, type: type ?? 'string' };
    this.#declared[of].set(id, this.#declaration);
  }

  #endDeclaration(): void {
    if (this.#declaration?.fallback !== undefined)
      this.#withFallback[this.#declaration.of].push(this.#declaration);
    this.#declaration = undefined;
  }

  #openEdge(attributes: XmlAttributes): void {
    const { id, source, target, type = this.#defaultType, weight } = attributes;
    if (source === undefined || target === undefined) {
      this.#draft.stop(`the edge has no ${source === undefined ? 'source' : 'target'}; name a node`);
    }
    if (type !== 'directed' && type !== 'undirected' && type !== 'mutual')
      this.#draft.fault(`the edge's type is '${type}'; write directed, undirected or mutual`);
    const owner = this.#owner(id, attributes, { from: source, to: target, directed: type === 'directed' });
    if (weight !== undefined) this.#set(owner.own, { title: 'weight', type: 'double' }, weight);
    this.#owners.push(owner);
  }

  #owner(id: string | undefined, attributes: XmlAttributes, ends: Owner['ends']): Owner {
    const { line, column } = this.#draft.place;
    const own = othersOf(attributes, ends === undefined ? KNOWN_OF_NODE : KNOWN_OF_EDGE);
    return {
      id,
      own,
      ends,
      attributes: {},
      spells: spellOf(attributes['start'], attributes['end']),
      line,
      column,
    };
  }

  #addValue(attributes: XmlAttributes): void {
    const owner = this.#owners.at(-1);
    if (owner === undefined) return;
    // Version 1.1 says `id` where later ones say `for`.
    const id = attributes['for'] ?? attributes['id'] ?? '';
    const declaration = this.#declared[owner.ends === undefined ? 'node' : 'edge'].get(id);
    if (declaration === undefined) this.#draft.fault(`no <attribute> declares '${id}'; declare it`);
    else this.#set(owner.attributes, declaration, attributes['value'] ?? '');
  }

  /** A second value of the same attribute is that of another time: the attribute becomes a list. */
  #set(attributes: Attributes, { title, type }: Pick<Declaration, 'title' | 'type'>, text: string): void {
    try {
      const value = readDeclared(type, text);
      if (value === undefined) return;
      if (!Object.hasOwn(attributes, title)) {
        this.#draft.set(attributes, title, value);
        return;
      }
      this.#draft.warn('Some attributes change in time; their values were kept as lists, without the times.');
      const scalar = (item: string | number | boolean) => (typeof item === 'boolean' ? String(item) : item);
      this.#draft.set(attributes, title, [attributes[title]!, value].flat().map(scalar));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#draft.fault(`${title}: ${error.message}`);
    }
  }

  #closeOwner(owner: Owner | undefined): void {
    if (owner === undefined) return;
    const { id, ends, own, attributes, spells } = owner;
    this.#draft.at(owner.line, owner.column);
    for (const declaration of this.#withFallback[ends === undefined ? 'node' : 'edge'])
      if (!Object.hasOwn(attributes, declaration.title))
        this.#set(attributes, declaration, declaration.fallback!);
    for (const name in own) {
      // The element's own label or weight is the one that readers mean; a declared one of that name steps aside.
      if (Object.hasOwn(attributes, name) && attributes[name] !== own[name])
        this.#draft.set(attributes, `${name} (declared)`, attributes[name]);
      this.#draft.set(attributes, name, own[name]);
    }
    // A period that somebody wrote says more than bounds made for a timeline.
    if (spells.length > 0 && !(typeof attributes['period'] === 'string' && isPeriod(attributes['period'])))
      this.#setTimes(attributes, spells);
    if (ends === undefined) this.#draft.addNode(id!, attributes);
    else this.#draft.addEdge({ id, from: ends.from, to: ends.to, directed: ends.directed, attributes });
  }

  /** One spell of dates is a period; a clock time, a number or several spells stay attributes. */
  #setTimes(attributes: Attributes, spells: readonly Spell[]): void {
    const [first] = spells;
    const numeric = this.#timeFormat !== undefined && !this.#timeFormat.toLowerCase().startsWith('date');
    if (first === undefined) return;
    if (spells.length > 1) {
      this.#draft.warn('What holds in several spells keeps them as a list, and has no date.');
      this.#draft.set(
        attributes,
        'spells',
        spells.map(({ start, end }) => `${start ?? ''}/${end ?? ''}`),
      );
      return;
    }
    const period = periodOf(first);
    if (!numeric && period !== undefined) {
      attributes['period'] = period;
      return;
    }
    this.#draft.set(attributes, 'start', first.start);
    this.#draft.set(attributes, 'end', first.end);
  }
}

function spellOf(start: string | undefined, end: string | undefined): Spell[] {
  return start === undefined && end === undefined ? [] : [{ start, end }];
}

/** A missing bound is unknown, not open: a file seldom says what it means by leaving it out. */
function periodOf({ start = '', end = '' }: Spell): string | undefined {
  const bound = (text: string) => (/^-?inf(inity)?$/i.test(text) ? '..' : text);
  const period = start === end ? start : `${bound(start)}/${bound(end)}`;
  return isPeriod(period) ? period : undefined;
}
