/** The bits kernel in WebAssembly: lays out its memory and copies the graph there. */

import type { Csr } from './csr.js';
import { type BitsKernel, noSource, type SourceWords, wordBits } from './distance-bits.js';
import { type Global, instantiate, mostBytes, pageBytes } from './wasm-module.js';

interface Exports {
  reserve(nodes: number, arcs: number): number;
  run(): void;
  readonly offsets: Global;
  readonly targets: Global;
  readonly reverseOffsets: Global;
  readonly reverseTargets: Global;
  readonly sources: Global;
  readonly strengths: Global;
  readonly reached: Global;
  readonly far: Global;
  readonly near: Global;
  readonly farthest: Global;
}

/** Words to a node: a cache line. */
const words = 16;

/**
 * The bits kernel for 512 sources at once, on a memory of its own, 240 bytes a node and 8 an arc. Undefined where there is no module,
 * or the graph is too large for 4 GB.
 */
export function wasmBitsKernel(csr: Csr, { sources, strengths }: SourceWords): BitsKernel | undefined {
  const { size, offsets, targets, reverse } = csr;
  if (size * 300 + targets.length * 8 + 2 * pageBytes > mostBytes) return undefined;
  const instance = instantiate<Exports>('distance-bits');
  if (instance === undefined) return undefined;
  const { exports: kernel, memory } = instance;
  memory.grow(Math.ceil((kernel.reserve(size, targets.length) >>> 0) / pageBytes));
  const at = (address: Global) => address.value >>> 0;
  new Uint32Array(memory.buffer, at(kernel.offsets)).set(offsets);
  new Uint32Array(memory.buffer, at(kernel.targets)).set(targets);
  new Uint32Array(memory.buffer, at(kernel.reverseOffsets)).set(reverse.offsets);
  new Uint32Array(memory.buffer, at(kernel.reverseTargets)).set(reverse.targets);
  const batch = new Uint32Array(memory.buffer, at(kernel.sources), words * wordBits);
  const batchStrengths = new Uint32Array(memory.buffer, at(kernel.strengths), words);
  const take = (address: Global) => {
    const sum = new Float64Array(memory.buffer, at(address), size);
    const taken = sum.slice();
    sum.fill(0);
    return taken;
  };
  return {
    words,
    run: (first) => {
      batch.fill(noSource);
      batch.set(sources.subarray(first * wordBits, (first + words) * wordBits));
      batchStrengths.fill(0);
      batchStrengths.set(strengths.subarray(first, first + words));
      kernel.run();
    },
    takeSums: () => ({
      reached: take(kernel.reached),
      far: take(kernel.far),
      near: take(kernel.near),
      farthest: take(kernel.farthest),
    }),
  };
}
