/** Betweenness: how many shortest paths between others pass through a node. */
import { type LanesKernel, lanes, lanesKernel } from './betweenness-lanes.js';
import { scalarKernel } from './betweenness-scalar.js';
import { type Condensed, condense } from './condense.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { requireDistances } from './dijkstra.js';
import { type Folded, foldTrees } from './fold-trees.js';
import { type Part, sourcesOf } from './parts.js';
import { wasmLanesKernel } from './wasm-lanes.js';

export interface BetweennessOptions {
  /** Paths are measured in `csr.values`, positive distances; otherwise in steps. */
  valued?: boolean | undefined;
  /** Only paths from this part of the sources; the sums over all parts are the scores. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/** After a batch that did not fit, this many go one source at a time. */
const pause = 15;

/**
 * Raw betweenness of every node, after Brandes 2001 (doi:10.1080/0022250X.2001.9990249): the sum over ordered pairs of others
 * of the share of their shortest paths that pass through the node, halved in an undirected graph. Ends of a path do not count;
 * pairs that do not reach each other add nothing. `normaliseBetweenness` gives the shares of NetworkX.
 *
 * Trees that hang on the rest are folded (undirected), and nodes are put in an order that keeps near ones near in memory. In steps,
 * nodes with the same neighbours are condensed into one, exactly, and sixteen sources that are near each other are searched side by side;
 * where that gains nothing, or the paths outnumber a Float64, one source follows the other.
 *
 * O(nodes · arcs), valued O(nodes · arcs · log nodes); memory 1.4 kB a node and 36 bytes an arc at most.
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example betweenness(path0to1to2) // [0, 1, 0]
 */
export function betweenness(csr: Csr, options: BetweennessOptions = {}): Float64Array {
  const valued = options.valued === true;
  const { graph, kernel, folded } = readied(csr, valued);
  const { size } = graph.csr;
  const check = checkpoint(options.control);
  const scores = new Float64Array(size);
  let scalar: ((source: number) => void) | undefined;
  const { from, end } = sourcesOf(Math.ceil(size / lanes), options.part);
  let next = from;
  // What an earlier part left when it was cancelled.
  kernel?.takeScores();
  for (let batch = from; batch < end; batch++) {
    check((batch - from) / (end - from));
    const first = batch * lanes;
    if (kernel !== undefined && batch >= next) {
      if (kernel.run(first)) continue;
      next = batch + 1 + pause;
    }
    scalar ??= scalarKernel(graph, valued, scores);
    for (let source = first; source < Math.min(first + lanes, size); source++) scalar(source);
  }
  kernel?.takeScores().forEach((score, node) => {
    scores[node]! += score;
  });
  const shares = Float64Array.from(graph.classOf, (node) => scores[node]! / (csr.directed ? 1 : 2));
  if (folded === undefined) return shares;
  // What the trees give is of no source: the first part tells it.
  const whole = (options.part?.index ?? 0) === 0 ? folded.pairs.slice() : new Float64Array(csr.size);
  folded.nodes.forEach((node, at) => {
    whole[node]! += shares[at]!;
  });
  return whole;
}

/** What is made of a graph before the search begins. */
interface Ready {
  readonly graph: Condensed;
  readonly kernel?: LanesKernel;
  readonly folded?: Folded;
}

/** Kept from one part of the work to the next. */
const kept = { steps: new WeakMap<Csr, Ready>(), distances: new WeakMap<Csr, Ready>() };

function readied(csr: Csr, valued: boolean): Ready {
  const ready = valued ? kept.distances : kept.steps;
  const known = ready.get(csr);
  if (known !== undefined) return known;
  // Of all arcs, by their own numbers: folding drops some, and order renumbers the rest.
  if (valued) requireDistances(csr);
  const folded = csr.directed ? undefined : foldTrees(csr);
  const graph = condense(folded?.csr ?? csr, folded?.ends, valued);
  const kernel = valued ? undefined : (wasmLanesKernel(graph) ?? lanesKernel(graph));
  const made = { graph, ...(kernel && { kernel }), ...(folded && { folded }) };
  ready.set(csr, made);
  return made;
}
