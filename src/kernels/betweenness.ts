/** Betweenness: how many shortest paths between others pass through a node. */
import { type LanesKernel, lanes, lanesKernel } from './betweenness-lanes.js';
import { scalarKernel } from './betweenness-scalar.js';
import { type Condensed, condense, separate } from './condense.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { type Part, sourcesOf } from './parts.js';
import { wasmLanesKernel } from './wasm-lanes.js';

export interface BetweennessOptions {
  /** Paths are measured in `csr.values`, positive distances; otherwise in steps. */
  valued?: boolean | undefined;
  /** Only paths from this part of the sources; the sums over all parts are the scores. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/** After a batch that did not gain by lanes, or had too many paths for them, this many batches go one source at a time. */
const pause = 15;

/**
 * Raw betweenness of every node, after Brandes 2001 (doi:10.1080/0022250X.2001.9990249): the sum over ordered pairs of others
 * of the share of their shortest paths that pass through the node, halved in an undirected graph. Ends of a path do not count;
 * pairs that do not reach each other add nothing. `normaliseBetweenness` gives the shares of NetworkX.
 *
 * In steps, nodes with the same neighbours are condensed into one, exactly, and eight sources that are near each other are searched
 * side by side; where that gains nothing, or the paths outnumber a Float64, one source follows the other.
 *
 * O(nodes · arcs), valued O(nodes · arcs · log nodes); memory 250 bytes a node.
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example betweenness(path0to1to2) // [0, 1, 0]
 */
export function betweenness(csr: Csr, options: BetweennessOptions = {}): Float64Array {
  const valued = options.valued === true;
  const { graph, kernel } = valued ? { graph: separate(csr), kernel: undefined } : readied(csr);
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
      const shared = kernel.run(first);
      if (shared < kernel.leastShared) next = batch + 1 + pause;
      if (shared > 0) continue;
    }
    scalar ??= scalarKernel(graph, valued, scores);
    for (let source = first; source < Math.min(first + lanes, size); source++) scalar(source);
  }
  kernel?.takeScores().forEach((score, node) => {
    scores[node]! += score;
  });
  return Float64Array.from(graph.classOf, (node) => scores[node]! / (csr.directed ? 1 : 2));
}

/** Kept from one part of the work to the next. */
const kept = new WeakMap<Csr, { graph: Condensed; kernel: LanesKernel }>();

function readied(csr: Csr): { graph: Condensed; kernel: LanesKernel } {
  const known = kept.get(csr);
  if (known !== undefined) return known;
  const graph = condense(csr);
  const made = { graph, kernel: wasmLanesKernel(graph) ?? lanesKernel(graph) };
  kept.set(csr, made);
  return made;
}
