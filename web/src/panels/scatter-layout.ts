/** Where the points of a scatter stand, which of them are named, and where the names find room. Knows nothing of how it is drawn. */
import { type Box, Clearance } from '../graph/clearance.js';

/** Values along one axis, as they are drawn. */
export interface Axis {
  readonly isLog: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[] | undefined;
  /** Where zeros stand on a logarithmic axis, before its least value; undefined where there are none, or need be none. */
  readonly zeroAt: number | undefined;
}

export interface Point {
  readonly id: string;
  readonly name: string;
  /** In pixels of the drawing. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedName {
  readonly id: string;
  readonly text: string;
  /** Where the baseline touches its point: at its beginning, its middle or its end. */
  readonly anchor: keyof typeof BEFORE;
  readonly x: number;
  readonly y: number;
}

/** What share of a name stands before its anchor. */
const BEFORE = { start: 0, middle: 0.5, end: 1 };
/** Values that lie this many times apart are crowded into a corner of an even axis. */
const FAR_APART = 50;
const LEAST_SHARE = 0.05;
const LONGEST_NAME = 26;
const NAME_PX = 11;
const AIR_PX = 6;
const MOST_NAMES = 14;
/** Points that a name may lie over: in the thick of it there is no reading. */
const MOST_COVERED = 8;
/** Candidates that are tried: farther in, nobody stands out any more. */
const MOST_TRIED = 60;

/** Whether values are better read by their orders of magnitude: when none is negative and the positive ones lie far apart. */
export function spreadsFar(values: readonly number[]): boolean {
  const positive = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  if (positive.length === 0 || values.some((value) => value < 0)) return false;
  const least = positive[Math.floor(positive.length * LEAST_SHARE)]!;
  return positive.at(-1)! / least >= FAR_APART;
}

/** The axis that holds all values; with a logarithmic one, zeros have a place of their own before the rest. */
export function axisOf(values: readonly number[], isLog: boolean): Axis {
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const positive = values.filter((value) => value > 0);
  const least = positive.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (!isLog || positive.length === 0 || values.some((value) => value < 0)) {
    const first = Math.min(0, ...values);
    return {
      isLog: false,
      domain: [first, most > first ? most : first + 1],
      ticks: undefined,
      zeroAt: undefined,
    };
  }
  const decades = Math.max(0.5, Math.log10(most / least));
  const zeroAt = positive.length < values.length ? least / 10 ** (0.08 * decades) : undefined;
  const end = most * 10 ** (0.03 * decades);
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(least)); 10 ** power <= end; power++)
    powers.push(Number(`1e${power}`));
  const ticks = powers.length < 2 ? [...new Set([least, ...powers, most])] : powers;
  return {
    isLog: true,
    domain: [zeroAt ?? least, end],
    ticks: [...(zeroAt === undefined ? [] : [zeroAt]), ...ticks],
    zeroAt,
  };
}

/** The place of a value on its axis, 0 to 1. */
export function placeOn(axis: Axis, value: number): number {
  const [first, last] = axis.domain;
  const shown = shownOn(axis, value);
  return axis.isLog ? Math.log(shown / first) / Math.log(last / first) : (shown - first) / (last - first);
}

/** The value that is drawn for another: on a logarithmic axis zeros have a place of their own. */
export const shownOn = ({ zeroAt }: Axis, value: number): number => (value > 0 ? value : (zeroAt ?? value));

/** The point nearest to a spot and less than so many pixels away; undefined where there is none. */
export function nearestPoint(
  points: readonly Point[],
  spot: { x: number; y: number },
  reachPx: number,
): Point | undefined {
  let found: Point | undefined;
  let least = reachPx;
  for (const point of points) {
    const apart = Math.hypot(point.x - spot.x, point.y - spot.y);
    if (apart >= least) continue;
    least = apart;
    found = point;
  }
  return found;
}

/**
 * How far each point stands from the rest, its Mahalanobis distance: high for those far out, and for those beside the line that the
 * others make. O(points).
 */
export function standOut(points: readonly Point[]): Float64Array {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const xx = mean((point) => (point.x - x) ** 2) + 1;
  const yy = mean((point) => (point.y - y) ** 2) + 1;
  const xy = mean((point) => (point.x - x) * (point.y - y));
  const determinant = Math.max(1, xx * yy - xy * xy);
  return Float64Array.from(points, (point) => {
    const [dx, dy] = [point.x - x, point.y - y];
    return (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
  });
}

/**
 * Names for the points that stand out most, each beside, over or under its point where it covers no other name and fewest points, and
 * stays within the drawing. Who finds no room stays unnamed.
 */
export function placeNames(points: readonly Point[], frame: Box): PlacedName[] {
  const far = standOut(points);
  const order = Array.from(points.keys())
    .sort((a, b) => far[b]! - far[a]! || a - b)
    .slice(0, MOST_TRIED);
  const taken = new Clearance();
  const around = ({ x, y }: Point) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 });
  for (const nth of order.slice(0, MOST_NAMES)) taken.take(around(points[nth]!));
  const names: PlacedName[] = [];
  for (const nth of order) {
    if (names.length === MOST_NAMES) break;
    const point = points[nth]!;
    const text = shorten(point.name);
    const wide = widthOf(text);
    const { x, y } = point;
    const spots = [
      { anchor: 'start', x: x + AIR_PX, y: y + 4 },
      { anchor: 'end', x: x - AIR_PX, y: y + 4 },
      { anchor: 'middle', x, y: y - AIR_PX },
      { anchor: 'middle', x, y: y + AIR_PX + NAME_PX },
    ] as const;
    const boxAt = (spot: (typeof spots)[number]) => {
      const left = spot.x - BEFORE[spot.anchor] * wide;
      return { left, right: left + wide, top: spot.y - NAME_PX, bottom: spot.y + 3 };
    };
    const [free] = spots
      .map((spot) => ({ spot, box: boxAt(spot) }))
      .filter(({ box }) => isWithin(box, frame) && taken.isFree(box))
      .map((each) => ({ ...each, covered: points.filter((other) => covers(each.box, other)).length }))
      .sort((a, b) => a.covered - b.covered);
    if (free === undefined || free.covered > MOST_COVERED) continue;
    taken.take(free.box);
    names.push({ id: point.id, text, ...free.spot });
  }
  return names;
}

const isWithin = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

const covers = (box: Box, { x, y }: Point) => x > box.left && x < box.right && y > box.top && y < box.bottom;

const shorten = (name: string) => {
  const letters = [...name];
  return letters.length <= LONGEST_NAME ? name : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};

/** About the width of a name in pixels, rather too wide: Chinese letters fill a square. */
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + NAME_PX * (letter > '\u2e80' ? 1 : 0.58), 0);

/** Spearman's ρ of two measures by their ranks, equals sharing the mean of their places; null where one of them tells nobody apart. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  const [a, b] = [meanRanks(pairs.map(([first]) => first)), meanRanks(pairs.map(([, second]) => second))];
  const middle = (pairs.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < pairs.length; i++) {
    const [x, y] = [a[i]! - middle, b[i]! - middle];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}

function meanRanks(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++;
    for (let at = first; at < end; at++) ranks[order[at]!] = (first + end - 1) / 2;
    first = end;
  }
  return ranks;
}
