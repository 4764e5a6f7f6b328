/** What a rank rests on: the source without which it changes most. */
import type { Answer, TaskControl } from '../contract/questions.js';
import { projectScope, type Snapshot } from '../graph/projection.js';
import { type ScopedGraph, sourceRemoval } from '../graph/scoped-graph.js';
import type { Context } from './context.js';
import {
  type Measured,
  type MeasureRule,
  projectionFor,
  ranksOf,
  swayOfArcs,
  takeMeasure,
} from './measure-scope.js';
import type { Measure } from './measures/measure.js';
import { otherWork } from './other-work.js';

type Dependence = NonNullable<Answer<'rank'>['rows'][number]['dependence']>;

/** States of the graph under way together: enough to keep several threads busy, few enough to wait for their slowest. */
const AT_A_TIME = 16;
/** Sums in another order differ by this much of the greatest value. */
const ROUNDING = 1e-9;

/** The graph without one source, and by how much that can move two values against each other at most. */
interface Loss {
  source: { id: string; title: string };
  left: ScopedGraph;
  sway: number;
}

/**
 * For each of some nodes the source whose removal moves its rank farthest (the first of equals, by id); absent where none does.
 * Exact: the measure is taken without each source on which a tie rests alone, but for those of which the measure's own bound shows
 * that they move no rank farther than one that has been tried. Those that can move most are tried first, so that few are left.
 */
export async function dependenceOf(
  context: Context,
  scoped: ScopedGraph,
  measure: Measure,
  rule: MeasureRule,
  nodes: readonly number[],
  { snapshot, ranks }: Measured,
  control: TaskControl,
): Promise<Map<number, Dependence>> {
  const quiet = { ...control, progress: () => {} };
  const bounds = await swayOfArcs(context, snapshot, measure, rule, quiet);
  const losses = await lossesOf(
    context,
    scoped,
    projectionFor(measure, rule),
    snapshot,
    bounds?.sway,
    control,
  );
  const compute = context.compute(quiet, 'Taking sources away', true);
  const ranksWithout = async (left: ScopedGraph) => {
    const projected = projectScope(left, projectionFor(measure, rule));
    const values = await takeMeasure(context, projected, measure, { ...rule, raw: false }, compute);
    return { nodeOf: projected.nodeOf, ranks: ranksOf(values) };
  };
  const farthest = bounds === undefined ? () => ranks.length : farthestMove(bounds.values, ranks);
  const found = new Map<number, { change: number; dependence: Dependence }>();
  const isFarther = (node: number, change: number, source: string) => {
    const known = found.get(node);
    if (known === undefined) return change > 0;
    return change > known.change || (change === known.change && source < known.dependence.source);
  };
  const mayMatter = ({ source, left, sway }: Loss) =>
    nodes.some((node) => {
      const isGone = left.entities[snapshot.members[node]!] === 0;
      return isFarther(node, isGone ? Number.POSITIVE_INFINITY : farthest(node, sway), source.id);
    });
  for (let next = 0; next < losses.length; ) {
    control.progress(next / losses.length, 'Taking sources away');
    const batch: Loss[] = [];
    for (; next < losses.length && batch.length < AT_A_TIME; next++)
      if (mayMatter(losses[next]!)) batch.push(losses[next]!);
    const states = await Promise.all(batch.map(({ left }) => ranksWithout(left)));
    states.forEach((state, nth) => {
      const { id, title } = batch[nth]!.source;
      for (const node of nodes) {
        const then = state.nodeOf[snapshot.members[node]!]!;
        const rank = then === -1 ? null : state.ranks[then]!;
        const change = rank === null ? Number.POSITIVE_INFINITY : Math.abs(rank - ranks[node]!);
        if (isFarther(node, change, id)) found.set(node, { change, dependence: { source: id, title, rank } });
      }
    });
    await otherWork(control);
  }
  return new Map([...found].map(([node, { dependence }]) => [node, dependence]));
}

/** Sources without which the projection is another one, those that can move values most first, then by id. */
async function lossesOf(
  { knowledge }: Context,
  scoped: ScopedGraph,
  rule: ReturnType<typeof projectionFor>,
  snapshot: Snapshot,
  sway: Float64Array | undefined,
  control: TaskControl,
): Promise<Loss[]> {
  const without = sourceRemoval(scoped);
  // The two arcs of a tie that is read both ways bear the same; it is lost once.
  const share = snapshot.csr.directed ? 1 : 0.5;
  const losses: Loss[] = [];
  for (const { id, title } of knowledge.sources.values()) {
    const left = without(id);
    if (left === undefined) continue;
    const lost = lostArcs(snapshot, projectScope(left, rule));
    await otherWork(control);
    if (lost.length === 0) continue;
    const most =
      sway === undefined ? Number.POSITIVE_INFINITY : lost.reduce((sum, arc) => sum + share * sway[arc]!, 0);
    losses.push({ source: { id, title }, left, sway: most });
  }
  return losses.sort(
    (a, b) => (a.sway === b.sway ? 0 : b.sway - a.sway) || (a.source.id < b.source.id ? -1 : 1),
  );
}

/** Arcs of a snapshot that another one of fewer relations does not hold, or values otherwise. Nodes of both are in the same order. */
function lostArcs(before: Snapshot, after: Snapshot): number[] {
  const lost: number[] = [];
  const { offsets, targets, values } = before.csr;
  const thenOf = (node: number) => after.nodeOf[before.members[node]!]!;
  for (let node = 0; node < before.csr.size; node++) {
    const then = thenOf(node);
    let arc = then === -1 ? 0 : after.csr.offsets[then]!;
    const end = then === -1 ? 0 : after.csr.offsets[then + 1]!;
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
      const target = thenOf(targets[i]!);
      while (arc < end && after.csr.targets[arc]! < target) arc++;
      const isKept =
        arc < end && after.csr.targets[arc] === target && after.csr.values?.[arc] === values?.[i];
      if (!isKept) lost.push(i);
    }
  }
  return lost;
}

/** How far the rank of a node can move when no two values move against each other by more than `sway`: past those that are within it. */
function farthestMove(values: Float64Array, ranks: Uint32Array): (node: number, sway: number) => number {
  const sorted = values.slice().sort();
  const slack = ROUNDING * (sorted.at(-1) ?? 0);
  /** How many values are this one or more. */
  const from = (value: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return sorted.length - low;
  };
  return (node, sway) => {
    const reach = sway + slack;
    const best = 1 + from(values[node]! + reach);
    const worst = from(values[node]! - reach);
    return Math.max(ranks[node]! - best, worst - ranks[node]!, 0);
  };
}
