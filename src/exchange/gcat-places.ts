/** Launch sites and platforms: facilities with a place as exact as the catalogue says, and the body that they belong to. */
import { type GcatDraft, POSSIBLY } from './gcat-draft.js';
import { historyOf, inOrder, optional, periodOf, spanOf } from './gcat-history.js';
import { placeOf } from './gcat-names.js';
import { codesIn, type GcatOrganisations } from './gcat-organisations.js';
import { GCAT_TABLES, type GcatRow, type GcatTable } from './gcat-tables.js';

const PLATFORMS: Readonly<Record<string, string>> = {
  SHIP: 'ship',
  SUB: 'submarine',
  AIR: 'aircraft',
  PLAT: 'platform',
};

/** Rows of one UCode: a place under the names that it had. */
interface Site {
  id: string;
  rows: GcatRow[];
}

export class GcatPlaces {
  readonly #of: 'sites' | 'platforms';
  readonly #draft: GcatDraft;
  readonly #organisations: GcatOrganisations;
  readonly #byCode = new Map<string, Site>();
  readonly #wanted = new Set<Site>();

  constructor(
    of: 'sites' | 'platforms',
    table: GcatTable,
    draft: GcatDraft,
    organisations: GcatOrganisations,
  ) {
    this.#of = of;
    this.#draft = draft;
    this.#organisations = organisations;
    const groups = new Map<string, GcatRow[]>();
    for (const [code, row] of table.byKey) {
      const shared = row.get('UCode') ?? code;
      groups.set(shared, [...(groups.get(shared) ?? []), row]);
    }
    for (const [shared, group] of groups) {
      const codes = group.map((row) => row.get(this.#key)!);
      const identity = codes.map((code) => draft.identity(of, code)).find((each) => each !== undefined);
      const site = { id: identity ?? draft.id(of, shared), rows: inOrder(group, this.#key) };
      for (const code of codes) this.#byCode.set(code, site);
    }
  }

  /** The entity of a code; from now on it belongs to the result. */
  want(code: string, from: GcatRow): string {
    const site = this.#byCode.get(code);
    if (site !== undefined) {
      this.#wanted.add(site);
      return site.id;
    }
    const id = this.#draft.id(this.#of, code);
    if (this.#draft.kindOf(id) !== undefined) return id;
    this.#draft.notes.add(
      `${this.#of === 'sites' ? 'Sites' : 'Platforms'} that ${this.#of}.tsv lacks, made from their code`,
      `${code} (${from.place})`,
    );
    this.#draft.add(
      { id, kind: this.#kind, name: code, identifiers: { gcat: code } },
      from,
      `JCAT ${from.get('JCAT')}`,
      'Names the place by a code',
    );
    return id;
  }

  wantAll(): void {
    for (const site of this.#byCode.values()) this.#wanted.add(site);
  }

  /** Makes the entities that were wanted; to be called before any relation leads to them. */
  makeEntities(): void {
    const { notes } = this.#draft;
    for (const { id, rows } of this.#wanted) {
      const last = rows.at(-1)!;
      const means = this.#of === 'platforms' ? PLATFORMS[last.get('Type') ?? ''] : undefined;
      this.#draft.add(
        {
          id,
          kind: this.#kind,
          ...historyOf(rows, this.#key, notes),
          attributes: means === undefined ? {} : { platform: means },
          ...optional('place', placeOf(last, notes)),
        },
        last,
        this.#at(last),
        'Lists it, with its dates and position',
        rows.slice(0, -1).map((row) => ({ row, at: this.#at(row), says: 'Lists it under a former name' })),
      );
    }
  }

  /** Ties each to its body and its state. */
  makeRelations(): void {
    const { notes } = this.#draft;
    for (const { id, rows } of this.#wanted) {
      for (const row of rows)
        for (const { code, doubt } of codesIn(row.get('Parent')))
          this.#draft.relate({
            from: id,
            types: ['belongs-to', 'part-of'],
            to: this.#organisations.made(code, row),
            period: periodOf(row, notes),
            row,
            at: this.#at(row),
            says: `Gives the body that it belongs to: ${code}${doubt ? ', with doubt' : ''}`,
            ...(doubt ? { credibility: POSSIBLY } : {}),
          });
      // A ship or an aircraft is nowhere for long.
      if (this.#of === 'sites')
        this.#organisations.tieToState(id, rows.at(-1)!, spanOf(rows, notes), this.#at(rows.at(-1)!));
    }
  }

  get #key(): string {
    return GCAT_TABLES[this.#of][0];
  }

  get #kind(): string {
    return this.#of === 'sites' ? 'launch-site' : 'launch-platform';
  }

  #at(row: GcatRow): string {
    return `${this.#of === 'sites' ? 'site' : 'code'} ${row.get(this.#key)}`;
  }
}
