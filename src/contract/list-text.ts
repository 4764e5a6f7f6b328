/** Several values in one text, as parameters and the page's address have them. */

/**
 * `a,b` → `['a', 'b']`. A value that holds a comma, or begins with a quotation mark, stands in quotation marks, those in it doubled:
 * `"Smith, John",b`. Blanks around a value count for nothing.
 */
export function splitList(text: string): string[] {
  const values = `,${text}`.matchAll(/,\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g);
  return Array.from(values, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!.trim());
}

/** The same the other way. */
export const joinList = (values: readonly string[]): string =>
  values.map((value) => (/^\s*"|,/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',');
