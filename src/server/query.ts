/** Query strings as raw parameters: a name given once is a text, given several times a list of texts. Nothing else is read into it. */
import { AppError } from '../contract/errors.js';

export type RawParameters = Record<string, string | string[]>;

const MAX_QUERY_BYTES = 8 * 1024;

/**
 * Reads a query string (`via=a&via=b&k=3` → `{ via: ['a', 'b'], k: '3' }`). The record has no prototype, so `__proto__` is a name like
 * any other. Throws 'too-large' over 8 kB, 'invalid-parameter' on malformed percent-encoding.
 */
export function parseQuery(text: string | null | undefined): RawParameters {
  const parameters: RawParameters = Object.create(null);
  if (text === null || text === undefined || text === '') return parameters;
  if (Buffer.byteLength(text) > MAX_QUERY_BYTES)
    throw new AppError(
      'too-large',
      `The query string has ${Buffer.byteLength(text)} bytes; ${MAX_QUERY_BYTES} are read. Ask with fewer or shorter parameters.`,
    );
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    const known = parameters[name];
    if (known === undefined) parameters[name] = value;
    else if (typeof known === 'string') parameters[name] = [known, value];
    else known.push(value);
  }
  return parameters;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new AppError(
      'invalid-parameter',
      `“${text}” in the query string is not valid percent-encoding. Write a literal % as %25.`,
    );
  }
}

/** The same parameters in one order of names, as text: equal questions give equal texts. */
export function canonicalQuery(parameters: RawParameters): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
