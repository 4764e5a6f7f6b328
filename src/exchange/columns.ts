/** The one place that knows which attribute of a file means which field of a record, in both directions. */
import type { Entity, Relation } from '../contract/records.js';
import { PRECISIONS, STATUSES } from '../contract/records.js';
import { parsePeriod, periodFault } from '../model/period.js';
import type { Attributes, AttributeValue } from './attribute-values.js';
import type { ExportedRelation } from './exporter.js';

const ENTITY_COLUMNS = new Set(
  'label name kind type status period summary aliases formerNames place precision lat lon'.split(' '),
);
const RELATION_COLUMNS = new Set('relation type kind label status period confidence'.split(' '));
/** Before the name of an attribute that would be taken for a field. */
const ESCAPE = 'attribute:';
/** Longer text is a description, not the name of a class. */
const LONGEST_CLASS_NAME = 100;

/** Whether text is a date or an interval that `period` can hold. */
export const isPeriod = (text: string): boolean => periodFault(parsePeriod, text) === undefined;

/**
 * The attributes of a node or an edge while they are sorted out: what is taken becomes a field, `rest` is what remains.
 * Names are compared without case (Gephi writes `Label`).
 */
class Remainder {
  readonly #attributes: Attributes;
  /** Column to its name in the file. */
  readonly #names = new Map<string, string>();
  readonly #taken: string[] = [];
  #escaped = false;
  #size = 0;

  constructor(attributes: Attributes, columns: ReadonlySet<string>) {
    this.#attributes = attributes;
    for (const name in attributes) {
      this.#size++;
      if (columns.has(name)) this.#names.set(name, name);
      else if (columns.has(name.toLowerCase()) && !this.#names.has(name.toLowerCase()))
        this.#names.set(name.toLowerCase(), name);
      else if (name.startsWith(ESCAPE)) this.#escaped = true;
    }
  }

  peek(column: string): AttributeValue | undefined {
    const name = this.#names.get(column);
    return name === undefined ? undefined : this.#attributes[name];
  }

  /** Takes a column and gives its name in the file. */
  take(column: string): string {
    const name = this.#names.get(column) ?? column;
    this.#taken.push(name);
    this.#names.delete(column);
    return name;
  }

  /** Takes text that passes a test. */
  takeText<T extends string = string>(column: string, accepts: (text: T) => boolean): T | undefined {
    const value = this.peek(column);
    if (typeof value !== 'string') return undefined;
    const text = value.trim() as T;
    if (!accepts(text)) return undefined;
    this.take(column);
    return text;
  }

  takeTexts(column: string): string[] | undefined {
    const value = this.peek(column);
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' && item.trim() !== '')) {
      return undefined;
    }
    this.take(column);
    return value.map((item) => String(item).trim());
  }

  /** Takes the texts of all attributes `prefix:key`, by key. */
  takePrefixed(prefix: string): Record<string, string> {
    let found = NO_NAMES;
    for (const name in this.#attributes) {
      const value = this.#attributes[name];
      if (!name.startsWith(prefix) || name === prefix || typeof value !== 'string' || value.trim() === '')
        continue;
      if (found === NO_NAMES) found = {};
      found[name.slice(prefix.length)] = value.trim();
      this.#taken.push(name);
    }
    return found;
  }

