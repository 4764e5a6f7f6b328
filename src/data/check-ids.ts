/** Faults of ids: what is no slug, what is taken, what was merged away. */
import { isSlug, toSlug } from '../model/slug.js';
import type { Draft, Drafts, Place, Report } from './drafts.js';

type EntityDraft = Drafts['entities'][number];

/** Records by id; an id that is no slug, or is taken, is reported. */
export function indexIds<D extends Draft<{ id: string }>>(
  drafts: readonly D[],
  word: string,
  reporter: (place: Place) => Report,
): Map<string, D> {
  const index = new Map<string, D>();
  for (const draft of drafts) {
    const { id } = draft.record;
    if (id === undefined) continue;
    const message = slugFault(id);
    if (message !== undefined) reporter(draft.place)(['id'], message);
    const first = index.get(id);
    if (first === undefined) index.set(id, draft);
    else reporter(draft.place)(['id'], `another ${word} has the id ${id}`, first.place);
  }
  return index;
}

/** What to say of an id that is no slug, with one that would be; undefined for one that is. */
export function slugFault(id: string): string | undefined {
  if (isSlug(id)) return undefined;
  const slug = toSlug(id);
  const remedy = slug === '' ? '' : `; write ${slug}`;
  return `the id ${id} is no slug (lower-case letters, digits, hyphens)${remedy}`;
}

/** Entities by the ids that were merged into them; a former id that is in use is reported. */
export function indexFormerIds(
  drafts: readonly EntityDraft[],
  entities: ReadonlyMap<string, EntityDraft>,
  reporter: (place: Place) => Report,
): Map<string, EntityDraft> {
  const index = new Map<string, EntityDraft>();
  for (const draft of drafts) {
    for (const [i, id] of (draft.record.formerIds ?? []).entries()) {
      const report = reporter(draft.place);
      const live = entities.get(id);
      const first = index.get(id);
      if (live !== undefined)
        report(['formerIds', i], `the former id ${id} is the id of an entity`, live.place);
      else if (first !== undefined)
        report(['formerIds', i], `the former id ${id} is claimed by another entity`, first.place);
      else index.set(id, draft);
    }
  }
  return index;
}
