/** WebAssembly modules of `wasm/`: compiled when first asked for, each instance with a memory of its own. */
import { existsSync, readFileSync } from 'node:fs';

/** The little that is used of the platform's interface, whose declaration comes only with a browser's. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    constructor(limits: { initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: object;
  }
}

export type Memory = WebAssembly.Memory;

/** An address or number that a module exports, signed though addresses are not. */
export interface Global {
  readonly value: number;
}

/** Memory grows by pages; addresses have 32 bits. */
export const pageBytes = 65_536;
export const mostBytes = 2 ** 32;

const compiled = new Map<string, WebAssembly.Module>();

/** Modules stand beside what the compiler made of this file, wherever that runs as it is. */
const folder = new URL('../kernels/wasm/', import.meta.url.replace(/^(.*)\/src\/(.*)\.ts$/, '$1/dist/$2.js'));

/** A new instance with an empty memory of one page; undefined when the module has not been built. */
export function instantiate<Exports>(name: string): { exports: Exports; memory: Memory } | undefined {
  let module = compiled.get(name);
  if (module === undefined) {
    const file = new URL(`${name}.wasm`, folder);
    if (!existsSync(file)) return undefined;
    module = new WebAssembly.Module(readFileSync(file));
    compiled.set(name, module);
  }
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { exports: exports as Exports, memory };
}
