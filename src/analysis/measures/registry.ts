/** All measures by id, in the order in which they are offered. */
import { AppError } from '../../contract/errors.js';
import { didYouMean } from '../../model/nearest.js';
import { betweenness } from './betweenness.js';
import { brokerage } from './brokerage.js';
import { closeness } from './closeness.js';
import { clustering } from './clustering.js';
import { coreNumber } from './core-number.js';
import { degree } from './degree.js';
import { eccentricity } from './eccentricity.js';
import { eigenvector } from './eigenvector.js';
import { harmonic } from './harmonic.js';
import { authority, hub } from './hits.js';
import { katz } from './katz.js';
import type { Measure } from './measure.js';
import { pagerank } from './pagerank.js';
import { separation } from './separation.js';
import { strength } from './strength.js';
import { constraint, effectiveSize } from './structural-holes.js';

export const measures: ReadonlyMap<string, Measure> = new Map(
  [
    degree,
    strength,
    betweenness,
    closeness,
    harmonic,
    eigenvector,
    katz,
    pagerank,
    hub,
    authority,
    coreNumber,
    clustering,
    eccentricity,
    constraint,
    effectiveSize,
    ...brokerage,
    separation,
  ].map((measure) => [measure.id, measure]),
);

/** The measure with this id. @throws AppError `invalid-parameter` with the nearest ids */
export function measureById(id: string): Measure {
  const measure = measures.get(id);
  if (measure !== undefined) return measure;
  throw new AppError(
    'invalid-parameter',
    `measures: there is no measure '${id}'${didYouMean(id, measures.keys()) || '.'} Known: ${[...measures.keys()].join(', ')}.`,
    { parameter: 'measures', known: [...measures.keys()] },
  );
}

/** Refuses a distance or strength that a measure would ignore. @throws AppError `invalid-parameter` */
export function refuseValues(
  measure: Measure,
  given: Readonly<Record<'distance' | 'strength' | 'near' | 'approximate', unknown>>,
): void {
  for (const value of ['distance', 'strength', 'near', 'approximate'] as const) {
    if (given[value] === undefined || measure.accepts.includes(value)) continue;
    throw new AppError(
      'invalid-parameter',
      `${value}: ${measure.title} takes no ${value}. Leave it out, or leave the measure out.`,
      { parameter: value },
    );
  }
}
