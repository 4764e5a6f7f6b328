/** What an importer had to leave out or decide for itself: counted by reason, with the places. */

const MOST_NAMED = 12;

export class ImportNotes {
  readonly #places = new Map<string, Set<string>>();

  /** Notes one thing, or several, under a reason; the same one counts once. */
  add(reason: string, places: string | readonly string[]): void {
    const known = this.#places.get(reason) ?? new Set();
    this.#places.set(reason, known);
    for (const place of typeof places === 'string' ? [places] : places) known.add(place);
  }

  /** One sentence a reason, with the count and the first places: `Rows left out: … 3: orgs.tsv:7, …`. */
  sentences(): string[] {
    return [...this.#places].map(([reason, named]) => {
      const places = [...named];
      const more = places.length > MOST_NAMED ? ` … and ${places.length - MOST_NAMED} more` : '';
      return `${reason}: ${places.length} (${places.slice(0, MOST_NAMED).join(', ')}${more})`;
    });
  }
}
