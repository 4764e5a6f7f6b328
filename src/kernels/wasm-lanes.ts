/** The lanes kernel in WebAssembly: lays out its memory and copies the graph there. */
import type { LanesKernel } from './betweenness-lanes.js';
import type { Condensed } from './condense.js';
import { type Global, instantiate, mostBytes, pageBytes } from './wasm-module.js';

interface Exports {
  reserve(nodes: number, arcs: number): number;
  prepare(): void;
  run(first: number): number;
  readonly offsets: Global;
  readonly targets: Global;
  readonly reverseOffsets: Global;
  readonly reverseTargets: Global;
  readonly members: Global;
  readonly ends: Global;
  readonly own: Global;
  readonly scores: Global;
}

/**
 * The lanes kernel on a memory of its own, 270 bytes a class and 8 an arc. Undefined where there is no module (sources run as they
 * are, and only a build has one), or the graph is too large for 4 GB.
 */
export function wasmLanesKernel({ csr, members, ends, own }: Condensed): LanesKernel | undefined {
  const { size, offsets, targets, reverse } = csr;
  if (size * 300 + targets.length * 8 + 2 * pageBytes > mostBytes) return undefined;
  const instance = instantiate<Exports>('betweenness-lanes');
  if (instance === undefined) return undefined;
  const { exports: kernel, memory } = instance;
  memory.grow(Math.ceil((kernel.reserve(size, targets.length) >>> 0) / pageBytes));
  const at = (address: Global) => address.value >>> 0;
  new Uint32Array(memory.buffer, at(kernel.offsets)).set(offsets);
  new Uint32Array(memory.buffer, at(kernel.targets)).set(targets);
  new Uint32Array(memory.buffer, at(kernel.reverseOffsets)).set(reverse.offsets);
  new Uint32Array(memory.buffer, at(kernel.reverseTargets)).set(reverse.targets);
  new Float64Array(memory.buffer, at(kernel.members)).set(members);
  new Float64Array(memory.buffer, at(kernel.ends)).set(ends);
  new Float64Array(memory.buffer, at(kernel.own)).set(own);
  kernel.prepare();
  const scores = new Float64Array(memory.buffer, at(kernel.scores), size);
  return {
    run: (first) => kernel.run(first),
    leastShared: 1.6,
    takeScores: () => {
      const taken = scores.slice();
      scores.fill(0);
      return taken;
    },
  };
}
