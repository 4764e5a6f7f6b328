/** The ids that somebody may have meant. */
import { distance } from 'fastest-levenshtein';

/** Up to `limit` ids within a third of the text's length in edits, nearest first. Costs one edit distance an id. */
export function nearestIds(text: string, ids: readonly string[], limit = 3): string[] {
  const farthest = Math.max(2, Math.floor(text.length / 3));
  return ids
    .filter((id) => Math.abs(id.length - text.length) <= farthest)
    .map((id) => ({ id, edits: distance(text, id) }))
    .filter(({ edits }) => edits <= farthest)
    .sort((a, b) => a.edits - b.edits || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}
