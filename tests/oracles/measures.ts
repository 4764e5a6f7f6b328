/** Measures by their definitions, slowly: what the kernels have to agree with. */
import { adjacency, allDistances, allPaths, lengthMatrix, lengthOf } from './matrix.js';
import type { ArcList } from './random-graph.js';

/** For every pair: list its simple paths, keep the shortest, and credit each node inside them. */
export function betweennessOracle(arcs: ArcList, directed: boolean, valued: boolean): number[] {
  const lengths = lengthMatrix(arcs, directed, valued);
  const scores = new Array<number>(arcs.size).fill(0);
  for (let s = 0; s < arcs.size; s++) {
    for (let t = directed ? 0 : s + 1; t < arcs.size; t++) {
      if (s === t) continue;
      const paths = allPaths(lengths, s, t);
      const least = Math.min(...paths.map((path) => lengthOf(path, lengths)));
      const shortest = paths.filter((path) => lengthOf(path, lengths) === least);
      for (const path of shortest) {
        for (const inner of path.slice(1, -1)) scores[inner]! += 1 / shortest.length;
      }
    }
  }
  return scores;
}

export function closenessOracle(arcs: ArcList, directed: boolean, valued: boolean) {
  const distances = allDistances(lengthMatrix(arcs, directed, valued));
  const perNode = distances.map((row, v) => {
    const reached = row.filter((distance, u) => u !== v && distance < Number.POSITIVE_INFINITY);
    const sum = reached.reduce((a, b) => a + b, 0);
    return {
      within: reached.length === 0 ? 0 : reached.length / sum,
      share: reached.length / (arcs.size - 1),
      harmonic: reached.reduce((a, b) => a + 1 / b, 0),
    };
  });
  return {
    uncorrected: perNode.map(({ within }) => within),
    corrected: perNode.map(({ within, share }) => (within === 0 ? 0 : within * share)),
    harmonic: perNode.map(({ harmonic }) => harmonic),
  };
}

/** The stationary state by solving (I − d·Pᵀ) x = (1 − d)·fresh with Gauss and Jordan; strengths are summed over parallels. */
export function pagerankOracle(
  arcs: ArcList,
  directed: boolean,
  valued: boolean,
  damping: number,
  fresh: readonly number[],
): number[] {
  const n = arcs.size;
  const strengths = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  arcs.from.forEach((u, i) => {
    const v = arcs.to[i]!;
    if (u === v) return;
    const add = (a: number, b: number) => {
      strengths[a]![b] = valued ? strengths[a]![b]! + arcs.values[i]! : 1;
    };
    add(u, v);
    if (!directed) add(v, u);
  });
  const chances = strengths.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return sum === 0 ? [...fresh] : row.map((strength) => strength / sum);
  });
  const system = fresh.map((share, v) => [
    ...chances.map((row, u) => (u === v ? 1 : 0) - damping * row[v]!),
    (1 - damping) * share,
  ]);
  for (let pivot = 0; pivot < n; pivot++) {
    const scale = system[pivot]![pivot]!;
    system[pivot] = system[pivot]!.map((value) => value / scale);
    for (let row = 0; row < n; row++) {
      if (row === pivot) continue;
      const factor = system[row]![pivot]!;
      system[row] = system[row]!.map((value, column) => value - factor * system[pivot]![column]!);
    }
  }
  return system.map((row) => row[n]!);
}

/** For every k: throw out nodes with fewer than k ties among those left until none is. */
export function coreNumberOracle(arcs: ArcList, directed: boolean): number[] {
  const a = adjacency(arcs, directed);
  const core = new Array<number>(arcs.size).fill(0);
  for (let k = 1; k <= 2 * arcs.size; k++) {
    let left = core.map((_, v) => v);
    for (let before = -1; before !== left.length; ) {
      before = left.length;
      const among = left;
      left = among.filter((v) => {
        const ties = among.reduce((sum, u) => sum + a[v]![u]! + (directed ? a[u]![v]! : 0), 0);
        return ties >= k;
      });
    }
    for (const v of left) core[v] = k;
  }
  return core;
}

/** Fagiolo's and Watts and Strogatz's formulas, sum by sum. */
export function clusteringOracle(arcs: ArcList, directed: boolean) {
  const a = adjacency(arcs, directed);
  const s = a.map((row, u) => row.map((arc, v) => (directed ? arc + a[v]![u]! : arc)));
  const sum = (terms: number[]) => terms.reduce((x, y) => x + y, 0);
  const triangles = s.map(
    (row, i) => sum(row.map((ij, j) => sum(s[j]!.map((jk, k) => ij * jk * s[k]![i]!)))) / 2,
  );
  const coefficients = triangles.map((found, i) => {
    const degree = sum(s[i]!);
    const mutual = directed ? sum(a[i]!.map((arc, j) => arc * a[j]![i]!)) : 0;
    const possible = directed ? degree * (degree - 1) - 2 * mutual : (degree * (degree - 1)) / 2;
    return found === 0 ? 0 : found / possible;
  });
  return { triangles, coefficients };
}
