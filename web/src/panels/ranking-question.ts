/** The question of a ranking as it stands in the address: what its measures cannot take is left out, and said to be. */
import type { MeasureDescription } from '../../../src/contract/answers.js';
import type { Asked } from '../ask.js';
import { splitIds } from '../id-list.js';
import { scopeOf, type View } from '../view.js';

/** The measure asked for when the address names none: the cheapest, and the one that the nodes are sized by. */
const FIRST_MEASURE = 'degree';

/** The measures that the address names, in its order. */
export const chosenMeasures = ({ measures }: View): string[] =>
  (measures ?? FIRST_MEASURE).split(',').filter((id) => id !== '');

const OPTIONS = ['near', 'distance', 'strength', 'approximate'] as const;
export type RankingOption = (typeof OPTIONS)[number];

/** Which of the chosen measures take an option; the server refuses one that any of them would ignore. */
export function takersOf(
  option: RankingOption,
  measures: readonly MeasureDescription[],
  chosen: readonly string[],
): { all: boolean; some: readonly MeasureDescription[] } {
  const some = measures.filter(({ id, accepts }) => chosen.includes(id) && accepts.includes(option));
  return { all: some.length > 0 && some.length === chosen.length, some };
}

/** Parameters of the `rank` question, apart from how many rows are sent. */
export function rankingQuestion(
  view: View,
  measures: readonly MeasureDescription[],
  chosen: readonly string[],
): Asked {
  const takes = (option: RankingOption) => takersOf(option, measures, chosen).all;
  const near = splitIds(view.near);
  return {
    ...scopeOf(view),
    measures: chosen.join(','),
    raw: view.raw,
    direction: view.direction,
    sensitivity: view.sensitivity,
    seed: view.seed,
    dependence: view.dependence,
    ...(takes('near') && near.length > 0 ? { near } : {}),
    distance: takes('distance') ? view.distance : undefined,
    strength: takes('strength') ? view.strength : undefined,
    approximate: takes('approximate') ? view.approximate : undefined,
  };
}
