/** Text from data made harmless in HTML and SVG. */

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters, which XML forbids, and those that turn the direction of writing of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a document
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The text without what must not be there: each such sign becomes `�`. */
export const visible = (text: string) => text.replace(UNSAFE, '\ufffd');

/** `a < b` → `a &lt; b`; in element text and in quoted attributes alike. */
export const escapeMarkup = (text: string) => visible(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
