/** Finds relations that stand twice. */
import type { Ontology } from '../model/ontology.js';
import { samenessKey } from '../model/sameness.js';
import type { Drafts, Place, Report } from './drafts.js';

/** Reports the later of two relations that say the same. O(relations); a key is made only where two share their ends. */
export function checkTwins(
  relations: Drafts['relations'],
  entities: Iterable<string>,
  ontology: Ontology | undefined,
  reporter: (place: Place) => Report,
): void {
  const position = new Map([...entities].map((id, i) => [id, i]));
  /** Relations that stand alone between their two, and the keys of those that do not. */
  const alone = new Map<number, Drafts['relations'][number]>();
  const same = new Map<string, Place>();
  for (const draft of relations) {
    const { record, place } = draft;
    const [from, to] = [position.get(record.from ?? ''), position.get(record.to ?? '')];
    if (record.type === undefined || from === undefined || to === undefined) continue;
    const pair = Math.min(from, to) * position.size + Math.max(from, to);
    const other = alone.get(pair);
    if (other === undefined) {
      alone.set(pair, draft);
      continue;
    }
    const isSymmetric = ontology?.type(record.type)?.symmetric === true;
    const otherKey = samenessKey(other.record, isSymmetric);
    if (!same.has(otherKey)) same.set(otherKey, other.place);
    const key = samenessKey(record, isSymmetric);
    const first = same.get(key);
    if (first === undefined) same.set(key, place);
    else reporter(place)([], 'the same relation (from, type, to, period, attributes) stands already', first);
  }
}
