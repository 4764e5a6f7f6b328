/** The lanes kernel in WebAssembly: lays out its memory and copies the graph there. */
import type { LanesKernel } from './betweenness-lanes.js';
import type { Rooted } from './forced-steps.js';
import { type Global, instantiate, mostBytes, pageBytes } from './wasm-module.js';

interface Exports {
  reserve(nodes: number, arcs: number, searches: number, tied: boolean, visitsPerNode: number): number;
  prepare(): void;
  run(first: number): number;
  readonly offsets: Global;
  readonly targets: Global;
  readonly roots: Global;
  readonly starts: Global;
  readonly own: Global;
  readonly classes: Global;
  readonly arcScores: Global;
  readonly found: Global;
  readonly met: Global;
}

/**
 * The lanes kernel on a memory of its own, see `lanesKernel`. Undefined where there is no module (sources run as they are, and only a
 * build has one), or the graph is too large for 4 GB.
 */
export function wasmLanesKernel(graph: Rooted, tied = false, visitsPerNode = 4): LanesKernel | undefined {
  const { members, ends, own, roots, starts, searchOf } = graph;
  const { size, offsets, targets } = graph.csr;
  const perClass = 210 + 73 * visitsPerNode;
  const perArc = 12 + 4 * visitsPerNode;
  if (size * perClass + targets.length * perArc + 2 * pageBytes > mostBytes) return undefined;
  const instance = instantiate<Exports>('betweenness-lanes');
  if (instance === undefined) return undefined;
  const { exports: kernel, memory } = instance;
  memory.grow(
    Math.ceil((kernel.reserve(size, targets.length, roots.length, tied, visitsPerNode) >>> 0) / pageBytes),
  );
  const whole = ({ value }: Global, length: number) => new Uint32Array(memory.buffer, value >>> 0, length);
  const real = ({ value }: Global, length: number) => new Float64Array(memory.buffer, value >>> 0, length);
  whole(kernel.offsets, size + 1).set(offsets);
  whole(kernel.targets, targets.length).set(targets);
  whole(kernel.roots, roots.length).set(roots);
  real(kernel.starts, roots.length).set(starts);
  real(kernel.own, size).set(own);
  /** By class: members, ends, search and score. */
  const records = real(kernel.classes, 4 * size);
  for (let v = 0; v < size; v++) records.set([members[v]!, ends[v]!, searchOf[v]!], 4 * v);
  kernel.prepare();
  const arcScores = real(kernel.arcScores, tied ? targets.length : 0);
  const found = real(kernel.found, roots.length);
  const met = real(kernel.met, size);
  return {
    run: (first) => kernel.run(first) !== 0,
    take: () => ({
      scores: takenScores(records),
      arcScores: taken(arcScores),
      found: taken(found),
      met: taken(met),
    }),
  };
}

/** What was summed up, and begins anew. */
function taken(sums: Float64Array): Float64Array {
  const copy = sums.slice();
  sums.fill(0);
  return copy;
}

function takenScores(records: Float64Array): Float64Array {
  const scores = new Float64Array(records.length / 4);
  for (let v = 0; v < scores.length; v++) {
    scores[v] = records[4 * v + 3]!;
    records[4 * v + 3] = 0;
  }
  return scores;
}
