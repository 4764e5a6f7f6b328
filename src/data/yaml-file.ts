/** YAML with places: reads a document into plain values, and finds the line and column of any value in it. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

export interface YamlPlace {
  line: number;
  column: number;
}

/** A document read: its value, or what is wrong with its syntax. */
export type YamlDocument = { value: unknown } | { faults: (YamlPlace & { message: string })[] };

/** Something that looks like an alias: only the slower reader knows when they multiply beyond all reason. */
const ALIAS = /(?:^|[\s[{,:-])\*\S/m;

/**
 * Reads one YAML document (JSON too). Duplicate keys, unknown tags and runaway aliases are faults. A sound document is read by
 * js-yaml, several times faster; what that refuses is read again by the reader that knows places and has the last word.
 */
export function readYaml(text: string): YamlDocument {
  if (!ALIAS.test(text)) {
    try {
      return { value: load(text, { schema: CORE_SCHEMA }) };
    } catch {}
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length === 0) {
    try {
      return { value: document.toJS() };
    } catch (error) {
      // What toJS refuses is an alias that multiplies beyond all reason.
      if (error instanceof ReferenceError)
        return { faults: [{ line: 1, column: 1, message: error.message }] };
      throw error;
    }
  }
  return {
    faults: problems.map(({ pos: [start], message }) => ({
      ...placeOf(lines, start),
      message: plain(message),
    })),
  };
}

/**
 * A function that finds the place of a value by its path (or of the key, with `atKey`). A path that leads further than the
 * document ends at the innermost value there is.
 */
export function yamlLocator(text: string): (path: readonly PropertyKey[], atKey: boolean) => YamlPlace {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return (path, atKey) => {
    let start = document.contents?.range?.[0] ?? 0;
    let node: Node | null = document.contents;
    for (const [depth, part] of path.entries()) {
      if (isAlias(node)) node = node.resolve(document) ?? null;
      let child: unknown;
      if (isSeq(node)) child = node.items[Number(part)];
      else if (isMap(node)) {
        const pair: Pair | undefined = node.items.find(({ key }) => isScalar(key) && key.value === part);
        if (pair === undefined) break;
        const key = pair.key as Node;
        if (atKey && depth === path.length - 1) return placeOf(lines, key.range?.[0] ?? start);
        child = pair.value ?? key;
      }
      if (child === undefined) break;
      node = child as Node;
      start = node.range?.[0] ?? start;
    }
    return placeOf(lines, start);
  };
}

function placeOf(lines: LineCounter, offset: number): YamlPlace {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function plain(message: string): string {
  if (message.startsWith('Maximum call stack')) return 'is nested too deep; flatten it';
  return message.startsWith('Source contains multiple documents')
    ? 'a second document begins; keep to one a file'
    : message;
}
