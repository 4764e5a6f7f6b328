/** Sweeps of PageRank, in TypeScript and in WebAssembly: the same to the last bit. */
import { expect, it } from 'vitest';
import { sweepsKernel } from '../../src/kernels/pagerank-sweeps.js';
import { wasmSweepsKernel } from '../../src/kernels/wasm-sweeps.js';
import { specimens } from '../oracles/random-graph.js';

it.each([false, true])('valued %s', (valued) => {
  for (const { name, csr } of specimens(100)) {
    const outward = Float64Array.from({ length: csr.size }, (_, v) => 1 + (v % 4));
    const fresh = outward.map((strength) => strength / 16);
    const strengths = valued ? csr.reverse.values : undefined;
    const walk = { inward: csr.reverse, strengths, outward, fresh, damping: 0.8, farther: 1.3 };
    const [plain, fast] = [sweepsKernel(walk), wasmSweepsKernel(walk)!];
    for (const unit of [1, 0.3, 0.2]) expect(fast.sweep(unit), name).toEqual(plain.sweep(unit));
    expect([...fast.perStrength], name).toEqual([...plain.perStrength]);
  }
});
