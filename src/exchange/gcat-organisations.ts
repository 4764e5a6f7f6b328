/** Organisations and states of `orgs.tsv`: one entity a body, with its names over time, its parents and its state. */
import { vagueDate } from './gcat-dates.js';
import { type GcatDraft, POSSIBLY } from './gcat-draft.js';
import { historyOf, inOrder, optional, periodOf, spanOf, startOf, within } from './gcat-history.js';
import { groupLineages, lineageException } from './gcat-lineages.js';
import { attribute, classesOf, placeOf } from './gcat-names.js';
import type { GcatRow, GcatTable } from './gcat-tables.js';
import type { ImportNotes } from './import-notes.js';

interface Body {
  id: string;
  /** In the order of their start; those without one first. */
  rows: GcatRow[];
}

const ROLES: Readonly<Record<string, string>> = {
  O: 'owner or operator',
  P: 'parent organisation',
  LA: 'launch agency',
  LS: 'launch site operator',
  LV: 'launch vehicle manufacturer',
  PL: 'payload manufacturer',
  E: 'engine manufacturer',
};

export class GcatOrganisations {
  readonly #table: GcatTable;
  readonly #draft: GcatDraft;
  readonly #notes: ImportNotes;
  readonly #bodies = new Map<string, Body>();
  readonly #lineages = new Map<string, Body[]>();
  readonly #missing = new Map<string, string>();
  readonly #wanted = new Set<Body>();

  constructor(table: GcatTable, draft: GcatDraft) {
    this.#table = table;
    this.#draft = draft;
    this.#notes = draft.notes;
    const members = table.rows.map((row) => {
      const code = row.get('Code')!;
      return { row, code, shared: row.get('UCode') ?? code, identity: draft.identity('orgs', code) };
    });
    for (const [key, group] of groupLineages(members)) {
      const rows = inOrder(
        group.map(({ row }) => row),
        'Code',
      );
      const [word, ...rest] = key.split(' ');
      const name = rest.join(' ');
      const body: Body = { id: word === 'identity' ? name : draft.id('orgs', name), rows };
      for (const { code } of group) this.#bodies.set(code, body);
      const lineage = group[0]!.shared;
      this.#lineages.set(lineage, [...(this.#lineages.get(lineage) ?? []), body]);
    }
  }

  /** Codes of a state and of the parts of it: regions, and territories that are its own. */
  codesOfState(state: string): ReadonlySet<string> {
    const codes = new Set([state]);
    for (let before = 0; before < codes.size; ) {
      before = codes.size;
      for (const row of this.#table.rows)
        if (/^CYP?$/.test(row.get('Type') ?? '') && codes.has(row.get('StateCode') ?? ''))
          codes.add(row.get('Code')!);
    }
    return codes;
  }

  /** Whether a code names a world, which is no state. */
  #isWorld(code: string): boolean {
    return this.#table.byKey.get(code)?.get('Type') === 'AP';
  }

