/** A path whose steps can be taken one after the other in time. */

/** Arcs that can be used from the day `opens` to the day `closes`, ends included, ±Infinity where there is no bound. */
export interface TimedArcs {
  from: Uint32Array;
  to: Uint32Array;
  opens: Float64Array;
  closes: Float64Array;
}

/** The arcs of a path in order, and the earliest day on which each can be used. */
export interface TimedPath {
  arcs: number[];
  days: number[];
}

/**
 * The path of fewest arcs on which days can be chosen that never go back: each arc is used on a day when it is open, no earlier than
 * the one before (Holme & Saramäki 2012, doi:10.1016/j.physrep.2012.03.001). Undefined when there is none. Among equally short ones
 * it is one that arrives earliest. Rounds of relaxation, O(length · arcs).
 *
 * @param size number of nodes
 * @param maxLength most arcs
 * @example arcs 0→1 open 2000–2001 and 1→2 open 1990–1995: no path from 0 to 2, one from 2 to 0 when read the other way
 */
export function timeRespectingPath(
  size: number,
  { from, to, opens, closes }: TimedArcs,
  source: number,
  target: number,
  maxLength = Number.POSITIVE_INFINITY,
): TimedPath | undefined {
  if (source === target) return { arcs: [], days: [] };
  // In round r: the earliest day on which a node can be reached by r arcs; later rounds only matter where they arrive earlier.
  let arrival = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  arrival[source] = Number.NEGATIVE_INFINITY;
  let reached = new Set([source]);
  const rounds: Map<number, number>[] = [];
  while (reached.size > 0 && rounds.length < maxLength) {
    const next = arrival.slice();
    const by = new Map<number, number>();
    for (let arc = 0; arc < from.length; arc++) {
      const tail = from[arc]!;
      if (!reached.has(tail)) continue;
      const day = Math.max(arrival[tail]!, opens[arc]!);
      const head = to[arc]!;
      if (day > closes[arc]! || day >= next[head]!) continue;
      next[head] = day;
      by.set(head, arc);
    }
    rounds.push(by);
    if (by.has(target)) return trace(rounds, target, from, opens);
    arrival = next;
    reached = new Set(by.keys());
  }
  return undefined;
}

function trace(
  rounds: readonly Map<number, number>[],
  target: number,
  from: Uint32Array,
  opens: Float64Array,
): TimedPath {
  const arcs: number[] = [];
  let node = target;
  for (const by of rounds.toReversed()) {
    const arc = by.get(node)!;
    arcs.unshift(arc);
    node = from[arc]!;
  }
  let day = Number.NEGATIVE_INFINITY;
  const days = arcs.map((arc) => {
    day = Math.max(day, opens[arc]!);
    return day;
  });
  return { arcs, days };
}
