/** Closeness and harmonic centrality: how near a node is to the others. */
import { breadthFirst } from './bfs.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { dijkstra } from './dijkstra.js';
import { type Part, sourcesOf } from './parts.js';

export interface ClosenessOptions {
  /** Distances are sums of `csr.values`, positive; otherwise steps. */
  valued?: boolean | undefined;
  /** Wasserman and Faust's correction; true unless refused. */
  corrected?: boolean | undefined;
  /** Only this part of the nodes; the others get 0. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/** One number a node in each. */
export interface Closeness {
  closeness: Float64Array;
  harmonic: Float64Array;
}

/**
 * Closeness and harmonic centrality of every node over distances *outward* along arcs. NetworkX measures inward: pass
 * `csr.reverse` for its numbers on a directed graph.
 *
 * With r the number of others that v reaches and s the sum of their distances, closeness is r/s, times r/(n − 1) when corrected
 * (Wasserman & Faust 1994, doi:10.1017/CBO9780511815478), so that a small component does not shine; 0 where nothing is
 * reached. Harmonic is the plain sum of 1/distance (Boldi & Vigna 2014, doi:10.1080/15427951.2013.865686).
 * O(nodes · arcs), valued O(nodes · arcs · log nodes).
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example closeness(path0to1to2) // closeness [2/3, 1, 2/3], harmonic [1.5, 2, 1.5]
 */
export function closeness(csr: Csr, options: ClosenessOptions = {}): Closeness {
  const { size } = csr;
  const search = options.valued === true ? dijkstra(csr) : undefined;
  const check = checkpoint(options.control);
  const order = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const result = { closeness: new Float64Array(size), harmonic: new Float64Array(size) };
  const { from, end } = sourcesOf(size, options.part);
  for (let source = from; source < end; source++) {
    check((source - from) / (end - from));
    const reached =
      search === undefined ? breadthFirst(csr, source, order, distance) : search(source, order, distance);
    let far = 0;
    let near = 0;
    for (let r = 1; r < reached; r++) {
      const steps = distance[order[r]!]!;
      far += steps;
      near += 1 / steps;
    }
    for (let r = 0; r < reached; r++) distance[order[r]!] = Number.POSITIVE_INFINITY;
    if (reached === 1) continue;
    const others = reached - 1;
    result.closeness[source] = (others / far) * (options.corrected === false ? 1 : others / (size - 1));
    result.harmonic[source] = near;
  }
  return result;
}
