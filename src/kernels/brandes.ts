/** Searching from every source, and adding up on the way back what nodes and ties carry: what betweenness of both is made of. */
import { distancesKernel } from './betweenness-distances.js';
import { type LanesKernel, lanes, lanesKernel } from './betweenness-lanes.js';
import { scalarKernel } from './betweenness-scalar.js';
import { condense } from './condense.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { requireDistances } from './dijkstra.js';
import { type Folded, foldTrees } from './fold-trees.js';
import { creditSteps, type Rooted, rootSearches, type Sums, zeroSums } from './forced-steps.js';
import { type Part, sourcesOf } from './parts.js';
import { wasmLanesKernel } from './wasm-lanes.js';

export interface BrandesOptions {
  /** Paths are measured in `csr.values`, positive distances; otherwise in steps. */
  valued?: boolean | undefined;
  /** Only paths from this part of the sources; the sums over all parts are the scores. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/** A graph made ready for the search. */
interface Ready {
  readonly graph: Rooted;
  /** Class of each node of the graph; -1 of those that were folded away. */
  readonly classOf: Int32Array;
  /** What hung on the rest; of an undirected graph. */
  readonly folded: Folded | undefined;
  readonly kernel: LanesKernel | undefined;
}

export interface Carried extends Ready, Sums {}

/** After a batch that did not fit, this many go one source at a time. */
const pause = 15;

/**
 * The sums of Brandes 2001 (doi:10.1080/0022250X.2001.9990249) over all sources.
 *
 * Trees that hang on the rest are folded (undirected), who has one way onward only is not searched from, and nodes are put in an order
 * that keeps near ones near in memory. In steps, nodes with the same neighbours are condensed into one, exactly, and eight sources that
 * are near each other are searched side by side; where that gains nothing, or the paths outnumber a Float64, one source follows the other.
 *
 * O(nodes · arcs), valued O(nodes · arcs · log nodes); memory 0.6 kB a node and 28 bytes an arc at most.
 *
 * @param tied whether arcs are scored, too
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 */
export function brandes(csr: Csr, options: BrandesOptions, tied = false): Carried {
  const valued = options.valued === true;
  const ready = readied(csr, valued, tied);
  const { graph, kernel } = ready;
  const searches = graph.roots.length;
  const check = checkpoint(options.control);
  const sums = zeroSums(graph, tied);
  let scalar: ((search: number) => void) | undefined;
  const { from, end } = sourcesOf(Math.ceil(searches / lanes), options.part);
  let next = from;
  // What an earlier part left when it was cancelled.
  kernel?.take();
  for (let batch = from; batch < end; batch++) {
    check((batch - from) / (end - from));
    const first = batch * lanes;
    if (kernel !== undefined && batch >= next) {
      if (kernel.run(first)) continue;
      next = batch + 1 + pause;
    }
    scalar ??= valued ? distancesKernel(graph, sums) : scalarKernel(graph, sums);
    for (let search = first; search < Math.min(first + lanes, searches); search++) scalar(search);
  }
  if (kernel !== undefined) add(sums, kernel.take());
  creditSteps(graph, sums, { from: from * lanes, end: Math.min(end * lanes, searches) });
  return { ...ready, ...sums };
}

function add(to: Sums, more: Sums): void {
  for (const name of ['scores', 'arcScores', 'found', 'met'] as const) {
    for (let i = 0; i < to[name].length; i++) to[name][i]! += more[name][i]!;
  }
}

/** Kept from one part of the work to the next, by what is asked. */
const kept = new WeakMap<Csr, Map<string, Ready>>();

function readied(csr: Csr, valued: boolean, tied: boolean): Ready {
  const asked = `${valued} ${tied}`;
  const known = kept.get(csr) ?? new Map<string, Ready>();
  kept.set(csr, known);
  const ready = known.get(asked) ?? makeReady(csr, valued, tied);
  known.set(asked, ready);
  return ready;
}

function makeReady(csr: Csr, valued: boolean, tied: boolean): Ready {
  // Of all arcs, by their own numbers: folding drops some, and order renumbers the rest.
  if (valued) requireDistances(csr);
  const folded = csr.directed ? undefined : foldTrees(csr);
  const graph = rootSearches(condense(folded?.csr ?? csr, folded?.ends, valued));
  const kernel = valued ? undefined : (wasmLanesKernel(graph, tied) ?? lanesKernel(graph, tied));
  const classOf = new Int32Array(csr.size).fill(-1);
  graph.classOf.forEach((number, at) => {
    classOf[folded?.nodes[at] ?? at] = number;
  });
  return { graph, classOf, folded, kernel };
}
