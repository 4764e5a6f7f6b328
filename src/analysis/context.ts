/** What every answer works with: the loaded graph and what has been derived from it once. */

import type { EntityReference } from '../contract/answers.js';
import { AppError } from '../contract/errors.js';
import type { TaskControl } from '../contract/questions.js';
import { type Scope, scopeParameters } from '../contract/scope.js';
import type { KnowledgeGraph } from '../graph/knowledge-graph.js';
import { type ProjectionRule, projectScope, type Snapshot } from '../graph/projection.js';
import { applyScope, type ScopeDefaults, type ScopedGraph } from '../graph/scoped-graph.js';
import type { ColumnsOf } from '../kernels/registry.js';
import { type Compute, Engine } from './engine.js';
import { NameIndex } from './name-index.js';

/** Scopes kept ready, with their snapshots; the one used longest ago falls out. */
const KEPT = 16;

/** Nobody bears a name that was asked for. */
export class UnknownName extends Error {
  readonly reference: string;
  constructor(reference: string) {
    super(`There is no entity '${reference}'.`);
    this.reference = reference;
  }
}

/** The loaded graph with its derived indexes, built when first needed. */
export class Context {
  readonly knowledge: KnowledgeGraph;
  readonly version: string;
  readonly #scopes = new Map<string, ScopedGraph>();
  readonly #snapshots = new WeakMap<ScopedGraph, Map<string, Snapshot>>();
  readonly #engine: Engine;
  #names: NameIndex | undefined;

  constructor(knowledge: KnowledgeGraph, version: string, engine = new Engine()) {
    this.knowledge = knowledge;
    this.version = version;
    this.#engine = engine;
  }

  get names(): NameIndex {
    this.#names ??= new NameIndex(this.knowledge.entities);
    return this.#names;
  }

  /** The scope among a question's parameters, applied; the same scope is applied once. */
  scope(parameters: Scope, defaults: ScopeDefaults): ScopedGraph {
    const key = JSON.stringify([parameters, defaults]);
    const scoped = this.#scopes.get(key) ?? applyScope(this.knowledge, parameters, defaults);
    // To the end of the line.
    this.#scopes.delete(key);
    this.#scopes.set(key, scoped);
    if (this.#scopes.size > KEPT) this.#scopes.delete(this.#scopes.keys().next().value!);
    return scoped;
  }

  /** The scope projected; the same projection is compiled once. */
  snapshot(scoped: ScopedGraph, rule: ProjectionRule): Snapshot {
    const kept = this.#snapshots.get(scoped) ?? new Map<string, Snapshot>();
    this.#snapshots.set(scoped, kept);
    const key = JSON.stringify([rule.direction, rule.distance, rule.strength, rule.confidence, rule.counted]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const snapshot = projectScope(scoped, rule);
    kept.set(key, snapshot);
    return snapshot;
  }

  /** Computes kernels for one question; `doing` says in a word what for. See `Engine.compute`, of `passing` too. */
  compute({ signal, progress }: TaskControl, doing: string, passing = false): Compute {
    const control = { signal, progress: (share: number) => progress(share, doing) };
    return (kernel, csr, options) => this.#engine.compute(kernel, csr, options, control, passing);
  }

  /** Positions for the entities of a scope, by node of its undirected snapshot. */
  async layout(scoped: ScopedGraph, control: TaskControl): Promise<ColumnsOf<'layout'>> {
    const { csr } = this.snapshot(scoped, { direction: 'any' });
    return await this.compute(control, 'Layout')('layout', csr, {});
  }

  /**
   * Position of the entity that is meant: by id, by former id, or by a name that only one entity bears.
   *
   * @throws AppError `ambiguous-name` with the candidates; UnknownName, which `ask` makes into an error with the nearest names
   */
  entity(reference: string): number {
    const position = this.knowledge.entityPosition.get(reference);
    if (position !== undefined) return position;
    const bearers = this.names.bearers(reference);
    if (bearers.length === 1) return bearers[0]!;
    if (bearers.length > 1) {
      const candidates = bearers.map((bearer) => this.reference(bearer));
      throw new AppError(
        'ambiguous-name',
        `'${reference}' fits ${candidates.length} entities: ${listed(candidates)}. Ask by id.`,
        { candidates },
      );
    }
    throw new UnknownName(reference);
  }

  /** Positions of two ends, which have to differ. @throws AppError as `entity` does, `invalid-parameter` when they are one */
  ends(from: string, to: string): [from: number, to: number] {
    const ends: [number, number] = [this.entity(from), this.entity(to)];
    if (ends[0] === ends[1])
      throw new AppError('invalid-parameter', 'to: is the same entity as `from`; nothing lies between.', {
        parameter: 'to',
      });
    return ends;
  }

  /** What to tell whoever asked for a name that nobody bears. */
  async unknownEntity({ reference }: UnknownName): Promise<AppError> {
    const parts = reference.split(',').map((part) => part.trim());
    if (parts.length > 1 && parts.every((part) => this.#isKnown(part))) {
      const spelled = parts.map((part) => `'${part}'`).join(', ');
      return new AppError(
        'unknown-entity',
        `There is no entity '${reference}', for names may hold commas. Give several one by one (the parameter repeated): ${spelled}.`,
        { nearest: parts.map((part) => this.reference(this.entity(part))) },
      );
    }
    const hits = await this.names.search(reference, 5);
    const nearest = hits.map((hit) => this.reference(hit.entity));
    return new AppError(
      'unknown-entity',
      `There is no entity '${reference}'.${nearest.length === 0 ? ' Search for a part of its name.' : ` Nearest: ${listed(nearest)}.`}`,
      { nearest },
    );
  }

  /** What to tell whoever gave an entity for a parameter that has to lie in the scope. */
  outsideScope(parameter: string, entity: number, remedy: string): AppError {
    const words = `${parameter}: ${this.reference(entity).name} lies outside the scope. ${remedy}`;
    return new AppError('invalid-parameter', words, { parameter });
  }

  #isKnown(reference: string): boolean {
    return this.knowledge.entityPosition.has(reference) || this.names.bearers(reference).length === 1;
  }

  reference(position: number): EntityReference {
    const { id, name, kind } = this.knowledge.entities[position]!;
    return { id, name, kind };
  }
}

const listed = (references: readonly EntityReference[]) =>
  references.map(({ id, name }) => `${name} (${id})`).join(', ');

/** The scope fields of a question's parameters. */
export function scopeOf(parameters: Scope): Scope {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => name in scopeParameters && value !== undefined),
  );
}
