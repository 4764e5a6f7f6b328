/** Discs that lie on each other are moved apart, no farther than they must, so that each can be seen. */

const MOST_SWEEPS = 120;
/** Share of an overlap that a pair gives up in a sweep: all of it at once would throw crowds to and fro. */
const SHARE = 0.7;
/** Overlaps that are a smaller share than this of the two radii are none. */
const TOLERANCE = 0.01;

/**
 * Positions (x, y of each disc in turn) near the given ones at which discs of these radii do not overlap, or hardly: in each sweep every
 * overlapping pair moves apart along the line between them, and it ends when there is none or after 120 sweeps. Who overlaps nobody
 * stays. Discs that coincide part in directions that follow from their numbers, so the same input gives the same picture. About
 * O(discs · √discs) a sweep where they spread evenly: each meets those that begin within the widest two of it, from left to right.
 *
 * @example removeOverlap(Float64Array.of(0, 0, 1, 0), Float64Array.of(1, 1)) // about [-0.5, 0, 1.5, 0]
 */
export function removeOverlap(places: Float64Array, radii: Float64Array): Float64Array {
  const at = places.slice();
  const widest = 2 * radii.reduce((a, b) => Math.max(a, b), 0);
  const order = Uint32Array.from(radii.keys()).sort((u, v) => at[2 * u]! - at[2 * v]!);
  for (let sweep = 0; sweep < MOST_SWEEPS && partOverlapping(at, radii, order, widest) > 0; sweep++) {
    sortAgain(order, at, 2);
  }
  return at;
}

/** One sweep, in place; tells how many pairs overlapped. `order` has the discs from left to right. */
function partOverlapping(at: Float64Array, radii: Float64Array, order: Uint32Array, widest: number): number {
  const moves = new Float64Array(at.length);
  let overlaps = 0;
  for (let i = 0; i < order.length; i++) {
    const v = order[i]!;
    for (let j = i + 1; j < order.length; j++) {
      const u = order[j]!;
      const dx = at[2 * u]! - at[2 * v]!;
      if (dx >= widest) break;
      const dy = at[2 * u + 1]! - at[2 * v + 1]!;
      const wanted = radii[u]! + radii[v]!;
      const apart = Math.sqrt(dx * dx + dy * dy);
      if (apart >= wanted * (1 - TOLERANCE)) continue;
      overlaps++;
      const step = (SHARE * (wanted - apart)) / 2;
      const [alongX, alongY] = apart === 0 ? [Math.cos(u + v), Math.sin(u + v)] : [dx / apart, dy / apart];
      moves[2 * u]! += step * alongX;
      moves[2 * u + 1]! += step * alongY;
      moves[2 * v]! -= step * alongX;
      moves[2 * v + 1]! -= step * alongY;
    }
  }
  for (let i = 0; i < at.length; i++) at[i]! += moves[i]!;
  return overlaps;
}

/** By insertion: after a sweep hardly anybody has passed another. The key of a disc stands at its number times `stride`. */
export function sortAgain(order: Uint32Array, keys: Float64Array, stride: number): void {
  for (let i = 1; i < order.length; i++) {
    const v = order[i]!;
    const key = keys[stride * v]!;
    let j = i;
    for (; j > 0 && keys[stride * order[j - 1]!]! > key; j--) order[j] = order[j - 1]!;
    order[j] = v;
  }
}
