/** A measure taken on a scope: the projection, the values, the ranks. */
import { AppError } from '../contract/errors.js';
import type { Parameters, TaskControl } from '../contract/questions.js';
import type { ProjectionRule, Snapshot } from '../graph/projection.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import type { Context } from './context.js';
import type { Compute } from './engine.js';
import type { Approximate, Measure } from './measures/measure.js';
import { refuseValues } from './measures/registry.js';

/** Values nearer than this, relative to the greatest, count as equal: they differ by the order of additions alone. */
const TIE = 1e-12;

/** Values and places by node of the snapshot. */
export interface Measured {
  snapshot: Snapshot;
  values: Float64Array;
  ranks: Uint32Array;
}

/** How a measure is to be taken: the projection, normalised or not, and whom a walker starts from (positions of entities). */
export interface MeasureRule extends ProjectionRule {
  raw: boolean;
  near?: readonly number[];
  approximate?: Approximate;
}

/** What of a question says how its measures are to be taken. */
export type AskedRule = Partial<
  Pick<Parameters<'rank'>, 'direction' | 'distance' | 'strength' | 'near' | 'approximate'>
>;

/**
 * The rule that a question asks for, not raw.
 *
 * @throws AppError `invalid-parameter` for a distance, strength or start that one of the measures would ignore
 */
export function measureRule(context: Context, measures: readonly Measure[], asked: AskedRule): MeasureRule {
  const { direction, distance, strength, near, approximate } = asked;
  for (const measure of measures) refuseValues(measure, { distance, strength, near, approximate });
  return {
    raw: false,
    direction: direction ?? context.knowledge.ontology.record.defaultDirection,
    ...(distance === undefined ? {} : { distance }),
    ...(strength === undefined ? {} : { strength }),
    ...(near === undefined ? {} : { near: near.map((reference) => context.entity(reference)) }),
  };
}

/**
 * The projection that a measure needs: the one asked for, but with relations counted where it counts them, and read both ways where it
 * does not read direction.
 */
export function projectionFor(
  measure: Measure,
  { raw: _raw, near: _near, approximate: _approximate, ...rule }: MeasureRule,
): ProjectionRule {
  const direction = measure.accepts.includes('direction') ? rule.direction : 'any';
  const counts = measure.countsRelations && rule.strength === undefined;
  return { ...rule, direction, ...(counts ? { counted: true } : {}) };
}

/** Projects the scope and runs the measure. Throws what the projection and the measure throw; costs what the measure costs. */
export async function measureScope(
  context: Context,
  scoped: ScopedGraph,
  measure: Measure,
  rule: MeasureRule,
  control: TaskControl,
): Promise<Measured> {
  const snapshot = context.snapshot(scoped, projectionFor(measure, rule));
  const hint = measure.account?.(snapshot.csr, { approximate: rule.approximate }).hint;
  // Whoever waits is told now, not with the answer.
  const doing = hint === undefined ? measure.title : `${measure.title}. ${hint}`;
  const values = await takeMeasure(context, snapshot, measure, rule, context.compute(control, doing));
  return { snapshot, values, ranks: ranksOf(values) };
}

/**
 * Runs the measure on a snapshot made by `projectionFor`.
 *
 * @throws AppError `invalid-parameter` when the graph is not one that the measure can be taken on
 */
export async function takeMeasure(
  { knowledge }: Context,
  { csr, members, nodeOf }: Snapshot,
  measure: Measure,
  { raw, near, approximate, distance, strength }: MeasureRule,
  compute: Compute,
): Promise<Float64Array> {
  const { ontology, entities } = knowledge;
  try {
    return await measure.run(csr, {
      raw,
      valued: distance !== undefined ? 'distance' : strength !== undefined ? 'strength' : undefined,
      approximate,
      compute,
      groups: () => {
        const roots = [...new Set(ontology.record.kinds.map(({ id }) => ontology.rootOf(id)))];
        return Uint32Array.from(members, (entity) => roots.indexOf(ontology.rootOf(entities[entity]!.kind)));
      },
      near: near && startsAt(near, nodeOf, csr.size),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError(
      'invalid-parameter',
      `measures: ${measure.title} cannot be taken here: ${error.message}.`,
      {
        parameter: 'measures',
      },
    );
  }
}

/**
 * Raw values on a snapshot made by `projectionFor`, and for each of its arcs the most by which its loss can move two of them apart or together; undefined
 * where the measure knows no such bound.
 */
export async function swayOfArcs(
  context: Context,
  snapshot: Snapshot,
  measure: Measure,
  rule: MeasureRule,
  control: TaskControl,
): Promise<{ values: Float64Array; sway: Float64Array } | undefined> {
  if (measure.sway === undefined || rule.approximate !== undefined) return undefined;
  const compute = context.compute(control, measure.title);
  const values = await takeMeasure(context, snapshot, measure, { ...rule, raw: true }, compute);
  return { values, sway: await measure.sway(snapshot.csr, { valued: rule.distance !== undefined, compute }) };
}

function startsAt(near: readonly number[], nodeOf: Int32Array, size: number): Float64Array {
  const starts = new Float64Array(size);
  for (const entity of near) if (nodeOf[entity] !== -1) starts[nodeOf[entity]!] = 1;
  if (starts.every((value) => value === 0))
    throw new RangeError('none of the entities in `near` is in scope');
  return starts;
}

/** Places in a competition: equals share a place, and the next one counts them (1, 2, 2, 4). */
export function ranksOf(values: Float64Array): Uint32Array {
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
  const tolerance = TIE * (values[order[0] ?? 0] ?? 0);
  const ranks = new Uint32Array(values.length);
  order.forEach((node, place) => {
    const previous = order[place - 1];
    const tied = previous !== undefined && values[previous]! - values[node]! <= tolerance;
    ranks[node] = tied ? ranks[previous]! : place + 1;
  });
  return ranks;
}
