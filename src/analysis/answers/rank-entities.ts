/** Rankings: one or several measures over a scope, best first. */
import type { Answer, Parameters, TaskControl } from '../../contract/questions.js';
import { type Context, scopeOf } from '../context.js';
import { rankDefaults } from '../defaults.js';
import { dependenceOf } from '../dependence.js';
import {
  type Measured,
  type MeasureRule,
  measureRule,
  measureScope,
  projectionFor,
} from '../measure-scope.js';
import type { Measure } from '../measures/measure.js';
import { measureById, measures } from '../measures/registry.js';
import { rankSensitivity } from '../rank-sensitivity.js';

/** How many count as the top where all rows are asked for. */
const USUAL_TOP = 20;

export async function answerRank(
  context: Context,
  parameters: Parameters<'rank'>,
  control: TaskControl,
): Promise<Answer<'rank'>> {
  const { knowledge } = context;
  const { raw, approximate, sensitivity, seed } = parameters;
  const asked = [...new Set(parameters.measures)].map(measureById);
  const rule: MeasureRule = {
    ...measureRule(context, asked, parameters),
    raw,
    ...(approximate === undefined ? {} : { approximate: { epsilon: approximate, seed } }),
  };
  const { near } = rule;
  const scoped = context.scope(scopeOf(parameters), rankDefaults(knowledge.ontology));
  const columns: (Measured & { measure: Measure })[] = [];
  for (const measure of asked) {
    columns.push({ measure, ...(await measureScope(context, scoped, measure, rule, control)) });
  }
  const { snapshot, ranks } = columns[0]!;
  const order = Array.from(snapshot.members.keys()).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const shown = parameters.top === 0 ? order : order.slice(0, parameters.top);
  const draws =
    sensitivity === undefined
      ? undefined
      : await rankSensitivity(
          context,
          scoped,
          asked,
          rule,
          {
            draws: sensitivity,
            seed,
            // The same however many rows are shown, so that the share is the same wherever it is told.
            topOf: Math.min(USUAL_TOP, order.length),
          },
          control,
        );
  const dependence = parameters.dependence
    ? await dependenceOf(context, scoped, asked[0]!, rule, shown, columns[0]!, control)
    : undefined;
  const byMeasure = <T>(of: (column: (typeof columns)[number], nth: number) => T): Record<string, T> =>
    Object.fromEntries(columns.map((column, nth) => [column.measure.id, of(column, nth)]));
  return {
    revision: knowledge.revision,
    scope: scoped.answer,
    measures: columns.map(({ measure, snapshot }) => {
      const { id, title, question, unit, rawUnit } = measure;
      const account = measure.account?.(snapshot.csr, { approximate: rule.approximate });
      return {
        id,
        title,
        question,
        projection: snapshot.description,
        parameters: {
          ...rule,
          direction: projectionFor(measure, rule).direction,
          ...(near === undefined ? {} : { near: near.map((entity) => context.reference(entity).id) }),
          ...account?.parameters,
        },
        unit: raw ? rawUnit : unit,
        ...(account?.hint === undefined ? {} : { hint: account.hint }),
      };
    }),
    total: order.length,
    rows: shown.map((node) => ({
      ...context.reference(snapshot.members[node]!),
      values: byMeasure(({ values }) => values[node]!),
      rank: byMeasure(({ ranks }) => ranks[node]!),
      ...(draws === undefined
        ? {}
        : {
            interval: byMeasure((_, nth) => draws.intervals[nth]![node]!),
            topShare: byMeasure((_, nth) => draws.topShares[nth]![node]!),
          }),
      ...(dependence === undefined ? {} : { dependence: dependence.get(node) ?? null }),
    })),
    ...(draws === undefined ? {} : { sensitivity: draws.account }),
  };
}

export function answerMeasures(context: Context): Answer<'measures'> {
  return {
    revision: context.knowledge.revision,
    measures: [...measures.values()].map(
      ({ run: _run, account: _account, sway: _sway, countsRelations, ...description }) => ({
        ...description,
        projection: `simple and loop-free: parallel relations ${countsRelations ? 'counted' : 'as one'}, loops left out`,
      }),
    ),
  };
}
