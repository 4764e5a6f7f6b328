/** The kernels that may run in a thread of their own, by name: what each costs, how it is cut, and where its function is. */
import type { Control } from './control.js';
import type { Csr } from './csr.js';
import type { Bubbles } from './pack-bubbles.js';
import type { Columns, Part } from './parts.js';
import type { SharedNeighborsOptions } from './shared-neighbors.js';

/** What a kernel is told beside graph and options: which part of the work is asked for (all of it without one), and by whom. */
export interface KernelRun {
  part?: Part | undefined;
  control?: Control | undefined;
}

/**
 * A pure synchronous function of a graph and plain options (whatever structured cloning takes). A graph's arrays lie in shared
 * memory, so threads read the same ones; within a thread the same graph comes as the same object as long as it comes in a row, so
 * what a kernel derives from it may be kept in a WeakMap.
 */
export interface Kernel<O, C extends Columns> {
  /** About how long one thread takes, in milliseconds: short work is not sent away. */
  estimateMs(csr: Csr, options: O): number;
  /**
   * Into how many parts the work is cut; 1 unless said. Their columns are added up, but for `maxima`. A function of the graph and the options, never
   * of the machine, so that the answer is the same everywhere to the last bit.
   */
  parts?(csr: Csr, options: O): number;
  /** Columns in which the greatest of all parts counts instead of their sum. */
  maxima?: readonly (keyof C & string)[];
  /** Loads the function, so that nobody waits for kernels that nobody asked for. */
  load(): Promise<(csr: Csr, options: O, run: KernelRun) => C>;
}
const define = <O, C extends Columns>(kernel: Kernel<O, C>) => kernel;

/** Which groups are sought, and how fine. */
interface CommunityChoice {
  algorithm: 'louvain' | 'leiden';
  resolution: number;
  seed: number;
}

/** How many paths are drawn. */
interface PathDraws {
  samples: number;
  seed: number;
}

/** Paths measured in the values of arcs, which are then distances; else in steps. */
interface Valued {
  valued: boolean;
}

/** Arcs looked at in a millisecond by one pass over the graph. */
const ARCS_PER_MS = 100_000;

/**
 * For kernels that search the graph from every source: what a thread takes for so many arcs in a millisecond. Parts of about
 * `partMs` keep several threads busy to the end, and are long beside what each does once.
 */
const searches = (arcsPerMs: number, valuedArcsPerMs: number, partMs: number) => {
  const estimateMs = ({ size, targets }: Csr, { valued }: Valued) =>
    (size * (size + targets.length)) / (valued ? valuedArcsPerMs : arcsPerMs);
  return { estimateMs, parts: (csr: Csr, options: Valued) => partsOf(estimateMs(csr, options), partMs) };
};
const partsOf = (wholeMs: number, partMs: number) =>
  Math.max(1, Math.min(MOST_PARTS, Math.floor(wholeMs / partMs)));
const MOST_PARTS = 64;
/** One path drawn, in a graph of some hundred thousand arcs. */
const SAMPLE_MS = 0.1;
const linearMs = ({ size, targets }: Csr) => (size + targets.length) / ARCS_PER_MS;

