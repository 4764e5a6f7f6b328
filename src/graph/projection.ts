/** Scope → simple graph for one measure, compiled to compressed sparse rows, with words that say what was done. */
import { AppError } from '../contract/errors.js';
import { type ArcValues, buildCsr, type Csr } from '../kernels/csr.js';
import { positionsIn, type ScopedGraph } from './scoped-graph.js';

export type Direction = 'any' | 'out' | 'in';

/** How the multigraph becomes simple. At most one of `distance` and `strength` names a numeric attribute of relations. */
export interface ProjectionRule {
  direction: Direction;
  distance?: string;
  strength?: string;
  /** Instead of either: arcs valued by confidence, the best of parallels; what cannot be judged stands below all, at -1. */
  confidence?: true;
  /** Instead of any: arcs valued by how many relations they stand for. */
  counted?: true;
}

/**
 * A projection compiled: `members[v]` is the position of node v in the KnowledgeGraph, `nodeOf` its inverse (-1 outside the scope).
 * Nodes keep the order of ids.
 */
export interface Snapshot {
  readonly csr: Csr;
  readonly members: Uint32Array;
  readonly nodeOf: Int32Array;
  readonly description: string;
}

const DIRECTION_WORDS: Record<Direction, string> = {
  any: 'relations read both ways',
  out: 'relations read as they point (symmetric ones both ways)',
  in: 'relations read against their direction (symmetric ones both ways)',
};

/**
 * Projects a scope to a simple loop-free graph in O(entities + relations): parallel relations become one, loops are dropped.
 * With a distance the shortest of parallel relations counts; strengths add up.
 *
 * @throws AppError `invalid-parameter` when a relation in scope lacks the attribute, or it is not a usable number: a distance must be
 * above 0, a strength 0 or more. A missing number is never taken for 1.
 */
export function projectScope(scoped: ScopedGraph, rule: ProjectionRule): Snapshot {
  const { knowledge } = scoped;
  if (rule.distance !== undefined && rule.strength !== undefined) {
    throw new AppError(
      'invalid-parameter',
      'Give a distance or a strength, not both: one is long where the other is weak.',
      { parameter: 'distance' },
    );
  }
  const nodeOf = new Int32Array(knowledge.entities.length).fill(-1);
  const members = new Uint32Array(scoped.answer.entities);
  let size = 0;
  for (let i = 0; i < nodeOf.length; i++) {
    if (scoped.entities[i] === 0) continue;
    members[size] = i;
    nodeOf[i] = size++;
  }
  const valuing = valuingOf(scoped, rule);
  const { from, to, relation } = scopedArcs(scoped, rule.direction, nodeOf);
  const csr = buildCsr(
    size,
    from,
    to,
    rule.direction !== 'any',
    valuing === undefined
      ? undefined
      : { of: Float64Array.from(relation, valuing.of), parallel: valuing.parallel },
  );
  const words = [DIRECTION_WORDS[rule.direction], 'parallel relations as one', 'loops left out'];
  if (rule.distance !== undefined) words.push(`distance from '${rule.distance}', the shortest of parallels`);
  if (rule.strength !== undefined) words.push(`strength from '${rule.strength}', parallels added`);
  if (rule.counted) words.push('parallel relations counted');
  if (rule.confidence) words.push('valued by confidence, the best of parallels');
  return { csr, members, nodeOf, description: words.join('; ') };
}

function valuingOf(
  scoped: ScopedGraph,
  { distance, strength, confidence, counted }: ProjectionRule,
): { of: (position: number) => number; parallel: ArcValues['parallel'] } | undefined {
  if (distance !== undefined) return { of: (i) => numberOf(scoped, i, distance, true), parallel: 'min' };
  if (strength !== undefined) return { of: (i) => numberOf(scoped, i, strength, false), parallel: 'sum' };
  if (confidence) return { of: (i) => scoped.knowledge.standings[i]!.confidence ?? -1, parallel: 'max' };
  if (counted) return { of: () => 1, parallel: 'sum' };
  return undefined;
}

/**
 * The relations in scope as arcs between nodes, symmetric ones both ways where direction matters. `relation` holds the position of
 * each arc's relation.
 */
export function scopedArcs(
  scoped: ScopedGraph,
  direction: Direction,
  nodeOf: Int32Array,
): { from: Uint32Array; to: Uint32Array; relation: Uint32Array } {
  const { knowledge, relations } = scoped;
  const symmetric = new Set(
    knowledge.ontology.record.types.filter((type) => type.symmetric).map((type) => type.id),
  );
  const bothWays = (i: number) => direction !== 'any' && symmetric.has(knowledge.relations[i]!.type);
  let arcs = 0;
  for (let i = 0; i < relations.length; i++) if (relations[i] === 1) arcs += bothWays(i) ? 2 : 1;
  const list = { from: new Uint32Array(arcs), to: new Uint32Array(arcs), relation: new Uint32Array(arcs) };
  let at = 0;
  for (let i = 0; i < relations.length; i++) {
    if (relations[i] === 0) continue;
    const tail = nodeOf[knowledge.from[i]!]!;
    const head = nodeOf[knowledge.to[i]!]!;
    for (const reversed of bothWays(i) ? [false, true] : [direction === 'in']) {
      list.from[at] = reversed ? head : tail;
      list.to[at] = reversed ? tail : head;
      list.relation[at++] = i;
    }
  }
  return list;
}

function numberOf(scoped: ScopedGraph, position: number, attribute: string, isDistance: boolean): number {
  const relation = scoped.knowledge.relations[position]!;
  const value = relation.attributes[attribute];
  if (typeof value === 'number' && Number.isFinite(value) && (isDistance ? value > 0 : value >= 0))
    return value;
  const need = isDistance ? 'a number above 0' : 'a number of 0 or more';
  const numbers = numbersIn(scoped);
  const remedy = numbers.includes(attribute)
    ? 'Narrow the scope to relations that have one, for instance with a type.'
    : `Numbers of relations here: ${numbers.join(', ') || 'none'}.`;
  const parameter = isDistance ? 'distance' : 'strength';
  throw new AppError(
    'invalid-parameter',
    `${parameter}: relation '${relation.id}' has ${value === undefined ? 'no' : 'an unusable'} '${attribute}' (${need} is needed). ${remedy}`,
    { parameter, relation: relation.id },
  );
}

/** The attributes that are a number of some relation in scope, in order. */
function numbersIn({ knowledge, relations }: ScopedGraph): string[] {
  const numbers = positionsIn(relations).flatMap((i) =>
    Object.entries(knowledge.relations[i]!.attributes).flatMap(([name, value]) =>
      typeof value === 'number' ? [name] : [],
    ),
  );
  return [...new Set(numbers)].sort();
}
