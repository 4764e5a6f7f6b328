/** Gathers what an importer finds, node by node and edge by edge, and makes the dataset of it: the rules that all formats share. */
import { createHash } from 'node:crypto';
import type { Fault } from '../contract/answers.js';
import { AppError } from '../contract/errors.js';
import type { Claim, Collection, Entity, Relation, Source } from '../contract/records.js';
import type { Dataset } from '../model/dataset.js';
import type { Attributes, AttributeValue } from './attribute-values.js';
import { type NamedClass, NO_ATTRIBUTES, readEntity, readRelation } from './columns.js';
import { fileOntology } from './file-ontology.js';
import { settleKinds, settleTypes } from './settle-classes.js';
import { settleDates } from './settle-dates.js';

/** The id of the one collection and of the one source, which is the file. */
const FILE = 'file';
const MOST_FAULTS = 100;
const LONGEST_ID = 300;

/** Line and column in the file, from 1. */
export interface Place {
  line: number;
  column: number;
}

/** An edge as the file has it. */
export interface DraftEdge {
  id?: string | undefined;
  from: string;
  to: string;
  directed: boolean;
  attributes: Attributes;
}

export class DraftGraph {
  readonly #fileName: string;
  readonly #bytes: Uint8Array;
  readonly #faults: Fault[] = [];
  readonly #warnings = new Set<string>();
  readonly #entities: Entity[] = [];
  /** Ids of entities, each to itself: an edge takes the node's own string, and lets go of the piece of file it was cut from. */
  readonly #ids = new Map<string, string>();
  /** Ends of edges that no node had when they were read; it may come later. */
  readonly #awaited = new Set<string>();
  readonly #kinds: (NamedClass | undefined)[] = [];
  readonly #relations: Relation[] = [];
  readonly #types: (NamedClass | undefined)[] = [];
  readonly #directed: boolean[] = [];
  readonly #classes = new Map<string, NamedClass>();
  readonly #claims: Claim[];
  #line = 1;
  #column = 1;
  #locate: (() => Place) | undefined;

