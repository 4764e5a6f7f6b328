/** How far ranks move when relations are only as sure as their confidence says. Sensitivity, never "confidence interval". */
import type { TaskControl } from '../contract/questions.js';
import { projectScope } from '../graph/projection.js';
import { positionsIn, type ScopedGraph } from '../graph/scoped-graph.js';
import { randomNumbers } from '../kernels/random.js';
import type { Context } from './context.js';
import { type MeasureRule, projectionFor, ranksOf, takeMeasure } from './measure-scope.js';
import type { Measure } from './measures/measure.js';
import { otherWork } from './other-work.js';

/** Draws under way together: enough to keep several threads busy, few enough to wait for their slowest. */
const AT_A_TIME = 16;

export interface SensitivityRule {
  draws: number;
  seed: number;
  topOf: number;
}

/** By measure, then by node of the scope's snapshot. */
export interface Sensitivity {
  /** Ranks that bound nine of ten draws (5th and 95th percentile, nearest rank). */
  intervals: [number, number][][];
  /** Share of draws in which the rank is `topOf` or better. */
  topShares: Float64Array[];
  account: { draws: number; seed: number; topOf: number; certain: number };
}

/**
 * Draws the graph anew `draws` times: each relation in scope is kept with the probability of its confidence, one that cannot be
 * judged always; then takes each measure. The same seed gives the same draws. Costs `draws` times the measures, in threads.
 */
export async function rankSensitivity(
  context: Context,
  scoped: ScopedGraph,
  measures: readonly Measure[],
  rule: MeasureRule,
  { draws, seed, topOf }: SensitivityRule,
  control: TaskControl,
): Promise<Sensitivity> {
  const { standings } = context.knowledge;
  const inScope = positionsIn(scoped.relations);
  const random = randomNumbers(seed);
  const seen = measures.map(() =>
    Array.from({ length: scoped.answer.entities }, () => new Uint32Array(draws)),
  );
  const timesInTop = measures.map(() => new Uint32Array(scoped.answer.entities));
  const compute = context.compute({ ...control, progress: () => {} }, 'Drawing graphs', true);
  const take = async (draw: number) => {
    const relations = new Uint8Array(scoped.relations.length);
    for (const i of inScope) relations[i] = random() < (standings[i]!.confidence ?? 1) ? 1 : 0;
    const drawn = { ...scoped, relations };
    for (const [nth, measure] of measures.entries()) {
      const snapshot = projectScope(drawn, projectionFor(measure, rule));
      const values = await takeMeasure(context, snapshot, measure, { ...rule, raw: false }, compute);
      ranksOf(values).forEach((rank, node) => {
        seen[nth]![node]![draw] = rank;
        if (rank <= topOf) timesInTop[nth]![node]! += 1;
      });
    }
  };
  for (let first = 0; first < draws; first += AT_A_TIME) {
    control.progress(first / draws, 'Drawing graphs');
    const batch = Array.from({ length: Math.min(AT_A_TIME, draws - first) }, (_, i) => first + i);
    await Promise.all(batch.map(take));
    await otherWork(control);
  }
  const percentile = (sorted: Uint32Array, share: number) =>
    sorted[Math.max(0, Math.ceil(share * draws) - 1)]!;
  return {
    intervals: seen.map((ranks) =>
      ranks.map((drawn): [number, number] => {
        const sorted = drawn.sort();
        return [percentile(sorted, 0.05), percentile(sorted, 0.95)];
      }),
    ),
    topShares: timesInTop.map((times) => Float64Array.from(times, (each) => each / draws)),
    account: { draws, seed, topOf, certain: inScope.filter((i) => standings[i]!.confidence === null).length },
  };
}
