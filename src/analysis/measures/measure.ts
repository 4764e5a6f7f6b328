/** What a measure is: a record in the registry, from which help, documentation, forms and answers are drawn. */
import type { MeasureDescription } from '../../contract/answers.js';
import type { Csr } from '../../kernels/csr.js';
import type { Compute } from '../engine.js';

/** How a measure is to be taken. `valued` says what the snapshot's values are, when it has any. */
export interface MeasureRun {
  raw: boolean;
  valued: 'distance' | 'strength' | undefined;
  /** The kind of each node, by root: what brokerage is between. */
  groups(): Uint32Array;
  /** Where a walker starts afresh, one number a node; evenly when absent. */
  near: Float64Array | undefined;
  /** Largest error of a normalised score that is allowed, and the seed of the draws; exact when absent. */
  approximate: Approximate | undefined;
  /** Runs a kernel of `kernels/registry`, in a thread when that pays. What it returns is shared: not to be written to. */
  compute: Compute;
}

export interface Approximate {
  epsilon: number;
  seed: number;
}

/** A number per node of a simple, loop-free snapshot, in the order of its nodes. */
export interface Measure extends Omit<MeasureDescription, 'projection'> {
  /** Without a strength the snapshot's values count relations. */
  countsRelations?: true;
  /** What an answer says beside the values of how they came about, and of what would serve better. */
  account?(
    csr: Csr,
    how: Pick<MeasureRun, 'approximate'>,
  ): { parameters?: Record<string, unknown>; hint?: string };
  /**
   * For each arc the most by which any two raw values move against each other when the arc is lost or gets longer; for several arcs
   * their sum. A tie that is read both ways bears the same at both its arcs.
   */
  sway?(csr: Csr, how: { valued: boolean; compute: Compute }): Promise<Float64Array>;
  run(csr: Csr, how: MeasureRun): Float64Array | Promise<Float64Array>;
}
