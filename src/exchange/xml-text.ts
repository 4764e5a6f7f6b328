/** Text and attributes of XML 1.0, with what it cannot hold replaced. */

/** Control characters that XML 1.0 forbids even as references, lone surrogates, and two code points that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const SPECIAL = /[&<>"'\t\n\r]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // By number, or a reader turns them into spaces (in attributes) or drops the carriage return.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text fit for an element or an attribute; what XML cannot hold at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(SPECIAL, (char) => REFERENCES[char]!);
}
