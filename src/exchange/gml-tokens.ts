/** Tokens and nested lists of GML, and the text and key escapes it needs. */
import { losesDigits } from './attribute-values.js';
import { placeIn } from './decode-text.js';
import type { DraftGraph } from './draft-graph.js';

const DEEPEST = 100;
const KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WORD_END = /[\s[\]"]|$/g;
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d, 0x0b, 0x0c]);

/** A key with a text, a number or a list of more, and where in the text it stands. */
export interface GmlPair {
  key: string;
  value: string | number | GmlPair[];
  position: number;
}

/**
 * All top-level pairs of a GML text. O(characters).
 *
 * @example readGmlPairs('graph [ directed 1 ]', draft) // [{ key: 'graph', value: [{ key: 'directed', value: 1, … }], … }]
 */
export function readGmlPairs(text: string, draft: DraftGraph): GmlPair[] {
  let position = 0;
  draft.locate(() => placeIn(text, position));
  const pairs: GmlPair[] = [];
  const stack: GmlPair[][] = [pairs];
  let key: { key: string; position: number } | undefined;
  const add = (value: GmlPair['value']) => {
    if (key === undefined) draft.stop('a value stands where a key should; write key and value by turns');
    stack.at(-1)!.push({ key: key.key, value, position: key.position });
    key = undefined;
  };
  while (position < text.length) {
    const char = text[position];
    if (SPACE.has(text.charCodeAt(position))) position++;
    else if (char === '#') position = endOf(text, '\n', position) ?? text.length;
    else if (char === '[') {
      if (stack.length > DEEPEST) draft.stop(`lists are nested more than ${DEEPEST} deep; flatten them`);
      const inner: GmlPair[] = [];
      add(inner);
      stack.push(inner);
      position++;
    } else if (char === ']') {
      if (key !== undefined)
        draft.stop(`the key ${key.key} has no value; give it a number, a "text" or a list`);
      if (stack.length === 1) draft.stop('this bracket closes nothing; remove it');
      stack.pop();
      position++;
    } else if (char === '"') {
      const end = endOf(text, '"', position + 1);
      if (end === undefined) draft.stop('this text has no end; close its quote');
      add(decodeGmlText(text.slice(position + 1, end - 1)));
      position = end;
    } else {
      WORD_END.lastIndex = position;
      const end = WORD_END.exec(text)!.index;
      const word = text.slice(position, end);
      if (key === undefined && KEY.test(word)) key = { key: word, position };
      else if (key !== undefined && NUMBER.test(word)) add(readNumber(word, draft));
      else
        draft.stop(
          `'${word.slice(0, 30)}' is no ${key === undefined ? 'key' : 'finite number; put text in quotes'}`,
        );
      position = end;
    }
  }
  if (key !== undefined || stack.length > 1)
    draft.stop('the file ends in the middle of a list; it seems to be cut off, get it again');
  return pairs;
}

/** The position behind the next `mark`. */
function endOf(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  return at < 0 ? undefined : at + 1;
}

/** Whole numbers too great for a double stay text, so that ids keep their digits. */
function readNumber(text: string, draft: DraftGraph): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) draft.stop(`${text} is no finite number; correct it`);
  return losesDigits(text) ? text : value;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Entities of GML: by number, and those that are met most by name; others stand for themselves. */
function decodeGmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text for GML, which is ASCII: quotes, ampersands and everything beyond printable ASCII by number. */
export function encodeGmlText(text: string): string {
  const encoded = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\x20-\x7e]|["&]/gu, (char) => `&#${char.codePointAt(0)};`);
  return `"${encoded}"`;
}

/** Keys are letters and digits in GML; other characters are written `_x003A_`, as OOXML and .NET do. */
export function encodeGmlKey(name: string): string {
  const code = (char: string) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return name
    .replace(/_(?=x[0-9A-F]{4}_)/g, code('_'))
    .replace(/[^A-Za-z0-9_]/g, code)
    .replace(/^[0-9_]/, (char, _at: number, whole: string) =>
      /^_x[0-9A-F]{4}_/.test(whole) ? char : code(char),
    );
}

export function decodeGmlKey(key: string): string {
  if (!key.includes('_x')) return key;
  return key.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
