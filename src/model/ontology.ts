/** The vocabulary at work: kinds with their taxonomy closed over, types, families and lenses by id; and what can be wrong with it. */
import type { Family, Kind, Lens, OntologyRecord, RelationType } from '../contract/ontology.js';
import { didYouMean } from './nearest.js';
import { parseDate, periodFault } from './period.js';

const NONE: ReadonlySet<string> = new Set();

/**
 * Look-ups over an ontology record; each O(1), after O(kinds × depth) once. A record with faults is survived (a circle of
 * parents is cut where it closes), so that a reader can go on and report all faults at once.
 */
export class Ontology {
  readonly record: OntologyRecord;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #types: ReadonlyMap<string, RelationType>;
  readonly #families: ReadonlyMap<string, Family>;
  readonly #lenses: ReadonlyMap<string, Lens>;
  /** The kind first, then its parent, and so on up; the last one is the root. */
  readonly #lineages = new Map<string, ReadonlySet<string>>();
  readonly #descendants = new Map<string, Set<string>>();

  constructor(record: OntologyRecord) {
    this.record = record;
    this.#kinds = byId(record.kinds);
    this.#types = byId(record.types);
    this.#families = byId(record.families);
    this.#lenses = byId(record.lenses);
    for (const { id } of record.kinds) this.#descendants.set(id, new Set());
    for (const { id } of record.kinds) {
      const lineage = new Set<string>();
      for (
        let kind = this.#kinds.get(id);
        kind !== undefined && !lineage.has(kind.id);
        kind = kind.parent === undefined ? undefined : this.#kinds.get(kind.parent)
      )
        lineage.add(kind.id);
      this.#lineages.set(id, lineage);
      for (const ancestor of lineage) this.#descendants.get(ancestor)?.add(id);
    }
  }

  kind(id: string): Kind | undefined {
    return this.#kinds.get(id);
  }

  type(id: string): RelationType | undefined {
    return this.#types.get(id);
  }

  family(id: string): Family | undefined {
    return this.#families.get(id);
  }

  lens(id: string): Lens | undefined {
    return this.#lenses.get(id);
  }

  /** Whether a kind is an ancestor of another, or the same. False for kinds that do not exist. */
  isA(kind: string, ancestor: string): boolean {
    return this.#lineages.get(kind)?.has(ancestor) ?? false;
  }

  /** Whether a kind, or one above it, is called a hub. */
  isHub(kind: string): boolean {
    return [...(this.#lineages.get(kind) ?? [])].some((id) => this.#kinds.get(id)?.hub === true);
  }

  /** The topmost ancestor of a kind; the id itself when it has no parent or does not exist. */
  rootOf(kind: string): string {
    return [...(this.#lineages.get(kind) ?? [])].at(-1) ?? kind;
  }

  /** A kind and all kinds below it; empty when it does not exist. */
  descendants(kind: string): ReadonlySet<string> {
    return this.#descendants.get(kind) ?? NONE;
  }

  /** Whether a relation of this type may join these kinds, in this order; a symmetric one in either. */
  allows(type: RelationType, from: string, to: string): boolean {
    const fits = (a: string, b: string) =>
      type.domain.some((kind) => this.isA(a, kind)) && type.range.some((kind) => this.isA(b, kind));
    return fits(from, to) || (type.symmetric && fits(to, from));
  }
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Where in an ontology, and what is wrong. */
export interface OntologyFault {
  path: (string | number)[];
  message: string;
}

/** All that is wrong with an ontology beyond its shape: ids that clash or lead nowhere, circles, dates. Empty when it is sound. */
export function ontologyFaults(record: OntologyRecord): OntologyFault[] {
  const faults: OntologyFault[] = [];
  const kinds = byId(record.kinds);
  const types = byId(record.types);
  const families = byId(record.families);
  const lenses = byId(record.lenses);
  const expect = (
    known: ReadonlyMap<string, unknown>,
    word: string,
    id: string,
    path: OntologyFault['path'],
  ) => {
    if (!known.has(id))
      faults.push({ path, message: `no ${word} has the id ${id}${didYouMean(id, known.keys())}` });
  };
  for (const part of ['kinds', 'families', 'types', 'lenses'] as const) {
    const seen = new Set<string>();
    for (const [i, { id }] of record[part].entries()) {
      if (seen.has(id))
        faults.push({ path: [part, i, 'id'], message: `the id ${id} is given twice in ${part}` });
      seen.add(id);
    }
  }
  for (const [i, kind] of record.kinds.entries()) {
    if (kind.parent === undefined) continue;
    expect(kinds, 'kind', kind.parent, ['kinds', i, 'parent']);
    const circle = circleFrom(kind, kinds);
    if (circle !== undefined)
      faults.push({
        path: ['kinds', i, 'parent'],
        message: `${kind.id} is its own ancestor: ${circle.join(' → ')}`,
      });
  }
  for (const [i, type] of record.types.entries()) {
    expect(families, 'family', type.family, ['types', i, 'family']);
    for (const [j, id] of type.domain.entries()) expect(kinds, 'kind', id, ['types', i, 'domain', j]);
    for (const [j, id] of type.range.entries()) expect(kinds, 'kind', id, ['types', i, 'range', j]);
  }
  expect(lenses, 'lens', record.defaultLens, ['defaultLens']);
  for (const [i, { scope }] of record.lenses.entries()) {
    const path = ['lenses', i, 'scope'];
    for (const [j, id] of (scope.kind ?? []).entries()) expect(kinds, 'kind', id, [...path, 'kind', j]);
    for (const [j, id] of (scope.type ?? []).entries())
      expect(types, 'relation type', id, [...path, 'type', j]);
    for (const name of ['asOf', 'knownBy'] as const) {
      const message = scope[name] === undefined ? undefined : periodFault(parseDate, scope[name]);
      if (message !== undefined) faults.push({ path: [...path, name], message });
    }
  }
  return faults;
}

/** The ids from a kind up to itself, when its ancestors lead back to it. */
function circleFrom(kind: Kind, kinds: ReadonlyMap<string, Kind>): string[] | undefined {
  const trail = [kind.id];
  for (let id = kind.parent; id !== undefined; id = kinds.get(id)?.parent) {
    const known = trail.includes(id);
    trail.push(id);
    if (known) return id === kind.id ? trail : undefined;
  }
  return undefined;
}
