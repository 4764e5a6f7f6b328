/** Searching names by words: aliases, Chinese, pinyin with or without tones, codes, typing errors. */
import { distance } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import { pinyin } from 'pinyin-pro';
import { fold } from './fold-name.js';

const HAN = /\p{Script=Han}/u;

/** A name that fitted: position of its entity, the name as written, a score of 0 to 1. */
export interface NameHit {
  entity: number;
  matched: string;
  score: number;
}

/** A name as written and as it is compared, and the position of the entity that bears it. */
export interface Named {
  entity: number;
  written: string;
  folded: string;
}

/** A search takes well under a millisecond per thousand names. */
export class NameSearch {
  readonly #index: MiniSearch<{ id: number; text: string }>;
  readonly #names: readonly Named[];

  constructor(names: readonly Named[]) {
    this.#names = names;
    this.#index = new MiniSearch({ fields: ['text'], tokenize: tokens, processTerm: (term) => term });
    this.#index.addAll(names.map((name, id) => ({ id, text: searchText(name) })));
  }

  /** The best `limit` entities for some words, best first, ties by position; one hit an entity. */
  search(words: string, limit: number): NameHit[] {
    const folded = fold(words);
    const joined = folded.replaceAll(' ', '');
    const best = new Map<number, NameHit>();
    const keep = (id: number, indexScore: number) => {
      const { entity, written, folded: name } = this.#names[id]!;
      const score = closeness(name, folded, joined, indexScore);
      const known = best.get(entity);
      if (known === undefined || score > known.score) best.set(entity, { entity, matched: written, score });
    };
    const found = this.#index.search(folded, {
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (HAN.test(term) || term.length < 4 ? false : 0.25),
      combineWith: 'AND',
    });
    const results =
      found.length > 0 ? found : this.#index.search(folded, { prefix: true, fuzzy: 0.34, combineWith: 'OR' });
    const most = Math.max(200, limit * 8);
    for (const { id, score } of results.slice(0, most)) keep(id, score);
    // Who writes `galaxy space` means `GalaxySpace` too.
    if (joined !== folded)
      for (const { id, score } of this.#index.search(joined, { prefix: true }).slice(0, most))
        keep(id, score);
    // Whoever writes `Unit 63600` or `NORAD 43082` means the code alone.
    for (const code of codesIn(folded))
      for (const { id } of this.#index.search(code, { combineWith: 'AND' })) {
        const { entity, written, folded: name } = this.#names[id as number]!;
        if (name !== code || (best.get(entity)?.score ?? 0) > OF_CODE) continue;
        best.set(entity, { entity, matched: written, score: OF_CODE });
      }
    return [...best.values()].sort((a, b) => b.score - a.score || a.entity - b.entity).slice(0, limit);
  }
}

/** Below the very name, above every likeness. */
const OF_CODE = 0.97;

/** Numbers of four digits or more with the letters that touch them, launches such as `2018 018a`: unlikely to be anything but codes. */
const codesIn = (folded: string) =>
  (folded.match(/\p{N}{4} \p{N}{3}[a-z]*|[a-z]*\p{N}{4,}[a-z]*/gu) ?? []).filter((code) => code !== folded);

/** The name, and in Chinese also its pinyin; words joined as well, so that `tiangong` finds `Tiān Gōng`. */
function searchText({ written, folded }: Named): string {
  const spoken = HAN.test(written) ? fold(pinyin(written, { toneType: 'none', nonZh: 'consecutive' })) : '';
  return [folded, folded.replaceAll(' ', ''), spoken, spoken.replaceAll(' ', '')].join(' ');
}

/** Words, each once; a run of Chinese is cut into pairs of its characters. */
function tokens(text: string): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const parts = HAN.test(text)
    ? words.flatMap((word) => (HAN.test(word) ? pairs([...word]) : [word]))
    : words;
  return [...new Set(parts)];
}

const pairs = (characters: readonly string[]) =>
  characters.length === 1
    ? characters
    : characters.slice(1).map((character, i) => characters[i]! + character);

/** 1 for the very name, then names that begin with the words, then by edit distance and the index's own score. */
function closeness(name: string, words: string, joined: string, score: number): number {
  if (name === words) return 1;
  const compact = name.replaceAll(' ', '');
  if (compact === joined) return 0.98;
  const likeness = 1 - distance(compact, joined) / Math.max(compact.length, joined.length);
  const start = compact.startsWith(joined) ? 0.3 : 0;
  return Math.min(0.95, 0.5 * likeness + start + 0.2 * (score / (score + 10)));
}
