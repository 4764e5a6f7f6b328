/** What the formats written in JSON share: faults with their place, ids, attributes, one record a line. */
import type { Dataset } from '../model/dataset.js';
import { type Attributes, readLoose } from './attribute-values.js';
import { decodeText, placeIn } from './decode-text.js';
import { DraftGraph, type Place } from './draft-graph.js';

export type Json = Readonly<Record<string, unknown>>;

/** Reads a file of JSON objects, one a line, blank lines passed over, and adds each to a draft. Faults are told with their line. */
export function readJsonLines(
  bytes: Uint8Array,
  fileName: string,
  add: (record: Json, draft: DraftGraph) => void,
): Dataset {
  const draft: DraftGraph = new DraftGraph(fileName, bytes);
  decodeText(bytes, draft)
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      draft.at(i + 1, 1);
      let record: unknown;
      try {
        record = JSON.parse(line);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        draft.stop('this line is no JSON; the format wants one { … } a line');
      }
      if (isObject(record)) add(record, draft);
      else draft.fault('this line is no object; write { … }');
    });
  return draft.finish();
}

/** A whole text of JSON; what is none is a fault with its place. */
export function parseJson(text: string, draft: DraftGraph): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = placeIn(text, syntaxFaultIn(text, error.message));
    draft.at(line, column);
    return draft.stop(
      `this is no well-formed JSON: ${error.message.replace(/ in JSON at position .*/s, '')}; correct it there`,
    );
  }
}

/** V8 tells the position of some faults; of the others it quotes ten characters on either side. */
function syntaxFaultIn(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (message.includes('end of JSON')) return text.length;
  const quoted = /^[^,]*, \.\.\."(.{10,})"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  const at = quoted === undefined ? -1 : text.indexOf(quoted);
  return quoted === undefined || at < 0 || at !== text.lastIndexOf(quoted) ? 0 : at + 10;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers that serve as ids become text, as graphology makes them. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Attributes from a JSON object, by the rules of `readLoose`. */
export function attributesOf(given: unknown, draft: DraftGraph): Attributes {
  const attributes: Attributes = {};
  if (given === undefined || given === null) return attributes;
  if (!isObject(given)) {
    draft.fault('the attributes are no object; write { … }');
    return attributes;
  }
  for (const name in given) {
    try {
      draft.set(attributes, name, readLoose(given[name]));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      draft.fault(`${name}: ${error.message}`);
    }
  }
  return attributes;
}

/** An item of a list under the root of a JSON text; the key is empty where the root is the list. */
export type JsonItem = readonly [key: string, index: number];

/** The place of an item. JSON.parse forgets positions: on the first fault the text is walked through once for all items. */
export function itemLocator(text: string, item: () => JsonItem): () => Place {
  let positions: ReadonlyMap<string, readonly number[]> | undefined;
  return () => {
    positions ??= itemPositions(text);
    const [key, index] = item();
    return placeIn(text, positions.get(key)?.[index] ?? 0);
  };
}

/** Where the items of each list under the root begin, in a text that is known to be JSON. O(characters). */
function itemPositions(text: string): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  let list: number[] | undefined;
  let listDepth = 0;
  let key = '';
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+/gs)) {
    if (list !== undefined && depth === listDepth && list.at(-1) === -1 && token !== ']')
      list[list.length - 1] = index;
    if (token === '[' && list === undefined && depth <= 1) {
      list = [-1];
      listDepth = depth + 1;
      positions.set(key, list);
    } else if (token === ',' && depth === listDepth) list?.push(-1);
    else if (depth === 1 && token.startsWith('"')) key = JSON.parse(token) as string;
    if (token === '[' || token === '{') depth++;
    else if ((token === ']' || token === '}') && depth-- === listDepth) list = undefined;
  }
  return positions;
}
