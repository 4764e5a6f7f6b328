/** Gathers the records that the General Catalog's tables make: ids, claims, and relations that the vocabulary allows. */
import type { Claim, Entity, Relation } from '../contract/records.js';
import type { Ontology } from '../model/ontology.js';
import { toSlug } from '../model/slug.js';
import { GCAT } from './gcat-ontology.js';
import type { GcatRow, GcatTableName } from './gcat-tables.js';
import type { GcatIdentities, GcatNamespace } from './identities.js';
import type { ImportNotes } from './import-notes.js';
import { SlugIds } from './slug-ids.js';

/** The graph that the catalogue is to join: its words, and what stands in it. */
export interface ImportTarget {
  ontology: Ontology;
  kindOf(id: string): string | undefined;
  /** Whether a relation of this type joins the two already. */
  joins(from: string, type: string, to: string): boolean;
}

/** What a row says, and where it stands in the words of a locator, such as `code CALT`. */
interface Evidence {
  row: GcatRow;
  at: string;
  says: string;
}

/** A relation to be: the first of `types` that may join the two kinds is taken. */
interface Tie extends Evidence {
  from: string;
  types: readonly string[];
  to: string;
  period?: string | undefined;
  attributes?: Relation['attributes'];
  credibility?: number;
}

/** Two: a public record that its keeper checks; three: the catalogue's own inference or doubt. */
const PROBABLY = 2;
export const POSSIBLY = 3;

type EntityParts = Pick<Entity, 'id' | 'kind' | 'name'> & Partial<Entity>;

export class GcatDraft {
  readonly entities: Entity[] = [];
  readonly relations: Relation[] = [];
  readonly notes: ImportNotes;
  readonly #target: ImportTarget;
  readonly #identities: GcatIdentities;
  readonly #kinds = new Map<string, string>();
  readonly #ids = new SlugIds();
  readonly #keys = new Set<string>();
  readonly #relationIds = new Set<string>();
  readonly #usedTables = new Set<GcatTableName>();

  constructor(target: ImportTarget, identities: GcatIdentities, notes: ImportNotes) {
    this.#target = target;
    this.#identities = identities;
    this.notes = notes;
  }

  /** The entity of the target that a code stands for, if the table of identities says so. */
  identity(of: GcatNamespace, code: string): string | undefined {
    return this.#identities.get(`${of} ${code}`);
  }

  /**
   * The id of what a code names: an identity, or a slug of its own. Two codes may make one slug, so ids must be asked for in the
   * order of the tables, whatever part of them is wanted.
   */
  id(of: GcatNamespace, code: string): string {
    const prefix = of === 'payloads' ? `${GCAT}-` : `${GCAT}-${PREFIX[of]}-`;
    return this.identity(of, code) ?? this.#ids.of(code, prefix);
  }

  /** Whether the entity is to be made here; one that the target holds is not. */
  isOurs(id: string): boolean {
    return this.#target.kindOf(id) === undefined;
  }

  kindOf(id: string): string | undefined {
    return this.#kinds.get(id) ?? this.#target.kindOf(id);
  }

  /** Adds an entity with one claim: that the row lists it. `more` are rows that list it too. */
  add(parts: EntityParts, row: GcatRow, at: string, says: string, more: readonly Evidence[] = []): void {
    if (this.#kinds.has(parts.id) || !this.isOurs(parts.id)) return;
    this.#kinds.set(parts.id, parts.kind);
    this.entities.push({
      names: {},
      aliases: [],
      formerNames: [],
      formerIds: [],
      status: 'actual',
      identifiers: {},
      attributes: {},
      collection: GCAT,
      ...parts,
      claims: [{ row, at, says }, ...more].map((each) => this.#claim(each.row, each.at, each.says, PROBABLY)),
    });
  }

  /** Adds a relation, unless it joins a thing to itself, stands already, or fits no type; the latter two are noted. */
  relate(tie: Tie): void {
    const { from, to, period, attributes = {}, row } = tie;
    if (from === to) return;
    const [fromKind, toKind] = [this.kindOf(from) ?? '', this.kindOf(to) ?? ''];
    const { ontology } = this.#target;
    const type = tie.types.find((id) => {
      const known = ontology.type(id);
      return known !== undefined && ontology.allows(known, fromKind, toKind);
    });
    if (type === undefined) {
      this.notes.add(
        `Relations left out: no type (${tie.types.join(', ')}) joins ${fromKind} to ${toKind}`,
        row.place,
      );
      return;
    }
    if (!this.isOurs(from) && !this.isOurs(to) && this.#target.joins(from, type, to)) {
      this.notes.add('Relations left to the collection that holds them already', `${from}--${type}--${to}`);
      return;
    }
    const key = `${from}\n${type}\n${to}\n${period ?? ''}\n${JSON.stringify(attributes)}`;
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    const base = `${from}--${type}--${to}`;
    let id = base;
    for (let nth = 1; this.#relationIds.has(id); nth++)
      id = `${base}--${toSlug(tie.at)}${nth === 1 ? '' : `-${nth}`}`;
    this.#relationIds.add(id);
    const relation: Relation = {
      id,
      from,
      type,
      to,
      status: 'actual',
      attributes,
      claims: [this.#claim(row, tie.at, tie.says, tie.credibility ?? PROBABLY)],
      collection: GCAT,
    };
    if (period !== undefined) relation.period = period;
    this.relations.push(relation);
  }

  /** Tables that some claim rests on. */
  get usedTables(): ReadonlySet<GcatTableName> {
    return this.#usedTables;
  }

  #claim(row: GcatRow, at: string, says: string, credibility: number): Claim {
    this.#usedTables.add(row.table);
    return {
      source: `${GCAT}-${row.table}`,
      locator: `${row.table}.tsv, ${at}`,
      says,
      stance: 'supports',
      credibility,
    };
  }
}

const PREFIX: Record<Exclude<GcatNamespace, 'payloads'>, string> = {
  orgs: 'org',
  sites: 'site',
  platforms: 'platform',
  vehicles: 'vehicle',
  launches: 'launch',
  programmes: 'programme',
};
