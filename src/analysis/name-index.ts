/** The names of entities: who bears this one exactly, and who one like it. */
import type { Entity } from '../contract/records.js';
import { fold } from './fold-name.js';
import type { Named, NameHit, NameSearch } from './name-search.js';

/** An index over every name of every entity. What it takes to search is built at the first search, about 80 µs a name. */
export class NameIndex {
  readonly #names: Named[] = [];
  readonly #bearers = new Map<string, Set<number>>();
  #search: Promise<NameSearch> | undefined;

  constructor(entities: readonly Entity[]) {
    entities.forEach((entity, position) => {
      for (const [folded, written] of namesOf(entity)) {
        this.#names.push({ entity: position, written, folded });
        const bearers = this.#bearers.get(folded) ?? new Set();
        this.#bearers.set(folded, bearers.add(position));
      }
    });
  }

  /** How many names are known. */
  get size(): number {
    return this.#names.length;
  }

  /** Positions of the entities that bear exactly this name, case, accents and punctuation aside. */
  bearers(name: string): number[] {
    return [...(this.#bearers.get(fold(name)) ?? [])];
  }

  /** The best `limit` entities for some words, best first, ties by position; one hit an entity. */
  async search(words: string, limit: number): Promise<NameHit[]> {
    // Most questions search nothing, and need not wait for a dictionary of Chinese.
    this.#search ??= import('./name-search.js').then(({ NameSearch }) => new NameSearch(this.#names));
    return (await this.#search).search(words, limit);
  }
}

/** All names by what is compared: two that differ in case, accents or punctuation alone count as one, the first written wins. */
function namesOf(entity: Entity): Map<string, string> {
  const identifiers = Object.values(entity.identifiers).flatMap((value) =>
    typeof value === 'string' ? [value] : value.map((dated) => dated.value),
  );
  const former = entity.formerNames.flatMap((each) => [each.name, ...Object.values(each.names ?? {})]);
  const names = [
    entity.name,
    ...Object.values(entity.names),
    ...entity.aliases,
    ...former,
    ...identifiers,
    entity.id,
    ...entity.formerIds,
  ];
  const byFolded = new Map<string, string>();
  for (const name of names) {
    const folded = fold(name);
    if (!byFolded.has(folded)) byFolded.set(folded, name);
  }
  return byFolded;
}
