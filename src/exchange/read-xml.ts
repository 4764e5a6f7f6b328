/** Streams XML through a handler: strict, piece by piece, without a tree. */
import { SaxesParser } from 'saxes';
import { decoderFor } from './decode-text.js';
import type { DraftGraph } from './draft-graph.js';

const PIECE_BYTES = 1 << 18;

export interface XmlHandler {
  /** An element begins; name without its prefix, attributes as written. The draft stands at its place. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** An element ends; `text` is what stood since the last tag. */
  close(name: string, text: string): void;
}

/**
 * Reads a document whose root element is `root`. Whatever is not well-formed is a fault with its place. A DOCTYPE does no
 * harm: saxes neither fetches nor expands anything, and an entity beyond XML's five and characters by number is a fault.
 * Memory does not grow with the file. O(bytes).
 */
export function readXml(bytes: Uint8Array, draft: DraftGraph, root: string, handler: XmlHandler): void {
  const decoder = decoderFor(bytes, draft);
  const parser = new SaxesParser();
  let text = '';
  let rooted = false;
  parser.on('opentagstart', (tag) => {
    // The parser is one character past the name; the tag began one before it.
    draft.at(parser.line, parser.columnIndex - tag.name.length - 1);
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    text = '';
    if (!rooted && name !== root)
      draft.stop(`the root element is <${tag.name}>, not <${root}>; is this another format?`);
    rooted = true;
    handler.open(name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    handler.close(localName(tag.name), text);
    text = '';
  });
  const add = (more: string) => {
    text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    draft.at(parser.line, parser.columnIndex + 1);
    draft.stop(
      `this is no well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}; correct it there`,
    );
  });
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const end = start + PIECE_BYTES;
    let piece: string;
    try {
      piece = decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
    } catch {
      draft.at(parser.line, parser.columnIndex + 1);
      draft.stop(`after here the file is not ${decoder.encoding.toUpperCase()} text; save it as UTF-8`);
    }
    if (start === 0 && !/^\s*</.test(piece)) {
      draft.at(1, 1);
      draft.stop(`the file does not begin as XML does, with <; is this another format than ${root}?`);
    }
    parser.write(piece);
  }
  parser.close();
}

/** Prefixes are not looked up: tools write `ns0:gexf` and `gexf` alike. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
