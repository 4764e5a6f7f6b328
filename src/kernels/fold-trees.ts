/** Folding trees: what hangs on the rest by one tie at a time is taken off, for every path into it is known beforehand. */
import { components } from './components.js';
import { type Csr, graphOf } from './csr.js';
import { degree as degreesOf } from './degree.js';

/** An undirected graph without the trees that hung on it. */
export interface Folded {
  /** What is left: every node has two neighbours or more, or none. */
  readonly csr: Csr;
  /** The node of the graph that each node of it was. */
  readonly nodes: Uint32Array;
  /** How many nodes each of them stands for: itself and all that hung on it. */
  readonly ends: Float64Array;
  /** For each node of the graph, the pairs of others that meet in it on account of the trees alone. */
  readonly pairs: Float64Array;
  /** For each node of the graph, the one that it hung on by one tie; itself, of those that are left. */
  readonly roots: Uint32Array;
  /** For each node of the graph, the pairs that are joined by the tie it hung on; 0 of those that are left. */
  readonly hanging: Float64Array;
}

/**
 * Takes leaves off until there are none, in O(nodes + arcs); a tree that is an island shrinks to one node. The betweenness of the graph
 * is `pairs`, and for the nodes left also what passes through them between the others left, each counted `ends` times as source and as
 * target (Sarıyüce, Saule, Kaya & Çatalyürek 2013, doi:10.1137/1.9781611972832.76).
 *
 * @param csr undirected
 * @example foldTrees(path0to1to2).pairs // [0, 1, 0]
 */
export function foldTrees(csr: Csr): Folded {
  const { size, offsets, targets } = csr;
  const degree = degreesOf(csr);
  const standing = new Float64Array(size).fill(1);
  // Of the trees that hang on a node: their nodes, and the sum of their squares.
  const hung = new Float64Array(size);
  const squares = new Float64Array(size);
  const roots = Uint32Array.from({ length: size }, (_, v) => v);
  const isOff = (v: number) => roots[v] !== v;
  const leaves = Array.from(degree.keys()).filter((v) => degree[v] === 1);
  for (let leaf = leaves.pop(); leaf !== undefined; leaf = leaves.pop()) {
    // The last two of a tree are leaves of each other: one stays.
    if (degree[leaf] === 0) continue;
    let i = offsets[leaf]!;
    while (isOff(targets[i]!)) i++;
    const root = targets[i]!;
    roots[leaf] = root;
    hung[root]! += standing[leaf]!;
    squares[root]! += standing[leaf]! ** 2;
    standing[root]! += standing[leaf]!;
    if (--degree[root]! === 1) leaves.push(root);
  }
  const { labels, sizes } = components(csr);
  const pairs = Float64Array.from(
    hung,
    (all, v) => all * (sizes[labels[v]!]! - 1 - all) + (all * all - squares[v]!) / 2,
  );
  const nodes = roots.filter((root, v) => root === v);
  return {
    csr: nodes.length === size ? csr : restOf(csr, nodes),
    nodes,
    ends: standing.filter((_, v) => !isOff(v)),
    pairs,
    roots,
    hanging: standing.map((below, v) => (isOff(v) ? below * (sizes[labels[v]!]! - below) : 0)),
  };
}

/** Rows stay in order, for so do the nodes. */
function restOf({ size, offsets, targets, values }: Csr, nodes: Uint32Array): Csr {
  const place = new Int32Array(size).fill(-1);
  for (let at = 0; at < nodes.length; at++) place[nodes[at]!] = at;
  const starts = new Uint32Array(nodes.length + 1);
  const kept = new Uint32Array(targets.length);
  const keptValues = values && new Float64Array(values.length);
  let end = 0;
  for (let at = 0; at < nodes.length; at++) {
    for (let i = offsets[nodes[at]!]!; i < offsets[nodes[at]! + 1]!; i++) {
      const other = place[targets[i]!]!;
      if (other === -1) continue;
      if (keptValues !== undefined) keptValues[end] = values![i]!;
      kept[end++] = other;
    }
    starts[at + 1] = end;
  }
  return graphOf(nodes.length, {
    offsets: starts,
    targets: kept.subarray(0, end),
    ...(keptValues && { values: keptValues.subarray(0, end) }),
  });
}
