/** Loopless routes through waypoints: shortest paths leg by leg, joined where they do not meet twice. */
import type { Csr } from '../kernels/csr.js';
import { kShortestPaths } from '../kernels/k-shortest-paths.js';

/** How many of the shortest paths of each leg are tried in combination. */
const PER_LEG = 50;

/**
 * The `count` shortest loopless routes that pass through `waypoints` in order, as node positions; ties by those positions.
 * With more than two waypoints the 50 shortest of each leg are combined: a route needing a longer leg than these is not found.
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
): number[][] {
  const last = waypoints.length - 1;
  const legs: number[][][] = [];
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
    if (paths.length === 0) return [];
    legs.push(paths);
  }
  return joinLegs(legs, maxLength ?? Number.POSITIVE_INFINITY)
    .sort(byLength)
    .slice(0, count);
}

function joinLegs(legs: readonly number[][][], maxLength: number): number[][] {
  return legs.slice(1).reduce<number[][]>((routes, paths) => {
    const joined: number[][] = [];
    for (const route of routes) {
      const passed = new Set(route);
      for (const path of paths) {
        const rest = path.slice(1);
        if (route.length - 1 + rest.length > maxLength) break;
        if (!rest.some((node) => passed.has(node))) joined.push([...route, ...rest]);
      }
    }
    return joined.sort(byLength).slice(0, PER_LEG * PER_LEG);
  }, legs[0]!);
}

function byLength(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((node, i) => node !== b[i]);
  return a.length - b.length || (differing === -1 ? 0 : a[differing]! - b[differing]!);
}
