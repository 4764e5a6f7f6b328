/** Phrases that several reports share. */
import type { RelationView } from '../contract/answers.js';
import { joinList } from '../contract/list-text.js';
import type { Answer } from '../contract/questions.js';
import { type ScopeAnswer, scopeParameters } from '../contract/scope.js';
import { dateText } from '../model/period-text.js';
import type { Span } from './document.js';

/** `1 relation`, `2,100 relations`; a plural that is not made with s is given, as is one with its verb. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const confidenceWords = (confidence: number | null) =>
  confidence === null ? 'cannot be judged' : figure(confidence);

/** The title of a measure within a sentence, where names of persons and of PageRank keep their capitals. */
export const measureWords = ({ title }: { title: string }) =>
  /^(Katz|PageRank)\b/.test(title) ? title : title.toLowerCase();

/** Four significant digits, but never fewer than stand before the point; whole numbers whole. */
export function figure(value: number): string {
  const shown = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
  return Number.isInteger(shown) ? shown.toLocaleString('en-US') : String(shown);
}

/** How many rows a table holds: as many as are asked for (0: all), else all in a file of figures, CSV, and `usual` where people read. */
export function mostRows({ format, parameters }: Answer<'report'>, usual: number): number {
  const { top = format === 'csv' ? 0 : usual } = parameters as { top?: number };
  return top === 0 ? Number.POSITIVE_INFINITY : top;
}

/** The first letters of a text that is too long for a picture. */
export function shortened(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}

/** `Alpha owns Beta`: the relation as it points. */
export const statement = ({ fromName, label, toName }: RelationView) => `${fromName} ${label} ${toName}`;

export const periodSpan = (period: string | undefined): Span =>
  period === undefined ? 'undated' : { period };

/** Who a relation rests on: `1 origin`, or `1 to 3 origins` when nobody knows how many are independent. */
export const originWords = ({ least, most }: RelationView['origins']) =>
  least === most ? counted(most, 'origin') : `${least} to ${most} origins`;

/** What an answer was asked of: `lens actors · conduits only · 58 entities, 68 relations · 47 undated`. */
export function scopeWords(scope: ScopeAnswer): string {
  const limit = (name: string, values: readonly string[] | undefined) =>
    values === undefined ? [] : [`${name} ${values.join(', ')}`];
  return [
    `lens ${scope.lens ?? 'everything'}`,
    scope.conduitsOnly ? 'conduits only' : 'all relation types',
    ...limit('collection', scope.collection),
    ...limit('kind', scope.kind),
    ...limit('type', scope.type),
    ...limit('status', scope.status),
    ...(scope.minConfidence === undefined
      ? []
      : [`confidence from ${scope.minConfidence} (${scope.unjudged} not judged left out)`]),
    ...(scope.asOf === undefined
      ? []
      : [
          `as of ${dateText(scope.asOf)}${scope.certainOnly === true ? ', certain only' : ` (${scope.mayHold} only may hold)`}`,
        ]),
    ...(scope.datedOnly === true ? ['dated only'] : []),
    ...(scope.knownBy === undefined ? [] : [`known by ${dateText(scope.knownBy)}`]),
    ...limit('without', scope.without),
    `${counted(scope.entities, 'entity', 'entities')}, ${counted(scope.relations, 'relation')}`,
    `${scope.undated.toLocaleString('en-US')} undated`,
  ].join(' · ');
}

/** The command that gives the same report from the same data: `asterism report actor china --format md`. */
export function commandWords(parameters: Readonly<Record<string, unknown>>): string {
  const { name, of, ...options } = parameters as { name: string; of?: readonly string[] };
  const words = Object.entries(options).flatMap(([option, value]) => {
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    if (value === false) return [];
    // Lists of a scope are split at commas again; names of entities are not.
    const isList = Array.isArray(value) && option in scopeParameters;
    return [value].flat().map((item) => `${flag} ${quote(isList ? joinList([String(item)]) : String(item))}`);
  });
  return ['asterism report', name, ...(of ?? []).map(quote), ...words].join(' ');
}

/** As a POSIX shell takes it for one word. */
const quote = (text: string) => (/^[\w.,:/~%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
