/** The lanes kernel in WebAssembly: lays out its memory and copies the graph there. */
import { type LanesKernel, taken } from './betweenness-lanes.js';
import type { Condensed } from './condense.js';
import { type Global, instantiate, mostBytes, pageBytes } from './wasm-module.js';

interface Exports {
  reserve(nodes: number, arcs: number, tied: boolean, visitsPerNode: number): number;
  prepare(): void;
  run(first: number): number;
  readonly offsets: Global;
  readonly targets: Global;
  readonly members: Global;
  readonly ends: Global;
  readonly own: Global;
  readonly scores: Global;
  readonly arcScores: Global;
}

/**
 * The lanes kernel on a memory of its own, see `lanesKernel`. Undefined where there is no module (sources run as they are, and only a
 * build has one), or the graph is too large for 4 GB.
 */
export function wasmLanesKernel(
  { csr, members, ends, own }: Condensed,
  tied = false,
  visitsPerNode = 8,
): LanesKernel | undefined {
  const { size, offsets, targets } = csr;
  const perClass = 330 + 140 * visitsPerNode;
  const perArc = 12 + 4 * visitsPerNode;
  if (size * perClass + targets.length * perArc + 2 * pageBytes > mostBytes) return undefined;
  const instance = instantiate<Exports>('betweenness-lanes');
  if (instance === undefined) return undefined;
  const { exports: kernel, memory } = instance;
  memory.grow(Math.ceil((kernel.reserve(size, targets.length, tied, visitsPerNode) >>> 0) / pageBytes));
  const at = (address: Global) => address.value >>> 0;
  new Uint32Array(memory.buffer, at(kernel.offsets)).set(offsets);
  new Uint32Array(memory.buffer, at(kernel.targets)).set(targets);
  new Float64Array(memory.buffer, at(kernel.members)).set(members);
  new Float64Array(memory.buffer, at(kernel.ends)).set(ends);
  new Float64Array(memory.buffer, at(kernel.own)).set(own);
  kernel.prepare();
  const scores = new Float64Array(memory.buffer, at(kernel.scores), size);
  const arcScores = new Float64Array(memory.buffer, at(kernel.arcScores), tied ? targets.length : 0);
  return {
    run: (first) => kernel.run(first) !== 0,
    takeScores: () => taken(scores),
    takeArcScores: () => taken(arcScores),
  };
}
