/** Sweeps of PageRank in WebAssembly: lays out the memory and copies the graph there. */
import type { SweepsKernel, Walk } from './pagerank-sweeps.js';
import { type Global, instantiate, mostBytes, pageBytes } from './wasm-module.js';

interface Exports {
  reserve(nodes: number, arcs: number, valued: boolean): number;
  sweep(unit: number, damping: number, farther: number): number;
  readonly offsets: Global;
  readonly origins: Global;
  readonly strengths: Global;
  readonly outward: Global;
  readonly fresh: Global;
  readonly perStrength: Global;
  readonly sum: Global;
}

/**
 * The kernel on a memory of its own, 28 bytes a node and 4 or 12 an arc, see `sweepsKernel`. Undefined where there is no module
 * (sources run as they are, and only a build has one), or the graph is too large for 4 GB.
 */
export function wasmSweepsKernel(walk: Walk): SweepsKernel | undefined {
  const { size, offsets, targets } = walk.inward;
  if (size * 28 + targets.length * 12 + 2 * pageBytes > mostBytes) return undefined;
  const instance = instantiate<Exports>('pagerank-sweeps');
  if (instance === undefined) return undefined;
  const { exports: kernel, memory } = instance;
  const { strengths } = walk;
  const bytes = kernel.reserve(size, targets.length, strengths !== undefined) >>> 0;
  memory.grow(Math.ceil(bytes / pageBytes));
  const at = (address: Global) => address.value >>> 0;
  new Uint32Array(memory.buffer, at(kernel.offsets)).set(offsets);
  new Uint32Array(memory.buffer, at(kernel.origins)).set(targets);
  if (strengths !== undefined) new Float64Array(memory.buffer, at(kernel.strengths)).set(strengths);
  new Float64Array(memory.buffer, at(kernel.outward)).set(walk.outward);
  new Float64Array(memory.buffer, at(kernel.fresh)).set(walk.fresh);
  return {
    perStrength: new Float64Array(memory.buffer, at(kernel.perStrength), size),
    sweep: (unit) => {
      const change = kernel.sweep(unit, walk.damping, walk.farther);
      return { change, sum: kernel.sum.value };
    },
  };
}
