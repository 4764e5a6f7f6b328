/** The remedy in "did you mean …?": the known word that a mistyped one most resembles. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate with the fewest edits, the first of equals; undefined when none is near (more than a third of the longer
 * word would change). O(candidates × length²/32).
 *
 * @example nearest('lauch-site', ['launch-site', 'nation']) // 'launch-site'
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const longer = Math.max(word.length, candidate.length);
    const most = Math.min(fewest - 1, Math.max(1, Math.floor(longer / 3)));
    if (Math.abs(word.length - candidate.length) > most) continue;
    const edits = distance(word, candidate);
    if (edits > most) continue;
    best = candidate;
    fewest = edits;
  }
  return best;
}

/** `; did you mean x?`, or nothing when no candidate is near: the end of a message. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean ${found}?`;
}
