/** The longest run of words that two texts share, to catch sentences carried over from a source. */

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of the longest run, case, apostrophes and punctuation aside; the first one when several are as long. O(n·m). */
export function longestSharedRun(text: string, other: string): string[] {
  const words = wordsOf(text);
  const others = wordsOf(other);
  let best: string[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let j = 0; j < others.length; j++) {
      let length = 0;
      while (i + length < words.length && words[i + length] === others[j + length]) length++;
      if (length > best.length) best = words.slice(i, i + length);
    }
  }
  return best;
}
