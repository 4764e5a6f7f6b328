/** Names made comparable. */

/** Lower case without accents or tone marks: `Tiān Gōng` and `tian gong` are the same. What is all signs stays as it is: `+` is not `-`. */
export function fold(text: string): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
  return folded === '' ? text : folded;
}
