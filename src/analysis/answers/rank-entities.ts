/** Rankings: one or several measures over a scope, best first. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';
import { measureById, measures, refuseValues } from '../measures/registry.js';

/** Values nearer than this, relative to the greatest, count as equal: they differ by the order of additions alone. */
const TIE = 1e-12;

export function answerRank(
  context: Context,
  parameters: Parameters<'rank'>,
  control: TaskControl,
): Answer<'rank'> {
  const { knowledge } = context;
  const { raw, distance, strength } = parameters;
  const direction = parameters.direction ?? knowledge.ontology.record.defaultDirection;
  const asked = [...new Set(parameters.measures)].map(measureById);
  for (const measure of asked) refuseValues(measure, { distance, strength });
  const scoped = context.scope(scopeOf(parameters), rankDefaults(knowledge.ontology));
  const rule = {
    direction,
    ...(distance === undefined ? {} : { distance }),
    ...(strength === undefined ? {} : { strength }),
  };
  const { csr, members, description } = context.snapshot(scoped, rule);
  const valued = distance !== undefined ? 'distance' : strength !== undefined ? 'strength' : undefined;
  const columns = asked.map((measure, nth) => {
    const values = measure.run(csr, {
      raw,
      valued,
      control: {
        cancelled: () => control.signal.aborted,
        progress: (share) => control.progress((nth + share) / asked.length, measure.title),
      },
    });
    return { measure, values, ranks: ranksOf(values) };
  });
  const sorting = columns[0]!.values;
  const order = Array.from(members.keys()).sort((a, b) => sorting[b]! - sorting[a]! || a - b);
  const shown = parameters.top === 0 ? order : order.slice(0, parameters.top);
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    measures: asked.map(({ id, title, question, unit, rawUnit }) => ({
      id,
      title,
      question,
      projection: description,
      parameters: {
        direction,
        raw,
        ...(distance === undefined ? {} : { distance }),
        ...(strength === undefined ? {} : { strength }),
      },
      unit: raw ? rawUnit : unit,
    })),
    total: order.length,
    rows: shown.map((node) => ({
      ...context.reference(members[node]!),
      values: Object.fromEntries(columns.map(({ measure, values }) => [measure.id, values[node]!])),
      rank: Object.fromEntries(columns.map(({ measure, ranks }) => [measure.id, ranks[node]!])),
    })),
  };
}

export function answerMeasures(context: Context): Answer<'measures'> {
  return {
    revision: context.knowledge.revision,
    measures: [...measures.values()].map(({ run: _run, ...description }) => ({
      ...description,
      projection: 'simple and loop-free: parallel relations as one, loops left out',
    })),
  };
}

/** Places in a competition: equals share a place, and the next one counts them (1, 2, 2, 4). */
function ranksOf(values: Float64Array): Uint32Array {
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
