/** Attribute values as files write them: declared types, numerals, lists. Nothing is coerced; what cannot be read is said. */
import type { Entity } from '../contract/records.js';

export type Attributes = Entity['attributes'];
export type AttributeValue = Attributes[string];

const DECLARED_NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Numerals that lose nothing as numbers: 007 and +5 are codes as likely as numbers. */
const PLAIN_NUMERAL = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;
const INTEGER = /^[+-]?\d+$/;
const REAL_TYPES = new Set(['float', 'double']);
const NUMERIC_TYPES = new Set([
  ...REAL_TYPES,
  ...'int integer long short byte decimal biginteger bigdecimal'.split(' '),
]);
const LIST_ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*?))\s*(?:,|$)/gsy;

/** Whether text says exactly a number: no leading zeros, no plus, no whole number that loses digits. */
export function isPlainNumeral(text: string): boolean {
  return PLAIN_NUMERAL.test(text) && Number.isFinite(Number(text)) && !losesDigits(text);
}

/** Whether a whole number has more digits than a double holds, as identifiers may. */
export function losesDigits(text: string): boolean {
  const value = Number(text);
  return INTEGER.test(text) && !Number.isSafeInteger(value) && String(value) !== text;
}

/**
 * The value of an attribute with a declared type, as GraphML and GEXF name types (`double`, `boolean`, `liststring` …);
 * types that are not known hold text. Whole numbers that a double
 * cannot hold stay text, so that no digit is lost. Undefined for blank text
 * where a number or a boolean is declared.
 *
 * @throws RangeError when the text is not of that type; the message completes "attribute x: …"
 * @example readDeclared('listinteger', '[1, 2]') // [1, 2]
 */
export function readDeclared(type: string, text: string): AttributeValue | undefined {
  const kind = type.toLowerCase();
  if (kind.startsWith('list')) return readList(kind.slice(4), text);
  if (kind !== 'boolean' && !NUMERIC_TYPES.has(kind)) return text;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return kind === 'boolean' ? readBoolean(trimmed) : readNumber(kind, trimmed);
}

function readNumber(type: string, text: string): number | string {
  const value = Number(text);
  if (!DECLARED_NUMERAL.test(text) || !Number.isFinite(value)) {
    throw new RangeError(`'${text}' is not a finite number; correct it, or declare the attribute as text`);
  }
  return !REAL_TYPES.has(type) && losesDigits(text) ? text : value;
}

function readBoolean(text: string): boolean {
  const word = text.toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw new RangeError(`'${text}' is not a boolean; write true or false, or declare the attribute as text`);
}

/** Lists: `["a", "b"]` with either quote or none, else split at the first of `|` `;` `,` that occurs. Booleans stay words. */
function readList(itemType: string, text: string): (string | number)[] {
  const items = splitList(text.trim());
  return NUMERIC_TYPES.has(itemType) ? items.map((item) => readNumber(itemType, item)) : items;
}

function splitList(text: string): string[] {
  if (text === '') return [];
  if (!/^[[(].*[\])]$/s.test(text)) {
    const separator = ['|', ';', ','].find((candidate) => text.includes(candidate));
    return (separator === undefined ? [text] : text.split(separator)).map((item) => item.trim());
  }
  const json = parseJsonList(text);
  if (json !== undefined) return json;
  const inner = text.slice(1, -1).trim();
  const items: string[] = [];
  LIST_ITEM.lastIndex = 0;
  while (LIST_ITEM.lastIndex < inner.length) {
    const match = LIST_ITEM.exec(inner);
    // A quoted item with something behind its quote: the list is no list that we know, so its text is its only item.
    if (match === null) return [text];
    items.push(match[3] ?? (match[1] ?? match[2] ?? '').replace(/\\(.)/gs, '$1'));
  }
  return items;
}

function parseJsonList(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item !== 'object')
      ? value.map(String)
      : undefined;
  } catch {
    return undefined; // not JSON: the looser grammar of GEXF is tried next
  }
}

/**
 * A value of JSON as an attribute. Null is no value; what attributes cannot hold (objects, lists of lists or of booleans)
 * becomes its JSON text.
 *
 * @throws RangeError when it is nested too deep to be written
 */
export function readLoose(value: unknown): AttributeValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')) {
    return value;
  }
  try {
    return JSON.stringify(value);
  } catch {
    throw new RangeError('it is nested too deep; flatten it');
  }
}

export type ColumnType = 'text' | 'number' | 'boolean' | 'text-list' | 'number-list';

/** The type of a single value. */
export function columnType(value: AttributeValue): ColumnType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'text';
  return value.length > 0 && value.every((item) => typeof item === 'number') ? 'number-list' : 'text-list';
}
