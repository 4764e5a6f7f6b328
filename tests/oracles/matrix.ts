/** Slow, obvious graph arithmetic on full matrices, built from the arcs themselves and not from the structure under test. */
import type { ArcList } from './random-graph.js';

/** `matrix[u][v]` is the least value of an arc from u to v, Infinity without one; no loops; both ways when undirected. */
export function lengthMatrix(arcs: ArcList, directed: boolean, valued: boolean): number[][] {
  const matrix = Array.from({ length: arcs.size }, () =>
    new Array<number>(arcs.size).fill(Number.POSITIVE_INFINITY),
  );
  arcs.from.forEach((u, i) => {
    const v = arcs.to[i]!;
    if (u === v) return;
    const length = valued ? arcs.values[i]! : 1;
    matrix[u]![v] = Math.min(matrix[u]![v]!, length);
    if (!directed) matrix[v]![u] = matrix[u]![v]!;
  });
  return matrix;
}

/** 1 where there is an arc, 0 elsewhere. */
export function adjacency(arcs: ArcList, directed: boolean): number[][] {
  return lengthMatrix(arcs, directed, false).map((row) => row.map((length) => (length === 1 ? 1 : 0)));
}

/** Least distances between all nodes, by Floyd and Warshall. */
export function allDistances(lengths: readonly number[][]): number[][] {
  const distances = lengths.map((row, u) => row.map((length, v) => (u === v ? 0 : length)));
  lengths.forEach((_, via) => {
    for (const row of distances) {
      for (let v = 0; v < row.length; v++) row[v] = Math.min(row[v]!, row[via]! + distances[via]![v]!);
    }
  });
  return distances;
}

/** Every path without repeated nodes from one node to another, as node positions with both ends, in no special order. */
export function allPaths(lengths: readonly number[][], source: number, target: number): number[][] {
  const paths: number[][] = [];
  const extend = (path: number[]) => {
    const last = path.at(-1)!;
    if (last === target) {
      paths.push(path);
      return;
    }
    lengths[last]!.forEach((length, next) => {
      if (length < Number.POSITIVE_INFINITY && !path.includes(next)) extend([...path, next]);
    });
  };
  extend([source]);
  return paths;
}

/** The sum of the values along a path. */
export function lengthOf(path: readonly number[], lengths: readonly number[][]): number {
  return path.slice(1).reduce((sum, node, i) => sum + lengths[path[i]!]![node]!, 0);
}

/** By number of nodes, then lexicographically. */
export function comparePaths(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const i = a.findIndex((node, at) => node !== b[at]);
  return i === -1 ? 0 : a[i]! - b[i]!;
}
