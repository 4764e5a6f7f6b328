/** Betweenness of ties: how many shortest paths between any two nodes run along an arc. */
import { type BrandesOptions, brandes } from './brandes.js';
import { arcsBack, type Csr } from './csr.js';

/**
 * Raw betweenness of every arc, beside `csr.targets` (Girvan & Newman 2002, doi:10.1073/pnas.122653799; computed after Brandes 2008,
 * doi:10.1016/j.socnet.2007.11.001): the sum over ordered pairs of nodes of the share of their shortest paths that run along the arc.
 * In an undirected graph both arcs of a tie bear what the tie carries over unordered pairs. The ends of a path count, so that a tie
 * which alone joins two nodes carries at least that pair. Costs as `brandes`, up to twice.
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example tieBetweenness(path0to1to2) // [2, 2, 2, 2]: each tie carries the pair of its ends and the pair of the path's
 */
export function tieBetweenness(csr: Csr, options: BrandesOptions = {}): Float64Array {
  const { graph, classOf, folded, arcScores } = brandes(csr, options, true);
  const { members, ends } = graph;
  const scores = new Float64Array(csr.targets.length);
  // What ties within a class and in trees carry is of no source: the first part tells it.
  const isFirst = (options.part?.index ?? 0) === 0;
  /** By class beyond: what an arc of the node at hand carries. */
  const shares = new Float64Array(graph.csr.size);
  for (let v = 0; v < csr.size; v++) {
    const own = classOf[v]!;
    if (own !== -1) {
      for (let i = graph.csr.offsets[own]!; i < graph.csr.offsets[own + 1]!; i++) {
        const other = graph.csr.targets[i]!;
        shares[other] = arcScores[i]! / (members[own]! * members[other]!);
      }
    }
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const target = csr.targets[i]!;
      const other = classOf[target]!;
      if (own !== -1 && other !== -1 && own !== other) scores[i] = shares[other]!;
      else if (!isFirst) continue;
      // Between two of a class run only the paths of what each stands for.
      else if (own === other && own !== -1) scores[i] = (ends[own]! / members[own]!) ** 2;
      else scores[i] = folded!.hanging[folded!.roots[v] === target ? v : target]!;
    }
  }
  if (csr.directed) return scores;
  // Half of what the two arcs of a tie carry together, over ordered pairs.
  const back = arcsBack(csr);
  return scores.map((score, arc) => (score + scores[back[arc]!]!) / 2);
}
