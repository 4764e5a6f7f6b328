/** Loopless routes through waypoints: shortest paths leg by leg, joined where they do not meet twice. */
import type { Csr } from '../kernels/csr.js';
import { kShortestPaths } from '../kernels/k-shortest-paths.js';
import { byLengthThenNodes } from '../kernels/path-order.js';

/** How many of the shortest paths of each leg are tried in combination, and how many beginnings of a route. */
const PER_LEG = 50;
const BEGINNINGS = PER_LEG * PER_LEG;

/**
 * The `count` shortest loopless routes that pass through `waypoints` in order, as node positions; ties by those positions.
 * With more than two waypoints the 50 shortest of each leg are combined: a route needing a longer leg than these is not found.
 * `complete` says that none was passed over so.
 *
 * @param blocked nodes that no route may enter
 * @param maxLength most steps of the whole route
 */
export function routesThrough(
  csr: Csr,
  waypoints: readonly number[],
  blocked: readonly number[],
  count: number,
  maxLength: number | undefined,
): { routes: number[][]; complete: boolean } {
  const last = waypoints.length - 1;
  let routes: number[][] = [[waypoints[0]!]];
  let complete = true;
  for (let leg = 0; leg < last; leg++) {
    const closed = new Uint8Array(csr.size);
    for (const node of blocked) closed[node] = 1;
    // Other waypoints are entered at their turn only.
    waypoints.forEach((node, i) => {
      if (i !== leg && i !== leg + 1) closed[node] = 1;
    });
    const wanted = last === 1 ? count : PER_LEG;
    const paths = kShortestPaths(csr, waypoints[leg]!, waypoints[leg + 1]!, wanted, {
      blocked: closed,
      maxLength,
    });
    const joined = joinLegs(routes, paths, maxLength ?? Number.POSITIVE_INFINITY).sort(byLengthThenNodes);
    complete &&= (last === 1 || paths.length < wanted) && joined.length <= BEGINNINGS;
    routes = joined.slice(0, BEGINNINGS);
  }
  return { routes: routes.slice(0, count), complete };
}

/** Each route with each path that goes on from its end to nobody it has passed. */
function joinLegs(routes: readonly number[][], paths: readonly number[][], maxLength: number): number[][] {
  return routes.flatMap((route) => {
    const passed = new Set(route);
    return paths
      .map((path) => path.slice(1))
      .filter((rest) => route.length - 1 + rest.length <= maxLength && !rest.some((node) => passed.has(node)))
      .map((rest) => [...route, ...rest]);
  });
}
