/** A scope with a few entities more: neighbours that somebody asked to see beside it, placed without moving what stood before. */
import { AppError } from '../contract/errors.js';
import type { Parameters } from '../contract/questions.js';
import type { Scope } from '../contract/scope.js';
import { type ScopedGraph, withMasks } from '../graph/scoped-graph.js';
import { didYouMean } from '../model/nearest.js';
import type { Context } from './context.js';

interface Expansion {
  readonly entity: number;
  /** Absent for the entity itself. */
  readonly by?: { readonly direction: string; readonly type: string };
}

/** All that is loaded, within the dates and without the records that a question names: what a lens leaves out can be found here. */
export function widened(asked: Parameters<'graph'>): Scope {
  const { asOf, certainOnly, datedOnly, knownBy, without } = asked;
  const kept = Object.entries({ asOf, certainOnly, datedOnly, knownBy, without });
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

/**
 * The scope with its expansions: each entity that is named, or the neighbours of one by a type and direction, with every relation
 * that they have in `wide` to what is there. O(expansions · their relations + entities + relations).
 *
 * @throws AppError `invalid-parameter` for a type that does not exist; as `context.entity` for an entity
 */
export function expandScope(
  context: Context,
  base: ScopedGraph,
  wide: ScopedGraph,
  expansions: readonly string[],
): ScopedGraph {
  const { knowledge } = context;
  const entities = base.entities.slice();
  const relations = base.relations.slice();
  for (const { entity, by } of expansions.map((text) => parseExpansion(context, text))) {
    if (by === undefined) {
      entities[entity] = wide.entities[entity]!;
      continue;
    }
    for (const i of knowledge.relationsAt(entity)) {
      if (wide.relations[i] === 0 || knowledge.relations[i]!.type !== by.type) continue;
      const isOut = knowledge.from[i] === entity;
      if (by.direction !== 'both' && isOut !== (by.direction === 'out')) continue;
      entities[knowledge.from[i]!] = entities[knowledge.to[i]!] = 1;
      relations[i] = 1;
    }
  }
  knowledge.relations.forEach((_, i) => {
    const ends = [knowledge.from[i]!, knowledge.to[i]!];
    const isAdded = ends.some((end) => base.entities[end] === 0);
    if (isAdded && wide.relations[i] === 1 && ends.every((end) => entities[end] === 1)) relations[i] = 1;
  });
  return withMasks(base, entities, relations);
}

/** `out:TYPE:ENTITY` for the neighbours by that type, or an entity alone. */
function parseExpansion(context: Context, text: string): Expansion {
  const [, direction, type, reference] = /^(out|in|both):([^:]+):(.+)$/s.exec(text) ?? [];
  if (direction === undefined || type === undefined || reference === undefined)
    return { entity: context.entity(text) };
  const { ontology } = context.knowledge;
  if (ontology.type(type) === undefined)
    throw new AppError(
      'invalid-parameter',
      `expand: there is no relation type '${type}'${didYouMean(
        type,
        ontology.record.types.map(({ id }) => id),
      )}`,
      { parameter: 'expand' },
    );
  return { entity: context.entity(reference), by: { direction, type } };
}
