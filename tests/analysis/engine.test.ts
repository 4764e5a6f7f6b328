import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Engine, type EngineOptions } from '../../src/analysis/engine.js';
import { DiskCache } from '../../src/cache/disk-cache.js';
import { betweenness } from '../../src/kernels/betweenness.js';
import { closeness } from '../../src/kernels/closeness.js';
import type { Csr } from '../../src/kernels/csr.js';
import { addParts, sourcesOf } from '../../src/kernels/parts.js';
import { type KernelName, kernels } from '../../src/kernels/registry.js';
import { preferentialArcs, specimens, toCsr } from '../oracles/random-graph.js';

const control = { signal: new AbortController().signal, progress: () => {} };
const engines: Engine[] = [];
const open = (how: EngineOptions = {}) => {
  const engine = new Engine({ threads: 2, ...how });
  engines.push(engine);
  return engine;
};
afterEach(() => Promise.all(engines.splice(0).map((engine) => engine.close())));

/** Large enough to be sent to threads, in several parts. */
const large = toCsr(preferentialArcs(4_600, 4, 1), false);
/** Of the largest difference, relative to the largest value. */
const difference = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0) /
  a.reduce((most, value) => Math.max(most, value), 1);

describe('parts', () => {
  it('takes every source once, in shares that differ by one at most', () => {
    for (const [size, count] of [
      [0, 3],
      [1, 3],
      [10, 3],
      [7, 7],
      [5, 1],
    ] as const) {
      const shares = Array.from({ length: count }, (_, index) => sourcesOf(size, { index, count }));
      const sources = shares.flatMap(({ from, end }) =>
        Array.from({ length: end - from }, (_, i) => from + i),
      );
      expect(sources).toEqual(Array.from({ length: size }, (_, v) => v));
      const lengths = shares.map(({ from, end }) => end - from);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }
  });

  it('add up to the whole, however many they are, on every sort of graph', async () => {
    for (const name of ['betweenness', 'tie-betweenness', 'distance-sums'] as const) {
      const { maxima }: { maxima?: readonly string[] } = kernels[name];
      const run = await kernels[name].load();
      for (const { csr, name: specimen } of specimens(30)) {
        for (const valued of [false, true]) {
          const whole: Record<string, Float64Array> = run(csr, { valued }, {});
          for (const count of [1, 2, 3, 7, 20]) {
            const parts = Array.from({ length: count }, (_, index) =>
              run(csr, { valued }, { part: { index, count } }),
            );
            const added = addParts<Record<string, Float64Array>>(parts, maxima);
            for (const [column, values] of Object.entries(added))
              expect(difference(values, whole[column]!), `${name} of ${specimen} in ${count}`).toBeLessThan(
                1e-12,
              );
          }
        }
      }
    }
  });
});

describe('the registry', () => {
  it.each(Object.keys(kernels) as KernelName[])('%s: has an estimate and parts for any graph', (name) => {
    for (const { csr } of [...specimens(9), { csr: large }]) {
      const kernel = kernels[name] as {
        estimateMs(csr: Csr, options: object): number;
        parts?(csr: Csr, options: object): number;
      };
      expect(kernel.estimateMs(csr, { valued: true, samples: 9 })).toBeGreaterThanOrEqual(0);
      const parts = kernel.parts?.(csr, { valued: true, samples: 9 }) ?? 1;
      expect(Number.isInteger(parts) && parts >= 1 && parts <= 64).toBe(true);
    }
  });
});

