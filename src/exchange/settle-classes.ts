/** Turns the class names that a file gives its nodes and edges into kinds and relation types of an ontology. */
import type { Entity, Relation } from '../contract/records.js';
import { type Attributes, columnType } from './attribute-values.js';
import type { NamedClass } from './columns.js';
import { DEFAULT_KIND, DEFAULT_TYPES, type FoundType } from './file-ontology.js';

/** More different labels than this are names of the things themselves, not classes of them. */
const MOST_CLASSES = 200;

/**
 * Gives each entity its kind.
 *
 * @param named for each entity, the kind that the file names
 * @returns the kinds that occur, sorted
 */
export function settleKinds(
  entities: readonly Entity[],
  named: readonly (NamedClass | undefined)[],
  warn: (sentence: string) => void,
): string[] {
  const tooMany = new Set(named.map((kind) => kind?.name)).size > MOST_CLASSES;
  const found = new Set<string>();
  entities.forEach((entity, i) => {
    const kind = named[i];
    if (tooMany) restore(entity, kind);
    entity.kind = tooMany || kind === undefined ? DEFAULT_KIND : kind.name;
    found.add(entity.kind);
  });
  if (tooMany) warn(tooManyClasses('kinds of nodes', DEFAULT_KIND));
  return [...found].sort();
}

/**
 * Gives each relation its type, so that none has edges with and without direction. O(relations × attributes).
 *
 * @param named, directed for each relation, the type that the file names and whether it has a direction
 * @returns the types that occur, sorted by id
 */
export function settleTypes(
  relations: readonly Relation[],
  named: readonly (NamedClass | undefined)[],
  directed: readonly boolean[],
  warn: (sentence: string) => void,
): FoundType[] {
  const tooMany = new Set(named.map((type) => type?.name)).size > MOST_CLASSES;
  if (tooMany) warn(tooManyClasses('labels of edges', DEFAULT_TYPES.directed));
  const nameOf = (i: number) =>
    (tooMany ? undefined : named[i]?.name) ?? DEFAULT_TYPES[directed[i] === true ? 'directed' : 'undirected'];
  const names = { directed: new Set<string>(), undirected: new Set<string>() };
  directed.forEach((one, i) => {
    names[one ? 'directed' : 'undirected'].add(nameOf(i));
  });
  // A symmetric type cannot share its id with a directed one of the same name, nor take that of a third.
  const symmetricIds = new Map<string, string>();
  for (const name of names.undirected) {
    let id = name;
    while (names.directed.has(id) || (id !== name && names.undirected.has(id))) id += '-undirected';
    symmetricIds.set(name, id);
  }
  const found = new Map<string, FoundType>();
  relations.forEach((relation, i) => {
    const symmetric = directed[i] !== true;
    if (tooMany) restore(relation, named[i]);
    relation.type = symmetric ? symmetricIds.get(nameOf(i))! : nameOf(i);
    let known = found.get(relation.type);
    if (known === undefined) {
      known = { id: relation.type, symmetric, attributes: {} };
      found.set(known.id, known);
    }
    declare(known, relation.attributes);
  });
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Puts a class name back among the attributes that it was taken from. */
function restore(record: Entity | Relation, found: NamedClass | undefined): void {
  if (found !== undefined) record.attributes = { ...record.attributes, [found.column]: found.name };
}

function tooManyClasses(what: string, standIn: string): string {
  return `The file has more than ${MOST_CLASSES} ${what}; they were kept as attributes, and all count as ${standIn}.`;
}

/** Adds the attributes of one relation to those declared by its type; text holds what differs. */
function declare(type: FoundType, attributes: Attributes): void {
  for (const name in attributes) {
    const column = columnType(attributes[name]!);
    const here = column === 'number' || column === 'boolean' ? column : 'text';
    const known = Object.hasOwn(type.attributes, name) ? type.attributes[name] : undefined;
    if (known === undefined) type.attributes[name] = { type: here };
    else if (known.type !== here) known.type = 'text';
  }
}
