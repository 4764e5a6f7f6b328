/** Ids as they stand in a data folder: lower-case words of letters and digits, joined by hyphens. */

const SLUG = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;

export const isSlug = (id: string): boolean => SLUG.test(id);

/** The words of a text as a slug, accents dropped; empty when no letter or digit of ASCII is left (`军` has none). */
export function toSlug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words === null ? '' : words.join('-');
}
