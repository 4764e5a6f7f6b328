/** Who is drawn where at a zoom: entities of one place spread around it, places that crowd each other folded into one bubble. */
import { type LonLat, mercator, type Point, worldPxAt } from './mercator.js';

/** A place and who stands there, the most connected first. */
export interface Place extends LonLat {
  readonly rows: readonly number[];
  readonly name: string | null;
  /** As exact as a country or a region: drawn as an area, never as a point. */
  readonly wide: boolean;
}

/** Something drawn: one entity, or a bubble of several. */
export interface Mark extends LonLat {
  readonly rows: readonly number[];
  /** The place in parts of the world, and how far beside it the mark stands, in pixels. */
  readonly at: Point;
  readonly aside: Point;
  readonly radius: number;
  readonly wide: boolean;
  readonly name: string | null;
  readonly places: readonly Place[];
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Room that a star of an area leaves for its dashed rim. */
const RIM_PX = 5;
/** As close as the map goes, all of one place are spread, whoever is near. */
export const CLOSEST_ZOOM = 9;

/** Radius of a bubble: 12 pixels for two, 34 at most. */
export const bubbleRadius = (count: number): number => Math.min(34, 8.5 + 2.3 * Math.sqrt(count));

/** Groups whose discs overlap more than this share of their reach become one. */
const TOUCH_SHARE = 0.75;
/** How far a mark may stand beside its place to be clear of the others, in steps. */
const ASIDE_PX = { step: 6, most: 36 };
const WAYS = 12;

/**
 * Marks for a zoom. Places are taken in order of how many stand there: each is drawn for itself, or joins the first that it would
 * touch; a bubble that has grown takes in what it now covers. Areas join areas only, points points. What is no exact place, an area
 * or a bubble of several places, then steps aside of what it would cover. O(places · groups + marks²).
 */
export function arrange(places: readonly Place[], zoom: number, radiusOf: (row: number) => number): Mark[] {
  const worldPx = worldPxAt(zoom);
  const sized = places
    .map((place) => ({ place, at: mercator(place), radius: closedRadius(place.rows, place.wide, radiusOf) }))
    .sort((a, b) => b.place.rows.length - a.place.rows.length);
  const groups: { at: Point; radius: number; places: Place[] }[] = [];
  const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) * worldPx;
  for (const { place, at, radius } of sized) {
    const near =
      zoom >= CLOSEST_ZOOM
        ? undefined
        : groups.find(
            (group) =>
              group.places[0]!.wide === place.wide &&
              apart(group.at, at) < TOUCH_SHARE * (group.radius + radius),
          );
    if (near === undefined) groups.push({ at, radius, places: [place] });
    else join(near, [place]);
  }
  for (let at = 0; zoom < CLOSEST_ZOOM && at < groups.length; at++) {
    const group = groups[at]!;
    const covered = groups.findIndex(
      (other, place) =>
        place > at &&
        other.places[0]!.wide === group.places[0]!.wide &&
        apart(other.at, group.at) < TOUCH_SHARE * (group.radius + other.radius),
    );
    if (covered < 0) continue;
    join(group, groups.splice(covered, 1)[0]!.places);
    // The larger one may reach any of the others, those before it too.
    at = -1;
  }
  const marks = groups.flatMap((group): Mark[] => {
    const rows = group.places.flatMap((place) => place.rows);
    const [first] = group.places as [Place];
    const mark = { ...first, at: group.at, aside: { x: 0, y: 0 }, places: group.places };
    if (rows.length === 1) return [{ ...mark, rows, radius: group.radius }];
    if (group.places.length === 1) {
      const step = spread(rows, first.wide, radiusOf);
      const reach = step * Math.sqrt(rows.length + 2.2);
      const isClear = groups.every(
        (other) =>
          other === group ||
          other.places[0]!.wide !== first.wide ||
          apart(other.at, group.at) > reach + other.radius,
      );
      if (isClear || zoom >= CLOSEST_ZOOM)
        return rows.map((row, place) => ({
          ...mark,
          rows: [row],
          aside: seed(place, step),
          radius: radiusOf(row),
        }));
    }
    return [{ ...mark, rows, radius: bubbleRadius(rows.length) }];
  });
  return stepAside(marks, worldPx);
}

function join(group: { radius: number; places: Place[] }, places: readonly Place[]): void {
  group.places.push(...places);
  group.radius = bubbleRadius(group.places.reduce((sum, { rows }) => sum + rows.length, 0));
}

/** Exact places stay; areas and bubbles of several places, the fullest first, take the nearest free room within reach, or stay too. */
function stepAside(marks: readonly Mark[], worldPx: number): Mark[] {
  const spot = ({ at, aside }: Mark) => ({ x: at.x * worldPx + aside.x, y: at.y * worldPx + aside.y });
  const reach = ({ radius, wide }: Mark) => radius + (wide ? RIM_PX : 0);
  const mayMove = ({ wide, places, aside }: Mark) =>
    (wide || places.length > 1) && aside.x === 0 && aside.y === 0;
  const stood = marks
    .filter((mark) => !mayMove(mark))
    .map((mark) => ({ ...spot(mark), radius: reach(mark) }));
  const moved = new Map<Mark, Mark>();
  for (const mark of marks.filter(mayMove).sort((a, b) => b.rows.length - a.rows.length)) {
    const { x, y } = spot(mark);
    const radius = reach(mark);
    const near = stood.filter(
      (one) => Math.hypot(one.x - x, one.y - y) < one.radius + radius + ASIDE_PX.most,
    );
    const isFree = (aside: Point) =>
      near.every((one) => Math.hypot(one.x - x - aside.x, one.y - y - aside.y) >= one.radius + radius);
    const aside = ASIDES.find(isFree) ?? mark.aside;
    stood.push({ x: x + aside.x, y: y + aside.y, radius });
    moved.set(mark, { ...mark, aside });
  }
  return marks.map((mark) => moved.get(mark) ?? mark);
}

/** Offsets to try, the nearest first. */
const ASIDES: readonly Point[] = [
  { x: 0, y: 0 },
  ...Array.from({ length: ASIDE_PX.most / ASIDE_PX.step }, (_, ring) =>
    Array.from({ length: WAYS }, (_, way) => ({
      x: (ring + 1) * ASIDE_PX.step * Math.cos((2 * Math.PI * way) / WAYS),
      y: (ring + 1) * ASIDE_PX.step * Math.sin((2 * Math.PI * way) / WAYS),
    })),
  ).flat(),
];

/** Seeds of a sunflower, the first in the middle and the next ones clear of it. */
function seed(place: number, step: number): Point {
  const off = place === 0 ? 0 : step * Math.sqrt(place + 2.2);
  return { x: off * Math.cos(place * GOLDEN_ANGLE), y: off * Math.sin(place * GOLDEN_ANGLE) };
}

const closedRadius = (rows: readonly number[], wide: boolean, radiusOf: (row: number) => number) =>
  rows.length === 1 ? radiusOf(rows[0]!) + (wide ? RIM_PX : 0) : bubbleRadius(rows.length);

/** A sunflower's seeds lie 1.75 of its step apart, or more: so far apart that the two largest do not touch. */
const spread = (rows: readonly number[], wide: boolean, radiusOf: (row: number) => number) =>
  (2 * Math.max(...rows.slice(0, 200).map(radiusOf)) + 3 + (wide ? 2 * RIM_PX : 0)) / 1.75;
