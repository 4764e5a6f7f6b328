/** Bytes to text: which encoding, and what is no text at all. */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { DraftGraph, Place } from './draft-graph.js';

/** Below V8's longest string, 2²⁹ characters. XML is read in pieces and knows no such bound. */
const LONGEST_TEXT = 500_000_000;
const XML_ENCODING = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/**
 * A strict decoder for the file: by its byte order mark, else by its XML declaration, else UTF-8. Compressed, binary and
 * empty files are refused.
 */
export function decoderFor(bytes: Uint8Array, draft: DraftGraph): TextDecoder {
  const [first, second] = bytes;
  if (first === undefined) draft.stop('the file is empty; give one with nodes and edges');
  if ((first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b && bytes[2] === 3))
    draft.stop('the file is compressed; unpack it first');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const opening = bytes.subarray(0, 4096);
  if (opening.includes(0)) draft.stop('the file is binary, not text; save it in a text format');
  const encoding = XML_ENCODING.exec(
    new TextDecoder('latin1').decode(opening.subarray(0, 200)).trimStart(),
  )?.[1];
  try {
    return new TextDecoder(encoding ?? 'utf-8', { fatal: true });
  } catch {
    return draft.stop(`the encoding ${encoding} is not known; save the file as UTF-8`);
  }
}

/** The whole file as text, without byte order mark. */
export function decodeText(bytes: Uint8Array, draft: DraftGraph): string {
  const decoder = decoderFor(bytes, draft);
  if (bytes.length > LONGEST_TEXT)
    draft.stop('the file is over 500 MB; convert it to GraphML or GEXF, which are read piece by piece');
  try {
    return decoder.decode(bytes);
  } catch {
    return draft.stop(`the file is not ${decoder.encoding.toUpperCase()} text; save it as UTF-8`);
  }
}

/** What code page of Western Windows leaves free. */
const NOT_WESTERN = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * As `decodeText`, for formats that have no rule: what is not UTF-8 is taken for what spreadsheets save on Windows, in Chinese where
 * letters beyond ASCII come in pairs of bytes, else Western; a warning says so.
 */
export function decodeLooseText(bytes: Uint8Array, draft: DraftGraph): string {
  const decoder = decoderFor(bytes, draft);
  if (decoder.encoding !== 'utf-8' || isUtf8(bytes)) return decodeText(bytes, draft);
  const [encoding, name] = comesInPairs(bytes)
    ? ['gb18030', 'GB 18030 (Chinese)']
    : ['windows-1252', 'Windows-1252 (Western)'];
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return decodeText(bytes, draft);
  }
  if (NOT_WESTERN.test(text)) return decodeText(bytes, draft);
  draft.warn(`The file is not UTF-8 text; it was read as ${name}. If letters are wrong, save it as UTF-8.`);
  return text;
}

/** Whether bytes beyond ASCII stand in runs of even length, but for a few: Chinese letters have two each, Western ones stand alone. */
function comesInPairs(bytes: Uint8Array): boolean {
  let [run, runs, odd] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte >= 0x80) run++;
    else if (run > 0) {
      runs++;
      odd += run % 2;
      run = 0;
    }
  }
  return runs > 0 && odd / runs < 0.2;
}

/** Line and column, from 1, of a position in text. */
export function placeIn(text: string, position: number): Place {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', start)) {
    start = at + 1;
    line++;
  }
  return { line, column: position - start + 1 };
}
