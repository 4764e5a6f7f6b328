/** Condensing: nodes with the same neighbours become one class, so that what they share is computed once. */
import { type Csr, graphOf } from './csr.js';
import { sourceOrder } from './source-order.js';

/**
 * The classes of a graph as a graph of their own. Members of a class stand for equally many nodes, and either have the same neighbours
 * (*apart*: no arcs among themselves) or the same neighbours and each other (*together*); in a directed graph inward and outward alike.
 * So each of them can take the place of any other, and of the arcs between the members of two classes, for all of which one arc stands,
 * each carries as much.
 */
export interface Condensed {
  /** Classes by position, numbered in `sourceOrder`, so that like ones lie near each other in memory and in batches of sources. */
  readonly csr: Csr;
  /** Members of each class. */
  readonly members: Float64Array;
  /** Whether the members of each class are apart (1) or together (0); 1 for a class of one. */
  readonly apart: Uint8Array;
  /** How many nodes each class stands for as source and target: its members, and what was folded into them. */
  readonly ends: Float64Array;
  /** How many of these, other than itself and through others, a node of the class finds in its own class. */
  readonly own: Float64Array;
  /** Class of each node of the graph that was condensed. */
  readonly classOf: Uint32Array;
}

/**
 * Condenses a graph, in O(arcs + nodes · log nodes): rows are compared when sums of random numbers over them agree. Exact: rows that are
 * not equal are never joined. With its values a graph is put in order alone, every node a class of its own.
 *
 * @param standing how many nodes each node stands for; 1 unless given
 * @param valued whether values are kept
 * @example condense(starOf0with1and2and3).members // [1, 3] or [3, 1]
 */
export function condense(csr: Csr, standing?: Float64Array, valued = false): Condensed {
  const first = Uint32Array.from({ length: csr.size }, (_, v) => v);
  const apart = new Uint8Array(csr.size).fill(1);
  const sums = rowSums(csr);
  for (const own of valued ? [] : [false, true]) {
    const known = new Map<number, number>();
    for (let v = 0; v < csr.size; v++) {
      // Who has a twin apart has none together.
      if (first[v] !== v || apart[v] === 2) continue;
      const key = sums[v]! + (own ? marks(v) : 0) + marks(standing?.[v] ?? 1);
      const candidate = known.get(key);
      if (candidate === undefined) {
        known.set(key, v);
      } else if (standing?.[candidate] === standing?.[v] && areTwins(csr, candidate, v, own)) {
        first[v] = candidate;
        apart[candidate] = own ? 0 : 2;
      }
    }
  }
  const order = sourceOrder(csr).filter((node) => first[node] === node);
  const size = order.length;
  const numbers = new Uint32Array(csr.size);
  order.forEach((node, number) => {
    numbers[node] = number;
  });
  const classOf = first.map((member) => numbers[member]!);
  const members = new Float64Array(size);
  const ends = new Float64Array(size);
  classOf.forEach((number, node) => {
    members[number]!++;
    ends[number]! += standing?.[node] ?? 1;
  });
  const isApart = Uint8Array.from(order, (node) => (apart[node] === 0 ? 0 : 1));
  return {
    csr: induce(csr, order, classOf, first, valued),
    members,
    apart: isApart,
    ends,
    own: ends.map((all, number) => (isApart[number] === 1 ? all - all / members[number]! : 0)),
    classOf,
  };
}

/** The same graph with every node a class of its own, in its own order and with its values. */
export function separate(csr: Csr): Condensed {
  const { size } = csr;
  return {
    csr,
    members: new Float64Array(size).fill(1),
    apart: new Uint8Array(size).fill(1),
    ends: new Float64Array(size).fill(1),
    own: new Float64Array(size),
    classOf: Uint32Array.from({ length: size }, (_, v) => v),
  };
}

/** A whole number below 2³² for a node, the same in every run. The sum of two million of them is still exact. */
function marks(node: number): number {
  let mixed = Math.imul(node + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Sum of marks over each row; inward arcs count thrice, to tell them from outward ones. */
function rowSums(csr: Csr): Float64Array {
  const sums = new Float64Array(csr.size);
  const sides = csr.directed ? [csr, csr.reverse] : [csr];
  sides.forEach(({ offsets, targets }, side) => {
    for (let v = 0; v < csr.size; v++) {
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) sums[v]! += marks(targets[i]!) * (1 + 2 * side);
    }
  });
  return sums;
}

function areTwins(csr: Csr, a: number, b: number, together: boolean): boolean {
  return areRowsAlike(csr, a, b, together) && (!csr.directed || areRowsAlike(csr.reverse, a, b, together));
}

/** Whether two rows are equal, but for the other's name in each when the nodes are to be together. */
function areRowsAlike({ offsets, targets }: Csr, a: number, b: number, together: boolean): boolean {
  let i = offsets[a]!;
  let j = offsets[b]!;
  const endOfA = offsets[a + 1]!;
  const endOfB = offsets[b + 1]!;
  if (endOfA - i !== endOfB - j) return false;
  let met = 0;
  while (i < endOfA || j < endOfB) {
    if (together && i < endOfA && targets[i] === b) {
      met++;
      i++;
    } else if (together && j < endOfB && targets[j] === a) {
      met++;
      j++;
    } else if (i === endOfA || j === endOfB || targets[i++] !== targets[j++]) {
      return false;
    }
  }
  return !together || met === 2;
}

/** The graph of classes is that of their first members. */
function induce(
  csr: Csr,
  order: Uint32Array,
  classOf: Uint32Array,
  first: Uint32Array,
  valued: boolean,
): Csr {
  const rows = (side: Csr) => rowsFrom(side.reverse, order, classOf, first, valued);
  return graphOf(order.length, rows(csr), csr.directed ? rows(csr.reverse) : undefined);
}

/** Rows come out ascending because they are filled from the other end of their arcs, class by class. */
function rowsFrom(
  reverse: Csr,
  order: Uint32Array,
  classOf: Uint32Array,
  first: Uint32Array,
  valued: boolean,
) {
  const offsets = new Uint32Array(order.length + 1);
  const eachArc = (visit: (from: number, to: number, arc: number) => void) => {
    order.forEach((node, to) => {
      for (let i = reverse.offsets[node]!; i < reverse.offsets[node + 1]!; i++) {
        const other = reverse.targets[i]!;
        if (first[other] === other) visit(classOf[other]!, to, i);
      }
    });
  };
  eachArc((from) => {
    offsets[from + 1]!++;
  });
  for (let v = 0; v < order.length; v++) offsets[v + 1]! += offsets[v]!;
  const targets = new Uint32Array(offsets[order.length]!);
  const values = valued && reverse.values !== undefined ? new Float64Array(targets.length) : undefined;
  const filled = offsets.slice();
  eachArc((from, to, arc) => {
    const at = filled[from]!++;
    targets[at] = to;
    if (values !== undefined) values[at] = reverse.values![arc]!;
  });
  return { offsets, targets, ...(values === undefined ? {} : { values }) };
}
