/** The remedy in "did you mean …?": the known words that a mistyped one most resembles. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidates with the fewest edits, fewest first, equals in the order given; none that would change more than two fifths
 * of the longer word. O(candidates × length²/32).
 *
 * @example nearestWords('lauch-site', ['launch-site', 'nation'], 3) // ['launch-site']
 */
export function nearestWords(word: string, candidates: Iterable<string>, limit: number): string[] {
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    const longer = Math.max(word.length, candidate.length);
    const most = Math.max(1, Math.floor(longer * 0.4));
    if (Math.abs(word.length - candidate.length) > most) continue;
    const edits = distance(word, candidate);
    if (edits <= most) near.push({ candidate, edits });
  }
  return near
    .sort((a, b) => a.edits - b.edits)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** The candidate with the fewest edits, the first of equals; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestWords(word, candidates, 1)[0];
}

/** `; did you mean x?`, or nothing when no candidate is near: the end of a message. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean ${found}?`;
}
