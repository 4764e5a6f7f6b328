/** Scope → simple graph for one measure, compiled to compressed sparse rows, with words that say what was done. */
import { AppError } from '../contract/errors.js';
import { buildCsr, type Csr } from '../kernels/csr.js';
import type { ScopedGraph } from './scoped-graph.js';

export type Direction = 'any' | 'out' | 'in';

/** How the multigraph becomes simple. At most one of `distance` and `strength` names a numeric attribute of relations. */
export interface ProjectionRule {
  direction: Direction;
  distance?: string;
  strength?: string;
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
  const attribute = rule.distance ?? rule.strength;
  const { from, to, values } = arcsOf(scoped, rule.direction, nodeOf, attribute, rule.distance !== undefined);
  const csr = buildCsr(
    size,
    from,
    to,
    rule.direction !== 'any',
    values === undefined ? undefined : { of: values, parallel: rule.distance === undefined ? 'sum' : 'min' },
  );
  const words = [DIRECTION_WORDS[rule.direction], 'parallel relations as one', 'loops left out'];
  if (rule.distance !== undefined) words.push(`distance from '${rule.distance}', the shortest of parallels`);
  if (rule.strength !== undefined) words.push(`strength from '${rule.strength}', parallels added`);
  return { csr, members, nodeOf, description: words.join('; ') };
}

function arcsOf(
  scoped: ScopedGraph,
  direction: Direction,
  nodeOf: Int32Array,
  attribute: string | undefined,
  isDistance: boolean,
): { from: Uint32Array; to: Uint32Array; values: Float64Array | undefined } {
  const { knowledge, relations } = scoped;
  const symmetric = new Set(
    knowledge.ontology.record.types.filter((type) => type.symmetric).map((type) => type.id),
  );
  const bothWays = (i: number) => direction !== 'any' && symmetric.has(knowledge.relations[i]!.type);
  let arcs = 0;
  for (let i = 0; i < relations.length; i++) if (relations[i] === 1) arcs += bothWays(i) ? 2 : 1;
  const from = new Uint32Array(arcs);
  const to = new Uint32Array(arcs);
  const values = attribute === undefined ? undefined : new Float64Array(arcs);
  let at = 0;
  for (let i = 0; i < relations.length; i++) {
    if (relations[i] === 0) continue;
    const tail = nodeOf[knowledge.from[i]!]!;
    const head = nodeOf[knowledge.to[i]!]!;
    const value = attribute === undefined ? 1 : numberOf(scoped, i, attribute, isDistance);
    for (const reversed of bothWays(i) ? [false, true] : [direction === 'in']) {
      from[at] = reversed ? head : tail;
      to[at] = reversed ? tail : head;
      if (values !== undefined) values[at] = value;
      at++;
    }
  }
  return { from, to, values };
}

function numberOf(scoped: ScopedGraph, position: number, attribute: string, isDistance: boolean): number {
  const relation = scoped.knowledge.relations[position]!;
  const value = relation.attributes[attribute];
  if (typeof value === 'number' && Number.isFinite(value) && (isDistance ? value > 0 : value >= 0))
    return value;
  const need = isDistance ? 'a number above 0' : 'a number of 0 or more';
  throw new AppError(
    'invalid-parameter',
    `Relation '${relation.id}' has ${value === undefined ? 'no' : 'an unusable'} '${attribute}' (${need} is needed). Narrow the scope to relations that have one, for instance with a type.`,
    { parameter: isDistance ? 'distance' : 'strength', relation: relation.id },
  );
}
