/** References, numbered in the order in which a report first cites them. */
import type { Evidence } from '../contract/answers.js';
import type { Source } from '../contract/records.js';
import type { Reference, Span } from './document.js';

/** A source of a thousand entries is cited at a thousand places: some show what they are like. */
const MOST_PLACES = 12;

export class Citations {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #cited = new Map<string, { number: number; places: Set<string> }>();

  constructor(sources: readonly Source[]) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
  }

  /** Cites a source as a whole: `[3]`. */
  source(id: string): Span {
    return { cite: this.#cite(id).number };
  }

  /** Cites a claim: `[3, ¶14, B2]`. */
  claim({ source, locator, grade }: Evidence): Span {
    const { number, places } = this.#cite(source);
    places.add(`${locator} (${grade})`);
    return { cite: number, at: `${locator}, ${grade}` };
  }

  /** Cites the sources of several claims, each once and in the order of their numbers. */
  claims(claims: readonly Evidence[]): Span[] {
    const numbers = claims.map((claim) => (this.claim(claim) as { cite: number }).cite);
    return [...new Set(numbers)]
      .sort((a, b) => a - b)
      .flatMap((cite, i) => (i === 0 ? [{ cite }] : [' ', { cite }]));
  }

  /** All that was cited, by number. */
  references(): Reference[] {
    return [...this.#cited].map(([id, { number, places }]) => {
      const { title, authors, publisher, date, url, archivedUrl, reliability } = this.#sources.get(id)!;
      return {
        number,
        title,
        authors,
        publisher,
        date,
        url,
        archivedUrl,
        reliability,
        places: shorten([...places]),
      };
    });
  }

  #cite(id: string) {
    const cited = this.#cited.get(id) ?? { number: this.#cited.size + 1, places: new Set() };
    this.#cited.set(id, cited);
    return cited;
  }
}

const shorten = (places: readonly string[]): readonly string[] =>
  places.length <= MOST_PLACES
    ? places
    : [...places.slice(0, MOST_PLACES), `and ${places.length - MOST_PLACES} more`];
