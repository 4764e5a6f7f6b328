/** Betweenness of ties: how many shortest paths between any two nodes run along an arc. */
import { scalarKernel } from './betweenness-scalar.js';
import { separate } from './condense.js';
import { type Control, checkpoint } from './control.js';
import { arcsBack, type Csr } from './csr.js';
import { type Part, sourcesOf } from './parts.js';

export interface TieBetweennessOptions {
  /** Paths are measured in `csr.values`, positive distances; otherwise in steps. */
  valued?: boolean | undefined;
  /** Only paths from this part of the sources; the sums over all parts are the scores. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/**
 * Raw betweenness of every arc, beside `csr.targets` (Girvan & Newman 2002, doi:10.1073/pnas.122653799; computed after Brandes 2008,
 * doi:10.1016/j.socnet.2007.11.001): the sum over ordered pairs of nodes of the share of their shortest paths that run along the arc.
 * In an undirected graph both arcs of a tie bear what the tie carries over unordered pairs. The ends of a path count, so that a tie
 * which alone joins two nodes carries at least that pair. O(nodes · arcs), valued O(nodes · arcs · log nodes).
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example tieBetweenness(path0to1to2) // [2, 2, 2, 2]: each tie carries the pair of its ends and the pair of the path's
 */
export function tieBetweenness(csr: Csr, options: TieBetweennessOptions = {}): Float64Array {
  const scores = new Float64Array(csr.targets.length);
  const run = scalarKernel(separate(csr), options.valued === true, new Float64Array(csr.size), scores);
  const check = checkpoint(options.control);
  const { from, end } = sourcesOf(csr.size, options.part);
  for (let source = from; source < end; source++) {
    check((source - from) / (end - from));
    run(source);
  }
  if (csr.directed) return scores;
  // Half of what the two arcs of a tie carry together, over ordered pairs.
  const back = arcsBack(csr);
  return scores.map((score, arc) => (score + scores[back[arc]!]!) / 2);
}