  /**
   * The entity of a code; from now on it belongs to the result. A code that the table lacks becomes an organisation that is
   * known by its code alone, and is noted.
   */
  want(code: string, from: GcatRow): string {
    const body = this.#bodies.get(code);
    if (body !== undefined) {
      this.#wanted.add(body);
      return body.id;
    }
    const known = this.#missing.get(code);
    if (known !== undefined) return known;
    const id = this.#draft.id('orgs', code);
    this.#missing.set(code, id);
    this.#notes.add('Organisations that orgs.tsv lacks, made from their code', `${code} (${from.place})`);
    this.#draft.add(
      { id, kind: 'organisation', name: code, identifiers: { gcat: code } },
      from,
      `code ${code}`,
      'Names the organisation by a code',
    );
    return id;
  }

  /** Wants every organisation of these states; all without states. */
  wantAll(states: ReadonlySet<string> | undefined): void {
    for (const row of this.#table.rows)
      if (states === undefined || states.has(row.get('StateCode') ?? '')) this.want(row.get('Code')!, row);
  }

  /** The date after which a code is doubtful as an owner, since its body had ended. */
  ended(code: string): { date: string; reason: string } | undefined {
    return lineageException(code)?.ended;
  }

  /** Ties a thing to the state of its row; a world is no state. */
  tieToState(id: string, row: GcatRow, period: string | undefined, at: string): void {
    const state = row.get('StateCode');
    if (state === undefined || state === row.get('Code') || this.#isWorld(state)) return;
    this.#draft.relate({
      from: id,
      types: ['located-in', 'part-of'],
      to: this.made(state, row),
      period,
      row,
      at,
      says: `Gives its state: ${state}`,
    });
  }

  /** Makes what was wanted, and what its relations lead to, until nothing is left. */
  make(): void {
    for (const body of this.#wanted) this.#makeEntity(body);
    // The set grows while it is walked: parents are made when their first child is.
    for (const body of this.#wanted) this.#makeRelations(body);
    for (const bodies of this.#lineages.values())
      this.#makeSuccessions(bodies.filter((body) => this.#wanted.has(body)));
  }

  /** As `want`, with the entity made at once, so that a relation can lead to it. */
  made(code: string, row: GcatRow): string {
    const id = this.want(code, row);
    const body = this.#bodies.get(code);
    if (body !== undefined) this.#makeEntity(body);
    return id;
  }

  #makeEntity({ id, rows }: Body): void {
    if (this.#draft.kindOf(id) !== undefined) return;
    const last = rows.at(-1)!;
    const history = historyOf(rows, 'Code', this.#notes);
    const place = placeOf(last, this.#notes);
    const roles = [...new Set(rows.flatMap((row) => (row.get('Type') ?? '').split('/')))].flatMap(
      (role) => ROLES[role] ?? [],
    );
    const classes = [...new Set(rows.flatMap((row) => classesOf(row, this.#notes)))];
    this.#draft.add(
      {
        id,
        kind: kindOf(last, history.name),
        ...history,
        attributes: { ...attribute('class', classes), ...attribute('role', roles) },
        ...optional('place', place),
      },
      last,
      `code ${last.get('Code')}`,
      'Lists it, with its class and dates',
      rows
        .slice(0, -1)
        .map((row) => ({ row, at: `code ${row.get('Code')}`, says: 'Lists it under a former name' })),
    );
  }

  #makeRelations({ id, rows }: Body): void {
    for (const row of rows) {
      const at = `code ${row.get('Code')}`;
      const period = periodOf(row, this.#notes);
      for (const { code, doubt } of codesIn(row.get('Parent'))) {
        // A state as parent says no more than the state does, of a private company too.
        if (code === row.get('StateCode')) continue;
        const parent = this.#bodies.get(code);
        this.#draft.relate({
          from: id,
          types: ['subsidiary-of', 'part-of'],
          to: this.made(code, row),
          period: within(period, parent && spanOf(parent.rows, this.#notes)),
          row,
          at,
          says: `Gives its parent: ${code}${doubt ? ', with doubt' : ''}`,
          ...(doubt ? { credibility: POSSIBLY } : {}),
        });
      }
    }
    // One relation a state: names that follow one another in the same state are one stay.
    for (const state of new Set(rows.map((row) => row.get('StateCode')))) {
      const stay = rows.filter((row) => row.get('StateCode') === state);
      this.tieToState(id, stay.at(-1)!, spanOf(stay, this.#notes), `code ${stay.at(-1)!.get('Code')}`);
    }
  }

  /** Bodies of one lineage follow one another. */
  #makeSuccessions(bodies: readonly Body[]): void {
    const dated = bodies
      .filter(({ rows }) => Number.isFinite(startOf(rows[0]!)))
      .sort((a, b) => startOf(a.rows[0]!) - startOf(b.rows[0]!));
    for (const [i, later] of dated.entries()) {
      const earlier = dated[i - 1];
      if (earlier === undefined) continue;
      const row = later.rows[0]!;
      this.#draft.relate({
        from: later.id,
        types: ['succeeds'],
        to: earlier.id,
        period: vagueDate(row.get('TStart')),
        row,
        at: `code ${row.get('Code')}`,
        says: 'Carries it as a later name of the same organisation',
        credibility: POSSIBLY,
      });
    }
  }
}

/** Codes that a cell names: `A/B` are two, `A?` is a doubtful one. */
export function codesIn(cell: string | undefined): { code: string; doubt: boolean }[] {
  return (cell ?? '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-' && part !== '?')
    .map((part) => ({ code: part.replace(/\?$/, ''), doubt: part.endsWith('?') }));
}

function kindOf(row: GcatRow, name: string): string {
  const [type, letter] = [row.get('Type'), row.get('Class')];
  if (type === 'CY') return 'nation';
  if (type === 'CYP') return 'local-government';
  if (type === 'IGO') return 'international-organisation';
  if (type === 'AP') return 'celestial-body';
  if (letter === 'D') return 'defence-organisation';
  if (letter === 'B') return 'company';
  return letter === 'A' && /\buniv/i.test(name) ? 'university' : 'organisation';
}