export const kernels = {
  betweenness: define({
    ...searches(600_000, 20_000, 100),
    load: async () => {
      const { betweenness } = await import('./betweenness.js');
      return (csr, options: Valued, run) => ({ scores: betweenness(csr, { ...options, ...run }) });
    },
  }),
  'tie-betweenness': define({
    ...searches(300_000, 20_000, 100),
    load: async () => {
      const { tieBetweenness } = await import('./tie-betweenness.js');
      return (csr, options: Valued, run) => ({ scores: tieBetweenness(csr, { ...options, ...run }) });
    },
  }),
  'sampled-betweenness': define({
    estimateMs: (_csr, { samples }: PathDraws) => samples * SAMPLE_MS,
    parts: (_csr, { samples }: PathDraws) => partsOf(samples * SAMPLE_MS, 200),
    load: async () => {
      const { sampledBetweenness } = await import('./sampled-betweenness.js');
      return (csr, options: PathDraws, run) => ({ scores: sampledBetweenness(csr, { ...options, ...run }) });
    },
  }),
  'distance-sums': define({
    ...searches(25_000_000, 20_000, 60),
    maxima: ['farthest'],
    load: async () => {
      const { distanceSums } = await import('./distance-sums.js');
      return (csr, options: Valued, run) => ({ ...distanceSums(csr, { ...options, ...run }) });
    },
  }),
  pagerank: define({
    estimateMs: (csr) => 10 * linearMs(csr),
    load: async () => {
      const { pagerank } = await import('./pagerank.js');
      return (csr, options: Valued & { personalisation?: Float64Array }, run) => ({
        scores: pagerank(csr, { ...options, ...run }),
      });
    },
  }),
  'core-number': define({
    estimateMs: linearMs,
    load: async () => {
      const { coreNumber } = await import('./core-number.js');
      return (csr, _options: Record<string, never>) => ({ cores: coreNumber(csr) });
    },
  }),
  clustering: define({
    estimateMs: ({ targets }) => targets.length ** 1.5 / ARCS_PER_MS,
    load: async () => {
      const { clustering } = await import('./clustering.js');
      return (csr, _options: Record<string, never>, { control }) => ({ ...clustering(csr, control) });
    },
  }),
  'structural-holes': define({
    estimateMs: ({ targets }) => targets.length ** 1.5 / ARCS_PER_MS,
    load: async () => {
      const { structuralHoles } = await import('./structural-holes.js');
      return (csr, _options: Record<string, never>, { control }) => ({ ...structuralHoles(csr, control) });
    },
  }),
  brokerage: define({
    estimateMs: ({ size, offsets, reverse }) => {
      let ways = 0;
      for (let v = 0; v < size; v++)
        ways += (offsets[v + 1]! - offsets[v]!) * (reverse.offsets[v + 1]! - reverse.offsets[v]!);
      return ways / ARCS_PER_MS;
    },
    load: async () => {
      const { brokerage } = await import('./brokerage.js');
      return (csr, { groups }: { groups: Uint32Array }, { control }) => brokerage(csr, groups, control);
    },
  }),
  'shared-neighbors': define({
    estimateMs: (
      { size, offsets, targets },
      { of, mostTies = Number.POSITIVE_INFINITY }: SharedNeighborsOptions,
    ) => {
      let ways = of === undefined ? 0 : targets.length;
      for (let v = 0; v < size && of === undefined; v++) {
        const degree = offsets[v + 1]! - offsets[v]!;
        if (degree <= mostTies) ways += degree * degree;
      }
      return (2 * ways) / ARCS_PER_MS;
    },
    load: async () => {
      const { sharedNeighbors } = await import('./shared-neighbors.js');
      return (csr, options: SharedNeighborsOptions, { control }) => ({
        ...sharedNeighbors(csr, options, control),
      });
    },
  }),
  eigenvector: define({
    estimateMs: (csr) => 1_000 * linearMs(csr),
    load: async () => {
      const { eigenvector } = await import('./spectral.js');
      return (csr, _options: Record<string, never>, { control }) => ({ scores: eigenvector(csr, control) });
    },
  }),
  katz: define({
    estimateMs: (csr) => 100 * linearMs(csr),
    load: async () => {
      const { katz } = await import('./spectral.js');
      return (csr, _options: Record<string, never>, { control }) => ({ scores: katz(csr, control) });
    },
  }),
  hits: define({
    estimateMs: (csr) => 1_000 * linearMs(csr),
    load: async () => {
      const { hits } = await import('./spectral.js');
      return (csr, _options: Record<string, never>, { control }) => hits(csr, control);
    },
  }),
  communities: define({
    estimateMs: (csr) => 50 * linearMs(csr),
    load: async () => {
      const { communities } = await import('./communities.js');
      return (csr, options: CommunityChoice, run) => ({ ...communities(csr, { ...options, ...run }) });
    },
  }),
  layout: define({
    estimateMs: ({ size }) => (size * size) / 5_000,
    load: async () => {
      const { layoutGraph } = await import('./layout.js');
      return (csr, _options: Record<string, never>, { control }) => ({ ...layoutGraph(csr, control) });
    },
  }),
  bubbles: define({
    estimateMs: ({ size }) => size ** 1.5 / 50,
    load: async () => {
      const { packBubbles } = await import('./pack-bubbles.js');
      return (_csr, options: Bubbles, { control }) => ({ ...packBubbles(options, control) });
    },
  }),
};

export type KernelName = keyof typeof kernels;
type KernelFunction<N extends KernelName> = Awaited<ReturnType<(typeof kernels)[N]['load']>>;
export type OptionsOf<N extends KernelName> = Parameters<KernelFunction<N>>[1];
export type ColumnsOf<N extends KernelName> = ReturnType<KernelFunction<N>>;
