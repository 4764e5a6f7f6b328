/** Raw scores to the normalised ones of NetworkX. PageRank, closeness and clustering come normalised; harmonic is a plain sum. */

/**
 * Degrees as shares of the n − 1 others. NetworkX gives 1 to the node of a one-node graph, and so does this; in a directed
 * graph with total degrees a share may pass 1.
 *
 * @example normaliseDegree(Uint32Array.of(2, 1, 1)) // [1, 0.5, 0.5]
 */
export function normaliseDegree(degrees: Uint32Array): Float64Array {
  if (degrees.length === 1) return Float64Array.of(1);
  return Float64Array.from(degrees, (degree) => degree / (degrees.length - 1));
}

/**
 * Raw betweenness divided by the number of pairs a node can stand between: (n − 1)(n − 2) ordered ones when directed, half as
 * many when not. With fewer than three nodes there are none, and the scores (all 0) stay.
 *
 * @example normaliseBetweenness(Float64Array.of(0, 1, 0), false) // [0, 1, 0]: a path of three
 */
export function normaliseBetweenness(scores: Float64Array, directed: boolean): Float64Array {
  const size = scores.length;
  if (size < 3) return scores.slice();
  const pairs = ((size - 1) * (size - 2)) / (directed ? 1 : 2);
  return scores.map((score) => score / pairs);
}
