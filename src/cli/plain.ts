/** Text from data made harmless for a terminal. */

/** Control characters, escape included, and those that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** One line of text without control characters: line breaks and tabs become spaces, others `�`. */
export const plain = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(UNSAFE, '\ufffd');

/** A copy of an answer in which every string is plain, keys included. */
export function plainly<T>(value: T): T {
  if (typeof value === 'string') return plain(value) as T;
  if (Array.isArray(value)) return value.map(plainly) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [plain(key), plainly(part)])) as T;
}
