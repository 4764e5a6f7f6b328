/** Betweenness: how many shortest paths between others pass through a node. */
import { type BrandesOptions, brandes } from './brandes.js';
import type { Csr } from './csr.js';

/**
 * Raw betweenness of every node, after Brandes 2001 (doi:10.1080/0022250X.2001.9990249): the sum over ordered pairs of others
 * of the share of their shortest paths that pass through the node, halved in an undirected graph. Ends of a path do not count;
 * pairs that do not reach each other add nothing. `normaliseBetweenness` gives the shares of NetworkX. Costs as `brandes`.
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example betweenness(path0to1to2) // [0, 1, 0]
 */
export function betweenness(csr: Csr, options: BrandesOptions = {}): Float64Array {
  const { classOf, folded, scores } = brandes(csr, options);
  // What the trees give is of no source: the first part tells it.
  const whole =
    folded !== undefined && (options.part?.index ?? 0) === 0
      ? folded.pairs.slice()
      : new Float64Array(csr.size);
  for (let v = 0; v < csr.size; v++) {
    if (classOf[v] !== -1) whole[v]! += scores[classOf[v]!]! / (csr.directed ? 1 : 2);
  }
  return whole;
}
