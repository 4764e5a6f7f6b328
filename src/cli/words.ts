/** Small phrases that several printers share. */
import type { RelationView } from '../contract/answers.js';
import { confidenceText } from '../model/grading.js';

/** `2,000` */
export const grouped = (count: number) => count.toLocaleString('en-US');

/** `1 relation`, `2 relations`; a plural that is not made with s is given. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** Parts that are there, with dots between. */
export const dotted = (...parts: readonly (string | false | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(' · ');

export const confidenceWords = (confidence: number | null) =>
  confidence === null ? 'confidence cannot be judged' : `confidence ${confidenceText(confidence)}`;

/** `1 origin`, or `1 to 3 origins` when nobody knows how many are independent. */
export const originWords = ({ least, most }: { least: number; most: number }) =>
  least === most ? counted(most, 'origin') : `${least} to ${most} origins`;

/** A share as a percentage; null is "unknown". */
export const percent = (share: number | null) =>
  share === null ? 'unknown' : `${Number((share * 100).toFixed(1))} %`;

/** Four significant digits, but never fewer than stand before the point; whole numbers whole. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4)));
}

/** The relation as seen by a reader who goes from one end to the other: `— owns →`, or `← owns —` from its far end. */
export function arrow({ symmetric, from, label }: RelationView | ArrowParts, reader: string): string {
  if (symmetric) return `— ${label} —`;
  return from === reader ? `— ${label} →` : `← ${label} —`;
}
type ArrowParts = Pick<RelationView, 'symmetric' | 'from' | 'label'>;
