/** Answers of many megabytes go out as JSON while other questions have their turn. */
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { Response } from 'express';

/** Least length of a piece; what is shorter altogether goes out at once. */
const PIECE_LENGTH = 256 * 1024;
/** Entries of a long list that are turned into text together. */
const TOGETHER = 200;
/** How deep lists and records are taken apart. */
const DEPTH = 5;

/**
 * Sends plain data as JSON. The text of a large answer would take a second to make, in which nobody else is answered: it is made piece
 * by piece, as fast as the client reads. Resolves when all is sent or the client has gone.
 */
export async function sendJson(value: object, response: Response): Promise<void> {
  const pieces = joined(textsOf(value, DEPTH));
  const first = pieces.next().value ?? '';
  response.type('json');
  if (first.length < PIECE_LENGTH) {
    response.send(first);
    return;
  }
  const all = async function* () {
    yield first;
    for (const piece of pieces) {
      await setImmediate();
      yield piece;
    }
  };
  try {
    await pipeline(all, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function* joined(texts: Iterable<string>): Generator<string, undefined> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Together what `JSON.stringify` gives. */
function* textsOf(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null';
  } else if (Array.isArray(value) && value.length > TOGETHER) {
    for (let at = 0; at < value.length; at += TOGETHER)
      yield `${at === 0 ? '[' : ','}${JSON.stringify(value.slice(at, at + TOGETHER)).slice(1, -1)}`;
    yield ']';
  } else {
    const isList = Array.isArray(value);
    let sign = isList ? '[' : '{';
    for (const [key, each] of Object.entries(value)) {
      if (!isList && each === undefined) continue;
      yield isList ? sign : `${sign}${JSON.stringify(key)}:`;
      yield* textsOf(each, depth - 1);
      sign = ',';
    }
    yield sign === ',' ? (isList ? ']' : '}') : isList ? '[]' : '{}';
  }
}
