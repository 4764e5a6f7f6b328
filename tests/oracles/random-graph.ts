/** Seeded random graphs for tests: the same seed gives the same graph on every machine. */
import { type ArcValues, buildCsr, type Csr } from '../../src/kernels/csr.js';

/** Arcs as a projection hands them to `buildCsr`: loops and parallels still in. */
export interface ArcList {
  size: number;
  from: Uint32Array;
  to: Uint32Array;
  /** Multiples of 1/8 from 1/8 to 1, so that sums are exact and ties are frequent. */
  values: Float64Array;
}

/** Uniform numbers in [0, 1), after mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `arcs` arcs between uniform ends: loops and parallels happen by themselves, and are frequent when the graph is small. */
export function randomArcs(size: number, arcs: number, seed: number): ArcList {
  const random = randomNumbers(seed);
  const length = size === 0 ? 0 : arcs;
  const node = () => Math.floor(random() * size);
  return {
    size,
    from: Uint32Array.from({ length }, node),
    to: Uint32Array.from({ length }, node),
    values: Float64Array.from({ length }, () => (1 + Math.floor(random() * 8)) / 8),
  };
}

/** A Barabási–Albert graph: every node after the first joins `perNode` earlier ones, drawn in proportion to their degree. */
export function preferentialArcs(size: number, perNode: number, seed: number): ArcList {
  const random = randomNumbers(seed);
  const from: number[] = [];
  const to: number[] = [];
  for (let v = 1; v < size; v++) {
    const earlier = 2 * from.length;
    for (let j = 0; j < Math.min(perNode, v); j++) {
      const end = Math.floor(random() * earlier);
      const target = earlier === 0 ? 0 : end % 2 === 0 ? from[end >> 1]! : to[end >> 1]!;
      from.push(v);
      to.push(target);
    }
  }
  const values = Float64Array.from(from, () => (1 + Math.floor(random() * 8)) / 8);
  return { size, from: Uint32Array.from(from), to: Uint32Array.from(to), values };
}

/** The arcs as a graph that carries their values, parallels at their least unless said otherwise. */
export function toCsr(arcs: ArcList, directed: boolean, parallel: ArcValues['parallel'] = 'min'): Csr {
  return buildCsr(arcs.size, arcs.from, arcs.to, directed, { of: arcs.values, parallel });
}

/** One graph to check against an oracle. */
export interface Specimen {
  name: string;
  arcs: ArcList;
  directed: boolean;
  csr: Csr;
}

/** Small graphs, both directed and not: empty, one node, no arcs, sparse and disconnected, dense, with loops and parallels. */
export function specimens(count = 60, largest = 8): Specimen[] {
  return Array.from({ length: count }, (_, i) => i).flatMap((seed) => {
    const size = seed % (largest + 1);
    const arcs = randomArcs(size, Math.floor(((seed * 7) % 23) * (size / 8)), seed);
    return [false, true].map((directed) => ({
      name: `seed ${seed}, ${size} nodes, ${arcs.from.length} arcs, ${directed ? 'directed' : 'undirected'}`,
      arcs,
      directed,
      csr: toCsr(arcs, directed),
    }));
  });
}

/** A random renaming of nodes: `renamed[v]` is the new position of v. */
export function randomRenaming(size: number, seed: number): Uint32Array {
  const random = randomNumbers(seed);
  const renamed = Uint32Array.from({ length: size }, (_, v) => v);
  for (let v = size - 1; v > 0; v--) {
    const other = Math.floor(random() * (v + 1));
    [renamed[v], renamed[other]] = [renamed[other]!, renamed[v]!];
  }
  return renamed;
}

/** The same arcs under new names, listed backwards, each of them twice over: nothing a simple graph should notice. */
export function disguise(arcs: ArcList, renamed: Uint32Array): ArcList {
  const twice = <T extends Uint32Array | Float64Array>(list: T) => [...list, ...list].reverse();
  return {
    size: arcs.size,
    from: Uint32Array.from(twice(arcs.from), (v) => renamed[v]!),
    to: Uint32Array.from(twice(arcs.to), (v) => renamed[v]!),
    values: Float64Array.from(twice(arcs.values)),
  };
}
