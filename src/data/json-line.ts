/** JSON with places, for lines that JSON.parse reads faster but says nothing about. */
import { findNodeAtLocation, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Column and words for what JSON.parse refuses in a text. */
export function explainJson({ message }: SyntaxError, text: string): { column: number; message: string } {
  const errors: ParseError[] = [];
  unlessTooDeep(() => parse(text, errors, { disallowComments: true }));
  const [first] = errors;
  if (first === undefined) return { column: 1, message: `is no JSON: ${message}` };
  const words = printParseErrorCode(first.error).replace(/[A-Z]/g, ' $&').toLowerCase();
  return { column: first.offset + 1, message: `is no JSON:${words}` };
}

/**
 * Column of a value by its path (or of its key, with `atKey`). A path that leads further than the text ends at the innermost
 * value there is.
 */
export function columnInJson(text: string, path: readonly PropertyKey[], atKey: boolean): number {
  const root = unlessTooDeep(() => parseTree(text));
  if (root === undefined) return 1;
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (node === undefined) continue;
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return (atKey && length === path.length ? (key ?? node) : node).offset + 1;
  }
  return root.offset + 1;
}

/** What jsonc-parser reads; undefined past some thousand levels of nesting, which JSON.parse takes and its recursion does not. */
function unlessTooDeep<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