  constructor(fileName: string, bytes: Uint8Array) {
    this.#fileName = fileName;
    this.#bytes = bytes;
    // One claim, in one list, for all relations: a million copies of the same words would be most of the memory.
    this.#claims = Object.freeze<Claim[]>([
      Object.freeze<Claim>({
        source: FILE,
        locator: 'whole file',
        says: 'The file lists this relation.',
        stance: 'supports',
        credibility: 6,
      }),
    ]) as Claim[];
  }

  /** Where the reader stands; faults are reported there. Both count from 1. */
  at(line: number, column: number): void {
    this.#line = line;
    this.#column = Math.max(1, column);
  }

  /** As `at`, for readers to whom a place is costly: asked only when there is a fault. */
  locate(locate: () => Place): void {
    this.#locate = locate;
  }

  get place(): Place {
    return this.#locate?.() ?? { line: this.#line, column: this.#column };
  }

  /** Notes a fault and goes on, so that all of them are told at once; past a hundred it stops. */
  fault(message: string): void {
    this.#faults.push({ file: this.#fileName, ...this.place, message });
    if (this.#faults.length >= MOST_FAULTS) throw this.#error();
  }

  /** For a fault past which nothing can be read. */
  stop(message: string): never {
    this.fault(message);
    throw this.#error();
  }

  warn(sentence: string): void {
    this.#warnings.add(sentence);
  }

  /** Sets an attribute of a node or an edge; undefined is no value. */
  set(attributes: Attributes, name: string, value: AttributeValue | undefined): void {
    if (value === undefined) return;
    // Assigning it would change the object's prototype instead.
    if (name === '__proto__') this.fault('an attribute cannot be called __proto__; rename it');
    else if (typeof value === 'number' && !Number.isFinite(value))
      this.fault(`${name} is not a finite number; correct it`);
    else attributes[name] = value;
  }

  addNode(id: string, attributes: Attributes): void {
    if (!this.#isId(id, 'the node')) return;
    if (this.#ids.has(id)) {
      this.fault(`the node id ${id} is used before; give each node an id of its own`);
      return;
    }
    const { entity, kind } = readEntity(id, attributes, FILE);
    this.#ids.set(id, id);
    this.#entities.push(entity);
    this.#kinds.push(this.#intern(kind));
  }

  addEdge({ id, from, to, directed, attributes }: DraftEdge): void {
    if (!this.#isId(from, 'the source of the edge') || !this.#isId(to, 'the target of the edge')) return;
    if (id !== undefined && !this.#isId(id, 'the edge')) return;
    const { type, period, status, attributes: rest } = readRelation(attributes);
    // Written out: spreading into a literal would take longer than all the rest of the import.
    const relation: Relation = {
      id: id ?? '',
      from: this.#end(from),
      type: '',
      to: this.#end(to),
      status,
      attributes: rest,
      claims: this.#claims,
      collection: FILE,
    };
    if (period !== undefined) relation.period = period;
    this.#relations.push(relation);
    this.#types.push(this.#intern(type));
    this.#directed.push(directed);
  }

  /** Whether an entity of this id is there already. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /**
   * The dataset. Edges to nodes that were never declared get an entity each, and a warning says so.
   *
   * @throws AppError `data-faulty` when any fault was noted
   */
  finish(): Dataset {
    if (this.#faults.length > 0) throw this.#error();
    this.#addMissingEntities();
    this.#numberRelations();
    const warn = (sentence: string) => this.warn(sentence);
    settleDates(this.#relations, 'relation', ['on', 'start', 'end'], warn);
    // A year alone may be of birth or of founding: only a span says when somebody is there.
    settleDates(this.#entities, 'entity', ['start', 'end'], warn);
    const kinds = settleKinds(this.#entities, this.#kinds, warn);
    const types = settleTypes(this.#relations, this.#types, this.#directed, warn);
    const collection: Collection = {
      id: FILE,
      title: this.#fileName,
      licence: 'not stated in the file',
      maintainer: 'not stated in the file',
    };
    const source: Source = {
      id: FILE,
      title: this.#fileName,
      authors: [],
      reliability: 'F',
      collection: FILE,
    };
    return {
      ontology: fileOntology(this.#fileName, kinds, types),
      collections: [collection],
      sources: new Map([[FILE, source]]),
      entities: this.#entities,
      relations: this.#relations,
      revision: createHash('sha256').update(this.#bytes).digest('hex').slice(0, 12),
      ...(this.#warnings.size === 0 ? {} : { warnings: [...this.#warnings] }),
    };
  }

  #end(id: string): string {
    const known = this.#ids.get(id);
    if (known === undefined) this.#awaited.add(id);
    return known ?? id;
  }

  #isId(id: string, whose: string): boolean {
    const isBlank = id.trim() === '';
    if (isBlank) this.fault(`${whose} has an empty id; give it one`);
    else if (id.length > LONGEST_ID)
      this.fault(`${whose} has an id of ${id.length} characters; shorten it to ${LONGEST_ID} at most`);
    return !isBlank && id.length <= LONGEST_ID;
  }

  /** One object for each class, so that a million edges of one type share it. */
  #intern(found: NamedClass | undefined): NamedClass | undefined {
    if (found === undefined) return undefined;
    const key = `${found.column}\n${found.name}`;
    const known = this.#classes.get(key);
    if (known === undefined) this.#classes.set(key, found);
    return known ?? found;
  }

  #addMissingEntities(): void {
    const missing = [...this.#awaited].filter((id) => !this.#ids.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.addNode(id, NO_ATTRIBUTES);
    const some = missing.slice(0, 5).join(', ');
    this.warn(
      `Edges name nodes that the file does not declare (${missing.length}: ${some}${missing.length > 5 ? ', …' : ''}); an entity was made for each.`,
    );
  }

  /** Ids of the file stay while they are unique; every other relation gets the next free one of e0, e1, e2 … */
  #numberRelations(): void {
    const taken = new Set<string>();
    let repeated = 0;
    for (const relation of this.#relations) {
      if (relation.id === '') continue;
      if (taken.has(relation.id)) {
        relation.id = '';
        repeated++;
      } else taken.add(relation.id);
    }
    let next = 0;
    for (const relation of this.#relations) {
      if (relation.id !== '') continue;
      while (taken.has(`e${next}`)) next++;
      relation.id = `e${next++}`;
    }
    if (repeated > 0) this.warn(`Edges that repeat the id of another were given new ones: ${repeated}.`);
  }

  #error(): AppError {
    const [first] = this.#faults;
    const more = this.#faults.length > 1 ? ` (and ${this.#faults.length - 1} more)` : '';
    return new AppError(
      'data-faulty',
      `${first?.file}:${first?.line}:${first?.column} ${first?.message}${more}`,
      {
        faults: this.#faults,
      },
    );
  }
}
