/** Slow and obvious: every simple path, every subset. For graphs of at most eight nodes. */
import type { Csr } from '../../src/kernels/csr.js';

/** All simple paths from source to target as node positions. */
export function allSimplePaths(csr: Csr, source: number, target: number, blocked?: Uint8Array): number[][] {
  const found: number[][] = [];
  const walk = (path: number[]) => {
    const at = path.at(-1)!;
    if (at === target) {
      found.push(path);
      return;
    }
    for (let i = csr.offsets[at]!; i < csr.offsets[at + 1]!; i++) {
      const next = csr.targets[i]!;
      if (!path.includes(next) && blocked?.[next] !== 1) walk([...path, next]);
    }
  };
  if (blocked?.[source] !== 1 && blocked?.[target] !== 1) walk([source]);
  return found;
}

/** All subsets of some things, smallest first. */
export function subsets<T>(things: readonly T[]): T[][] {
  const all = Array.from({ length: 2 ** things.length }, (_, bits) =>
    things.filter((_, i) => (bits >> i) % 2 === 1),
  );
  return all.sort((a, b) => a.length - b.length);
}