describe('Engine', () => {
  it('gives what the kernel gives, the same to the last bit on one thread and on several', async () => {
    expect(kernels.betweenness.parts!(large, { valued: false })).toBeGreaterThan(2);
    const [one, three] = await Promise.all(
      [1, 3].map((threads) => open({ threads }).compute('betweenness', large, { valued: false }, control)),
    );
    expect(one!.scores).toEqual(three!.scores);
    expect(difference(one!.scores, betweenness(large))).toBeLessThan(1e-12);
    const near = await open().compute('distance-sums', large, { valued: false }, control);
    expect(difference(near.near, closeness(large).harmonic)).toBeLessThan(1e-12);
  });

  it('does short work on the spot, and knows graphs apart by what they are', async () => {
    const engine = open();
    // A chain of three in a graph of so many that its hash costs less than the work.
    const chain = (size: number) => ({
      size,
      from: Uint32Array.of(0, 1),
      to: Uint32Array.of(1, 2),
      values: Float64Array.of(1, 1),
    });
    const compute = (csr: Csr) => engine.compute('betweenness', csr, { valued: false }, control);
    const first = await compute(toCsr(chain(2000), false));
    expect([...first.scores.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
    expect(await compute(toCsr(chain(2000), false))).toBe(first);
    expect((await compute(toCsr(chain(2001), false))).scores).toHaveLength(2001);
    const directed = toCsr(chain(2000), true);
    expect(await compute(directed)).not.toBe(first);
    expect(await compute(directed.reverse)).not.toBe(await compute(directed));
  });

  it('does not keep what takes no longer than to name the graph', async () => {
    const engine = open();
    const pair = toCsr(
      { size: 2, from: Uint32Array.of(0), to: Uint32Array.of(1), values: Float64Array.of(1) },
      false,
    );
    const { cores } = await engine.compute('core-number', pair, {}, control);
    expect([...cores]).toEqual([1, 1]);
    expect((await engine.compute('core-number', pair, {}, control)).cores).not.toBe(cores);
  });

  it('leaves the event loop free, tells of progress, and cancels', async () => {
    const engine = open();
    const controller = new AbortController();
    const told: number[] = [];
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    const huge = toCsr(preferentialArcs(40_000, 4, 2), false);
    const running = engine.compute(
      'betweenness',
      huge,
      { valued: false },
      {
        signal: controller.signal,
        progress: (share) => {
          told.push(share);
          if (share > 0.001) controller.abort(new Error('enough'));
        },
      },
    );
    await expect(running).rejects.toThrow('enough');
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
    expect(told.at(-1)).toBeLessThan(0.5);
  });

  it('says what is wrong with the values, from a thread as on the spot', async () => {
    const values = Float64Array.from(large.values!);
    values[3] = -1;
    const bad = { ...large, values } as { -readonly [K in keyof Csr]: Csr[K] };
    bad.reverse = bad;
    await expect(open().compute('betweenness', bad, { valued: true }, control)).rejects.toThrow(RangeError);
  });

  it('keeps what took long on disk, for the same build, and survives damage to it', async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'asterism-engine-'));
    try {
      const compute = (build: string) =>
        open({ cache: new DiskCache(cacheFolder), build }).compute(
          'betweenness',
          large,
          { valued: false },
          control,
        );
      const computed = await compute('one');
      const [file] = readdirSync(cacheFolder);
      const path = join(cacheFolder, file!);
      expect(await compute('one')).toEqual(computed);
      const other = { scores: Float64Array.of(1, 2, 3) };
      await new DiskCache(cacheFolder).write(file!, other);
      expect(await compute('one'), 'it is read, not computed').toEqual(other);
      writeFileSync(path, readFileSync(path).subarray(10));
      expect(await compute('one')).toEqual(computed);
      await compute('two');
      expect(readdirSync(cacheFolder)).toHaveLength(2);
      await open({ cache: new DiskCache(cacheFolder) }).compute('core-number', large, {}, control);
      expect(readdirSync(cacheFolder)).toHaveLength(2);
    } finally {
      rmSync(cacheFolder, { recursive: true, force: true });
    }
  });

  it('sends passing work to threads and keeps nothing of it', async () => {
    const engine = open();
    const small = toCsr(preferentialArcs(20, 2, 1), false);
    const passing = () => engine.compute('betweenness', small, { valued: false }, control, true);
    const [one, other] = await Promise.all([passing(), passing()]);
    expect(one).toEqual({ scores: betweenness(small) });
    expect(one).not.toBe(other);
  });
});
