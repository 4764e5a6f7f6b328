/** Reads Pajek networks: vertices, arcs, edges and their lists, with the names of relations. */
import { type Attributes, readDeclared } from './attribute-values.js';
import { decodeLooseText } from './decode-text.js';
import { DraftGraph } from './draft-graph.js';
import type { Importer } from './importer.js';

const MOST_VERTICES = 1_000_000;
const WORD = /"([^"]*)"|\[[^\]]*\]|\S+/g;

export const pajekImporter: Importer = {
  id: 'pajek',
  extensions: ['.net'],
  read: (bytes, fileName) => {
    const draft = new DraftGraph(fileName, bytes);
    new PajekReader(decodeLooseText(bytes, draft), draft).read();
    return draft.finish();
  },
};

type Word = { text: string; column: number };

class PajekReader {
  readonly #text: string;
  readonly #draft: DraftGraph;
  #section: ((words: readonly Word[]) => void) | undefined;
  #vertices = 0;
  #listed = new Set<number>();
  #sections = 0;

  constructor(text: string, draft: DraftGraph) {
    this.#text = text;
    this.#draft = draft;
  }

  read(): void {
    let line = 0;
    for (let start = 0; start < this.#text.length; ) {
      const newline = this.#text.indexOf('\n', start);
      const end = newline < 0 ? this.#text.length : newline;
      this.#readLine(this.#text.slice(start, end), ++line);
      start = end + 1;
    }
    if (this.#sections === 0) this.#draft.stop('there is no *Vertices section; is this another format?');
    this.#addUnlisted();
  }

  #readLine(line: string, number: number): void {
    const words: Word[] = [];
    for (const match of line.matchAll(WORD))
      words.push({ text: match[1] ?? match[0], column: match.index + 1 });
    const [first] = words;
    if (first === undefined || first.text.startsWith('%')) return;
    this.#draft.at(number, first.column);
    if (line.trimStart().startsWith('*')) this.#open(words);
    else if (this.#section === undefined)
      this.#draft.stop('the file does not begin with a section such as *Vertices; is this another format?');
    else this.#section(words);
  }

  #open([head, ...rest]: readonly Word[]): void {
    const section = head!.text.toLowerCase();
    // `*Arcs :2 "likes"` is a relation with a number and a name.
    const name = rest.find(({ text }) => !text.startsWith(':'))?.text;
    const numbered = rest.find(({ text }) => text.startsWith(':'))?.text;
    const relation = name ?? numbered?.slice(1);
    switch (section) {
      case '*network':
        this.#section = undefined;
        return;
      case '*vertices':
        this.#openVertices(rest[0]?.text ?? '');
        return;
      case '*arcs':
      case '*edges':
        this.#section = (words) => this.#addLine(words, section === '*arcs', relation);
        return;
      case '*arcslist':
      case '*edgeslist':
        this.#section = ([from, ...targets]) => {
          for (const to of targets) this.#addEdge(from!.text, to.text, section === '*arcslist', relation, {});
        };
        return;
      default:
        this.#draft.stop(
          `the section ${head!.text} cannot be read; save the network as vertices, arcs and edges`,
        );
    }
  }

  #openVertices(count: string): void {
    if (this.#sections++ > 0) this.#draft.stop('the file holds several networks; give one file to each');
    if (!/^\d+$/.test(count) || Number(count) > MOST_VERTICES)
      this.#draft.stop(`*Vertices wants their number, ${MOST_VERTICES} at most, not '${count}'`);
    this.#vertices = Number(count);
    this.#section = ([id, label]) => {
      const number = Number(id!.text);
      if (!Number.isInteger(number) || number < 1 || number > this.#vertices) {
        this.#draft.fault(
          `'${id!.text}' is no vertex from 1 to ${this.#vertices}; correct it or the number after *Vertices`,
        );
        return;
      }
      this.#listed.add(number);
      const attributes: Attributes = {};
      if (label !== undefined) this.#draft.set(attributes, 'label', label.text);
      this.#draft.addNode(String(number), attributes);
    };
  }

  /** Vertices that the count covers and no line describes. */
  #addUnlisted(): void {
    for (let i = 1; i <= this.#vertices; i++) if (!this.#listed.has(i)) this.#draft.addNode(String(i), {});
  }

  #addLine(words: readonly Word[], directed: boolean, relation: string | undefined): void {
    const [from, to, value, ...more] = words;
    if (to === undefined) {
      this.#draft.fault('the line names one vertex; name two');
      return;
    }
    const attributes: Attributes = {};
    const given = [...(value === undefined ? [] : [value]), ...more];
    const label = given.findIndex(({ text }) => text === 'l');
    if (label >= 0 && given[label + 1] !== undefined)
      this.#draft.set(attributes, 'label', given[label + 1]!.text);
    const time = given.find(({ text }) => text.startsWith('['));
    if (time !== undefined) this.#draft.set(attributes, 'time', time.text);
    if (value !== undefined && !/^[[a-z]/i.test(value.text)) {
      this.#draft.set(attributes, 'weight', this.#number(value.text));
    }
    this.#addEdge(from!.text, to.text, directed, relation, attributes);
  }

  #number(text: string): number | undefined {
    try {
      const value = readDeclared('double', text);
      return typeof value === 'number' ? value : undefined;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#draft.fault(error.message);
      return undefined;
    }
  }

  #addEdge(
    from: string,
    to: string,
    directed: boolean,
    relation: string | undefined,
    attributes: Attributes,
  ): void {
    for (const end of [from, to]) {
      if (!/^\d+$/.test(end)) {
        this.#draft.fault(`'${end}' is no number of a vertex; correct it`);
        return;
      }
    }
    if (relation !== undefined) this.#draft.set(attributes, 'relation', relation);
    this.#draft.addEdge({ from: String(Number(from)), to: String(Number(to)), directed, attributes });
  }
}
