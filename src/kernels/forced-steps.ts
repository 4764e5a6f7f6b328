/** Forced steps: who has but one way onward leaves its search to where that leads, for from there on their shortest paths are the same. */
import type { Condensed } from './condense.js';

/** What the searches from all roots add up. */
export interface Sums {
  /** One a class: what each of its members carries, over ordered pairs. */
  readonly scores: Float64Array;
  /** One an arc: what all arcs that it stands for carry, likewise; empty unless asked for. */
  readonly arcScores: Float64Array;
  /** One a search: how many ends it finds, those of its own followers counted as `own` says. */
  readonly found: Float64Array;
  /** One a class: whether (1) the search that stands for it found it. */
  readonly met: Float64Array;
}

/** A condensed graph, and from where in it to search. A *follower* is a class that takes a forced step; who is no follower is a root. */
export interface Rooted extends Condensed {
  /** The classes to search from: all roots, but for those from which nothing is reached and that have no followers. */
  readonly roots: Uint32Array;
  /** One a search: for how many nodes it stands, those of its root and of the followers of that. */
  readonly starts: Float64Array;
  /** One a class: which search stands for it, or `none`. */
  readonly searchOf: Uint32Array;
  /** One a class: how many of its ends each node that its search stands for finds there, on average. */
  readonly own: Float64Array;
  /** All followers, each after the class that it steps to. */
  readonly followers: Uint32Array;
  /** One a class: for how many nodes it starts a step, if it is a follower: those it stands for, and those of its own followers. */
  readonly starting: Float64Array;
  /** One a follower's class, else 0: the pairs of these and of its ends whose path does not come by the root. */
  readonly missed: Float64Array;
}

const none = 0xffffffff;

/** @param tied whether arcs are to be scored */
export function zeroSums({ csr, roots }: Rooted, tied: boolean): Sums {
  return {
    scores: new Float64Array(csr.size),
    arcScores: new Float64Array(tied ? csr.targets.length : 0),
    found: new Float64Array(roots.length),
    met: new Float64Array(csr.size),
  };
}

/**
 * Finds the roots in O(classes).
 *
 * A follower has one arc, to a class of one. Its shortest paths are those of the class that it steps to, with one arc before them: none
 * from there comes back through the follower, which could only lead where the path began. So followers of followers end at a root, and
 * the paths of all of them run alike from there. What a search finds among its own followers is the end of no path of those below it,
 * who passed there on their way. Where the steps run in a circle, one of it is the root.
 */
export function rootSearches(graph: Condensed): Rooted {
  const { size } = graph.csr;
  const rootOf = new Uint32Array(size).fill(none);
  const followers: number[] = [];
  const walk: number[] = [];
  for (let v = 0; v < size; v++) {
    let at = v;
    for (; rootOf[at] === none; at = stepOf(graph, at)) {
      // Until it is known better, the root of what has been walked is itself.
      rootOf[at] = at;
      walk.push(at);
    }
    const root = rootOf[at]!;
    for (let follower = walk.pop(); follower !== undefined; follower = walk.pop()) {
      if (follower === root) continue;
      rootOf[follower] = root;
      followers.push(follower);
    }
  }
  return withSearches(graph, rootOf, Uint32Array.from(followers));
}

/** Where a class is forced to go; itself, when it is not. */
function stepOf({ csr: { offsets, targets }, members }: Condensed, v: number): number {
  const arc = offsets[v]!;
  return offsets[v + 1]! - arc === 1 && members[targets[arc]!] === 1 ? targets[arc]! : v;
}

function withSearches(graph: Condensed, rootOf: Uint32Array, followers: Uint32Array): Rooted {
  const { csr, ends } = graph;
  const starting = ends.slice();
  for (const v of followers.toReversed()) starting[stepOf(graph, v)]! += starting[v]!;
  const roots = rootOf.filter(
    (root, v) => root === v && (csr.offsets[v + 1]! > csr.offsets[v]! || starting[v]! > ends[v]!),
  );
  const searchOf = new Uint32Array(csr.size).fill(none);
  roots.forEach((root, search) => {
    searchOf[root] = search;
  });
  const starts = Float64Array.from(roots, (root) => starting[root]!);
  const missed = new Float64Array(csr.size);
  const own = graph.own.slice();
  for (const v of followers) {
    searchOf[v] = searchOf[rootOf[v]!]!;
    missed[v] = ends[v]! * (starting[v]! - own[v]!);
    own[v] = ends[v]! - missed[v]! / starts[searchOf[v]!]!;
  }
  return { ...graph, roots, starts, searchOf, own, followers, starting, missed };
}

/**
 * Adds what followers carry and what is carried of their paths up to their root, from what the searches `from` to `end` summed up. To be
 * called once for each search. O(classes).
 */
export function creditSteps(graph: Rooted, sums: Sums, { from, end }: { from: number; end: number }): void {
  const { csr, ends, roots, starts, searchOf, starting, missed } = graph;
  const { scores, arcScores, found, met } = sums;
  const followers = graph.followers.filter((v) => searchOf[v]! >= from && searchOf[v]! < end);
  /** By class: the ends that are reached from it, other than its own. */
  const reached = new Float64Array(csr.size);
  for (let search = from; search < end; search++) reached[roots[search]!] = found[search]!;
  /** By class: the pairs that are missed at it and at all below it. */
  const inVain = new Float64Array(csr.size);
  for (const v of followers) {
    if (met[v] === 0) continue;
    inVain[v] = missed[v]!;
    reached[roots[searchOf[v]!]!]! += missed[v]! / starts[searchOf[v]!]!;
  }
  for (const v of followers) {
    const next = stepOf(graph, v);
    reached[v] = ends[next]! + reached[next]! - met[v]! * ends[v]!;
  }
  for (const v of followers.toReversed()) {
    const next = stepOf(graph, v);
    const onward = starting[v]! * reached[next]! - inVain[v]!;
    scores[next]! += onward;
    if (arcScores.length > 0) arcScores[csr.offsets[v]!]! += onward + starting[v]! * ends[next]!;
    inVain[next]! += inVain[v]!;
  }
}