  get rest(): Attributes {
    if (this.#taken.length === this.#size) return NO_ATTRIBUTES;
    if (this.#taken.length === 0 && !this.#escaped) return this.#attributes;
    const rest: Attributes = {};
    for (const name in this.#attributes) {
      if (this.#taken.includes(name)) continue;
      rest[name.startsWith(ESCAPE) ? name.slice(ESCAPE.length) : name] = this.#attributes[name]!;
    }
    return rest;
  }
}

/** Shared by all records that have none, frozen so that no one fills them for all. A million empty lists are not free. */
const NO_TEXTS = Object.freeze<string[]>([]) as string[];
const NO_FORMER_NAMES = Object.freeze<Entity['formerNames']>([]) as Entity['formerNames'];
const NO_NAMES: Record<string, string> = Object.freeze({});
const NO_CLAIMS = Object.freeze<Entity['claims']>([]) as Entity['claims'];
export const NO_ATTRIBUTES: Attributes = Object.freeze({});

const isText = (text: string) => text !== '';
const isStatus = (text: string) => (STATUSES as readonly string[]).includes(text);
const isClassName = (text: string) => text !== '' && text.length <= LONGEST_CLASS_NAME;

/** The attributes of an element that mean nothing to its format. */
export function othersOf(
  attributes: Readonly<Record<string, string>>,
  known: ReadonlySet<string>,
): Attributes {
  const others: Attributes = {};
  for (const name in attributes) if (!known.has(name)) others[name] = attributes[name]!;
  return others;
}

/** A class (kind or relation type) as the file names it, and the attribute that it stood in. */
export interface NamedClass {
  name: string;
  column: string;
}

function takeClass(remainder: Remainder, columns: readonly string[]): NamedClass | undefined {
  for (const column of columns) {
    const value = remainder.peek(column);
    if (typeof value !== 'string' || !isClassName(value.trim())) continue;
    return { name: value.trim(), column: remainder.take(column) };
  }
  return undefined;
}

/** An entity from the attributes of a node; what means no field stays an attribute. `kind` is settled by the caller. */
export function readEntity(
  id: string,
  attributes: Attributes,
  collection: string,
): { entity: Entity; kind: NamedClass | undefined } {
  const columns = new Remainder(attributes, ENTITY_COLUMNS);
  const kind = takeClass(columns, ['kind', 'type']);
  const period = takePeriod(columns);
  const summary = columns.takeText('summary', isText);
  const place = takePlace(columns);
  // Written out, and sharing what is empty: spreading into a literal takes ten times as long.
  const entity: Entity = {
    id,
    kind: '',
    name: columns.takeText('label', isText) ?? columns.takeText('name', isText) ?? id.trim(),
    names: columns.takePrefixed('name:'),
    aliases: columns.takeTexts('aliases') ?? NO_TEXTS,
    formerNames: columns.takeTexts('formerNames')?.map((name) => ({ name })) ?? NO_FORMER_NAMES,
    formerIds: NO_TEXTS,
    status: columns.takeText<Entity['status']>('status', isStatus) ?? 'actual',
    identifiers: columns.takePrefixed('identifier:'),
    attributes: NO_ATTRIBUTES,
    claims: NO_CLAIMS,
    collection,
  };
  if (period !== undefined) entity.period = period;
  if (summary !== undefined) entity.summary = summary;
  if (place !== undefined) entity.place = place;
  entity.attributes = columns.rest;
  return { entity, kind };
}

/** A year that a format has as a number is a period like one in words. */
function takePeriod(columns: Remainder): string | undefined {
  const value = columns.peek('period');
  if (typeof value !== 'number') return columns.takeText('period', isPeriod);
  if (!isPeriod(String(value))) return undefined;
  columns.take('period');
  return String(value);
}

/** A place needs a name and a precision; coordinates alone stay attributes, for nobody said how exact they are. */
function takePlace(columns: Remainder): Entity['place'] {
  const name = columns.peek('place');
  const precision = PRECISIONS.find((known) => known === columns.peek('precision'));
  if (typeof name !== 'string' || name.trim() === '' || precision === undefined) return undefined;
  columns.take('place');
  columns.take('precision');
  const coordinate = (column: 'lat' | 'lon', most: number) => {
    const value = columns.peek(column);
    if (typeof value !== 'number' || Math.abs(value) > most) return {};
    columns.take(column);
    return { [column]: value };
  };
  return { name: name.trim(), ...coordinate('lat', 90), ...coordinate('lon', 180), precision };
}

export interface RelationFields {
  type: NamedClass | undefined;
  period: string | undefined;
  status: Relation['status'];
  attributes: Attributes;
}

/** The fields of a relation from the attributes of an edge; what means no field stays an attribute. */
export function readRelation(attributes: Attributes): RelationFields {
  const columns = new Remainder(attributes, RELATION_COLUMNS);
  return {
    type: takeClass(columns, ['relation', 'type', 'kind', 'label']),
    period: takePeriod(columns),
    status: columns.takeText<Relation['status']>('status', isStatus) ?? 'actual',
    attributes: columns.rest,
  };
}

/** A name that will not clash with the ones a format keeps for itself; importers undo it. */
export function escapeName(name: string): string {
  return ESCAPE + name;
}

/** The attributes to write for an entity besides id and name, which every format has a place for. */
export function entityColumns(entity: Entity): Attributes {
  const { place } = entity;
  return {
    kind: entity.kind,
    status: entity.status,
    ...(entity.period === undefined ? {} : { period: entity.period }),
    ...(entity.summary === undefined ? {} : { summary: entity.summary }),
    ...(entity.aliases.length === 0 ? {} : { aliases: entity.aliases }),
    ...(entity.formerNames.length === 0 ? {} : { formerNames: entity.formerNames.map(({ name }) => name) }),
    ...(place === undefined ? {} : { place: place.name, precision: place.precision }),
    ...(place?.lat === undefined ? {} : { lat: place.lat }),
    ...(place?.lon === undefined ? {} : { lon: place.lon }),
    ...prefixed('name:', entity.names),
    ...prefixed('identifier:', entity.identifiers, (value) =>
      typeof value === 'string' ? value : value.map((dated) => dated.value).join(', '),
    ),
    ...escaped(entity.attributes, ENTITY_COLUMNS),
  };
}

/** The attributes to write for a relation besides id, ends and direction. */
export function relationColumns(relation: ExportedRelation): Attributes {
  return {
    relation: relation.type,
    status: relation.status,
    ...(relation.period === undefined ? {} : { period: relation.period }),
    ...(relation.confidence === undefined || relation.confidence === null
      ? {}
      : { confidence: relation.confidence }),
    ...escaped(relation.attributes, RELATION_COLUMNS),
  };
}

function prefixed<T>(
  prefix: string,
  record: Readonly<Record<string, T>>,
  write: (value: T) => AttributeValue = String,
): Attributes {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [prefix + key, write(value)]));
}

/** Attributes under names that the reader will not take for fields. */
function escaped(attributes: Attributes, columns: ReadonlySet<string>): Attributes {
  const clashes = (name: string) =>
    columns.has(name) || columns.has(name.toLowerCase()) || /^(attribute|name|identifier):/.test(name);
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [clashes(name) ? escapeName(name) : name, value]),
  );
}
