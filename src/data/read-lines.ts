/** Reads a file of JSON Lines in pieces, so that a file of any size needs little memory. */
import { Buffer, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** Longest line, and largest YAML file, in bytes: records are far smaller, and a runaway one must not exhaust the memory. */
export const MOST_BYTES = 16 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** What makes a file unreadable as text; the message ends a sentence about it. */
export class TextError extends Error {}

/**
 * The lines of a UTF-8 file, in batches, in order, without their newlines; other work gets its turn between batches. `see` is
 * given every byte. Throws TextError, or what the file system says.
 */
export async function* readLines(path: string, see?: (bytes: Uint8Array) => void): AsyncGenerator<string[]> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    const bytes = piece as Buffer;
    see?.(bytes);
    const end = bytes.lastIndexOf(NEWLINE);
    if (rest.length + bytes.length > MOST_BYTES && end < 0)
      throw new TextError('has a line of more than 16 MB');
    if (end < 0) {
      rest = Buffer.concat([rest, bytes]);
      continue;
    }
    yield decodeText(Buffer.concat([rest, bytes.subarray(0, end)])).split('\n');
    rest = bytes.subarray(end + 1);
    await setImmediate();
  }
  if (rest.length > 0) yield [decodeText(rest)];
}

/** Bytes as UTF-8 text, without a byte order mark. Throws TextError when they are none. */
export function decodeText(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new TextError('is not UTF-8 text');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
