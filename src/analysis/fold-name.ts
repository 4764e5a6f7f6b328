/** Names made comparable. */

/** Lower case without accents or tone marks: `Tiān Gōng` and `tian gong` are the same. */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
