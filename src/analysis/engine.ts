/** Where kernels run: short ones here, long ones in threads; each once, for its result is kept in memory and, when it took long, on disk. */
import { createHash } from 'node:crypto';
import type { DiskCache } from '../cache/disk-cache.js';
import { SharedResults } from '../cache/shared-results.js';
import type { Csr } from '../kernels/csr.js';
import { addParts, type Columns } from '../kernels/parts.js';
import {
  type ColumnsOf,
  type Kernel,
  type KernelName,
  kernels,
  type OptionsOf,
} from '../kernels/registry.js';
import { type JobControl, Pool } from '../tasks/pool.js';

export interface EngineOptions {
  /** Most threads; as many as the processor runs at once unless said. */
  threads?: number | undefined;
  /** Where results are kept beyond the process. */
  cache?: DiskCache | undefined;
  /** Names this build: another one may compute otherwise, and does not read what this one kept. */
  build?: string | undefined;
}

/** Runs a kernel on a graph for somebody whose signal and progress are settled. */
export type Compute = <N extends KernelName>(
  kernel: N,
  csr: Csr,
  options: OptionsOf<N>,
) => Promise<ColumnsOf<N>>;

/** Below this estimate a kernel runs at once: to start a thread takes about 50 ms. */
const SHORT_MS = 200;
/** Below this one it is not even kept: to name the graph by its hash would take as long. */
const INSTANT_MS = 3;
const MOST_BYTES = 256 * 1024 * 1024;

/** One engine serves a workspace. */
export class Engine {
  readonly #pool: Pool;
  readonly #results = new SharedResults<Columns>(MOST_BYTES, bytesOf);
  readonly #disk: DiskCache | undefined;
  readonly #build: string;
  readonly #fingerprints = new WeakMap<Csr, string>();

  constructor({ threads, cache, build = '' }: EngineOptions = {}) {
    const module = new URL('../kernels/registry.js', import.meta.url);
    this.#pool = new Pool({ module, ...(threads === undefined ? {} : { threads }) });
    this.#disk = cache;
    this.#build = build;
  }

  /**
   * The columns that a kernel makes of a graph: shared with others, so not to be written to. The same graph and options are computed
   * once, whatever scope or revision they come from: what is compared is the graph itself. `passing` work is one of many on graphs that
   * nobody will ask of again, such as random draws: it is not kept, and goes to a thread however short it is.
   *
   * @throws what the kernel throws, the signal's reason once that aborts, AppError as `Pool.run`
   */
  async compute<N extends KernelName>(
    name: N,
    csr: Csr,
    options: OptionsOf<N>,
    control: JobControl,
    passing = false,
  ): Promise<ColumnsOf<N>> {
    const kernel = kernels[name] as unknown as Kernel<OptionsOf<N>, ColumnsOf<N>>;
    const parts = kernel.parts?.(csr, options) ?? 1;
    const runApart = async (by: JobControl) =>
      addParts(
        await this.#pool.run({ kernel: name, input: csr, options, parts }, by),
        kernel.maxima,
      ) as ColumnsOf<N>;
    if (passing) return await runApart(control);
    const estimateMs = kernel.estimateMs(csr, options);
    if (estimateMs < INSTANT_MS) return (await kernel.load())(csr, options, {});
    const key = this.#keyOf(name, csr, options);
    const columns = await this.#results.get(key, control, async (shared) => {
      if (estimateMs < SHORT_MS) return (await kernel.load())(csr, options, {});
      const kept = await this.#disk?.read<ColumnsOf<N>>(key);
      if (kept !== undefined) return kept;
      const made = await runApart(shared);
      await this.#disk?.write(key, made);
      return made;
    });
    return columns as ColumnsOf<N>;
  }

  /** Cancels what runs and ends the threads. May be called again. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  #keyOf(name: KernelName, csr: Csr, options: unknown): string {
    const graph = this.#fingerprints.get(csr) ?? fingerprint(csr);
    this.#fingerprints.set(csr, graph);
    return createHash('sha256')
      .update(JSON.stringify([this.#build, name, graph, options]))
      .digest('hex');
  }
}

const bytesOf = (columns: Columns) =>
  Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Hash over all that a graph is, about 2 ms for 100,000 edges. */
function fingerprint({ size, directed, offsets, targets, values }: Csr): string {
  const hash = createHash('sha256').update(`${size} ${directed} ${values !== undefined}`);
  for (const { buffer, byteOffset, byteLength } of [offsets, targets, values ?? new Float64Array(0)])
    hash.update(Buffer.from(buffer, byteOffset, byteLength));
  return hash.digest('base64url');
}
