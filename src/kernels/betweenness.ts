/** Betweenness: how many shortest paths between others pass through a node. */
import { breadthFirst } from './bfs.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { dijkstra } from './dijkstra.js';

export interface BetweennessOptions {
  /** Paths are measured in `csr.values`, positive distances; otherwise in steps. */
  weighted?: boolean | undefined;
  control?: Control | undefined;
}

/** Path counts are kept below this by moving whole powers of it into a second number: exact in effect, whatever the graph. */
const limit = 2 ** 512;

/** Distances that differ by less than this share are one: 0.1 + 0.2 ties with 0.3. Far below any datum, far above rounding. */
const tolerance = 1e-12;

/**
 * Raw betweenness of every node, after Brandes 2001 (doi:10.1080/0022250X.2001.9990249): the sum over ordered pairs of others
 * of the share of their shortest paths that pass through the node, halved in an undirected graph. Ends of a path do not count;
 * pairs that do not reach each other add nothing. `normaliseBetweenness` gives the shares of NetworkX.
 *
 * The number of shortest paths grows exponentially (a chain of n diamonds has 2ⁿ) and passes the range of Float64 near 1,024
 * diamonds. A count is therefore held as `count × 2^(512 · shift)`; only ratios of counts enter the score, and a term lost in
 * aligning two shifts is below 2⁻⁵¹² of the sum.
 *
 * O(nodes · arcs), weighted O(nodes · arcs · log nodes); memory O(nodes + arcs).
 *
 * @throws RangeError when weighted and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example betweenness(path0to1to2) // [0, 1, 0]
 */
export function betweenness(csr: Csr, options: BetweennessOptions = {}): Float64Array {
  const { size, offsets, targets } = csr;
  const lengths = options.weighted === true ? csr.values : undefined;
  const search = options.weighted === true ? dijkstra(csr) : undefined;
  const check = checkpoint(options.control);
  const scores = new Float64Array(size);

  const order = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const rank = new Uint32Array(size);
  // From here on nodes go by their rank in `order`: memory is then touched almost in sequence.
  const count = new Float64Array(size);
  const shift = new Uint32Array(size);
  const share = new Float64Array(size);
  // Arcs on shortest paths, by rank of their origin: those of rank r end at `tightEnd[r]`.
  const tight = new Uint32Array(targets.length);
  const tightEnd = new Uint32Array(size);

  for (let source = 0; source < size; source++) {
    check(source / size);
    const reached =
      search === undefined ? breadthFirst(csr, source, order, distance) : search(source, order, distance);
    for (let r = 0; r < reached; r++) {
      rank[order[r]!] = r;
      count[r] = 0;
    }
    count[0] = 1;
    let shifted = false;
    let end = 0;
    for (let r = 0; r < reached; r++) {
      if (count[r]! > limit) {
        count[r]! /= limit;
        shift[r]!++;
        shifted = true;
      }
      const node = order[r]!;
      const base = distance[node]!;
      const paths = count[r]!;
      for (let i = offsets[node]!, last = offsets[node + 1]!; i < last; i++) {
        const target = targets[i]!;
        const next = rank[target]!;
        const far = distance[target]!;
        // The rank test makes the order of settling decide where rounding swallows a distance whole.
        if (lengths === undefined ? far <= base : next <= r || base + lengths[i]! > far * (1 + tolerance)) {
          continue;
        }
        tight[end++] = next;
        if (!shifted) count[next]! += paths;
        else addShifted(count, shift, next, r);
      }
      tightEnd[r] = end;
    }
    for (let r = reached - 1; r > 0; r--) {
      let sum = 0;
      for (let i = tightEnd[r - 1]!; i < tightEnd[r]!; i++) {
        const next = tight[i]!;
        sum += shifted ? share[next]! * limit ** (shift[r]! - shift[next]!) : share[next]!;
      }
      const dependency = count[r]! * sum;
      share[r] = (1 + dependency) / count[r]!;
      scores[order[r]!]! += dependency;
    }
    for (let r = 0; r < reached; r++) distance[order[r]!] = Number.POSITIVE_INFINITY;
    if (shifted) shift.fill(0);
  }
  return csr.directed ? scores : scores.map((score) => score / 2);
}

/** Adds the count of rank `from` to that of rank `to`, at the greater of their shifts. */
function addShifted(count: Float64Array, shift: Uint32Array, to: number, from: number): void {
  const gap = shift[from]! - shift[to]!;
  if (gap <= 0) {
    count[to]! += count[from]! * limit ** gap;
  } else {
    count[to] = count[to]! * limit ** -gap + count[from]!;
    shift[to] = shift[from]!;
  }
}
