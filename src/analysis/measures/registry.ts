/** All measures by id, in the order in which they are offered. */
import { AppError } from '../../contract/errors.js';
import { didYouMean } from '../../model/nearest.js';
import { betweenness } from './betweenness.js';
import { closeness } from './closeness.js';
import { clustering } from './clustering.js';
import { coreNumber } from './core-number.js';
import { degree } from './degree.js';
import { harmonic } from './harmonic.js';
import type { Measure } from './measure.js';
import { pagerank } from './pagerank.js';

export const measures: ReadonlyMap<string, Measure> = new Map(
  [degree, betweenness, closeness, harmonic, pagerank, coreNumber, clustering].map((measure) => [
    measure.id,
    measure,
  ]),
);

/** The measure with this id. @throws AppError `invalid-parameter` with the nearest ids */
export function measureById(id: string): Measure {
  const measure = measures.get(id);
  if (measure !== undefined) return measure;
  throw new AppError(
    'invalid-parameter',
    `measures: there is no measure '${id}'${didYouMean(id, measures.keys())} Known: ${[...measures.keys()].join(', ')}.`,
    { parameter: 'measures', known: [...measures.keys()] },
  );
}

/** Refuses a distance or strength that a measure would ignore. @throws AppError `invalid-parameter` */
export function refuseValues(
  measure: Measure,
  given: { distance: string | undefined; strength: string | undefined },
): void {
  for (const value of ['distance', 'strength'] as const) {
    if (given[value] === undefined || measure.accepts.includes(value)) continue;
    throw new AppError(
      'invalid-parameter',
      `${value}: ${measure.title} takes no ${value}. Leave it out, or leave the measure out.`,
      { parameter: value },
    );
  }
}
