/**
 * Where names find room: the weightiest first, each at the first place beside its star that is free of other names and of stars; who
 * finds none stays silent until one zooms in. Then what ties say, and how many a bundle holds.
 */

import type { Scheme } from '../theme.js';
import { drawMarks, type Star } from './badges.js';
import type { Area, Sky } from './camera.js';
import type { TieLook } from './edge-program.js';
import { boxAround, type Crowd, LabelRoom, middleOf } from './label-room.js';
import { breakName, type LabelStyle, LINE_HEIGHT, widthOf } from './label-text.js';
import type { Lit } from './lit.js';

export interface LabelScene {
  readonly scheme: Scheme;
  readonly lit: Lit | undefined;
  /** Entities that keep their name whatever is in the way: the selected, the hovered. */
  readonly first: readonly (string | undefined)[];
  /** One name, or two that stand below each other. */
  readonly names: (id: string) => readonly string[];
  /** Neighbours of it that do not show. */
  readonly hidden: (id: string) => number;
  /** Whether somebody has put it where it stands. */
  readonly pinned: (id: string) => boolean;
  /** What a lit relation says, undefined for no words. */
  readonly relationLabel: (id: string) => string | undefined;
  /** Relations that say what they are while nothing is singled out: all that show, when they are few. */
  readonly worded: readonly string[];
  /** Ids, largest first. */
  readonly order: readonly string[];
  /** A still picture of the sky: names alone, without the badges and pins that one clicks, and none of those that nobody looks for. */
  readonly still?: { readonly mostNames: number };
  /** Bundles with the number of relations in each, largest first. */
  readonly counts: readonly (readonly [bundle: string, count: number])[];
}

/** Words and where they stand: the middle of the block, in pixels of the sky. */
export interface PlacedLabel extends LabelStyle {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly ink: 'text' | 'faint' | 'muted';
  /** Stands on a rounded ground of this width, as counts do. */
  readonly ground?: number;
}

/** What of a sky says where things stand on the screen, or would on another. */
export type SeenSky = Pick<
  Sky,
  | 'getGraph'
  | 'getDimensions'
  | 'getNodeDisplayData'
  | 'getEdgeDisplayData'
  | 'framedGraphToViewport'
  | 'scaleSize'
>;

const MOST_LABELS = 220;
/** Names that are tried before the rest stays silent: in a crowd few places are free, and looking takes time. */
export const MOST_TRIED = 700;
/** Landmarks are the largest stars, and those with no larger one so near: named even in the thick of it, if need be over small stars. */
const LANDMARKS = { largest: 28, apartPx: 48, most: 48 };
/** Of the others in a crowd, those larger ones that have a name: a small star beside a hub tells nobody where he is. */
const LARGER = { share: 0.2, least: 200 };
const MOST_COUNTS = 60;
/** A count needs a line that is longer than this. */
const COUNT_CHORD_PX = 70;
/** More relations than this and their words would be noise. */
export const MOST_TIES_WITH_WORDS = 16;
/** Where more stars than this are in sight, a landmark's name may lie over the rim of another landmark. */
const CROWD = 300;
/** Where no more stars than this are in sight, a name may also stand off a corner: nobody takes it for another's. */
const FEW_STARS = 30;
const AIR_PX = 3;
/** Height of the ground of a count. */
export const COUNT_PX = 14;
const NAME_PX = { least: 10.5, most: 13.5 };
const TIE_STYLE = { size: 11, weight: 400, italic: true };
const COUNT_STYLE = { size: 10, weight: 600, italic: false };

interface Placing {
  readonly sky: SeenSky;
  readonly scene: LabelScene;
  /** Measures; its font is left changed. */
  readonly context: CanvasRenderingContext2D;
  readonly room: LabelRoom;
  /** All that are drawn, in sight or not. */
  readonly stars: ReadonlyMap<string, Star>;
}

/**
 * Where each name finds room within an area and beside what is `taken` in it, measured with the context given, whose font is left
 * changed. Pictures place theirs by it too.
 */
export function placeLabels(
  sky: SeenSky,
  scene: LabelScene,
  context: CanvasRenderingContext2D,
  area: Area,
  taken: readonly Area[] = [],
): readonly PlacedLabel[] {
  const all = drawnStars(sky, scene.order);
  const placing = { sky, scene, context, room: new LabelRoom(area), stars: all };
  taken.forEach(placing.room.take);
  const { width, height } = sky.getDimensions();
  const stars = [...all.values()].filter(
    ({ x, y }) => x >= -80 && y >= -40 && x <= width + 80 && y <= height + 40,
  );
  // Half the disc: a name may touch a rim, not an icon.
  for (const star of stars) placing.room.takeAs('stars', disc(star, 0.8));
  if (scene.still === undefined) drawMarks(context, stars, scene, placing.room.take);
  return [...placeNames(placing, stars), ...placeTies(placing), ...placeCounts(placing)];
}

function drawnStars(sky: SeenSky, ids: readonly string[]): ReadonlyMap<string, Star> {
  const stars = new Map<string, Star>();
  for (const id of ids) {
    const data = sky.getNodeDisplayData(id);
    if (data === undefined || data.hidden) continue;
    const { x, y } = sky.framedGraphToViewport(data);
    stars.set(id, { id, x, y, radius: sky.scaleSize(data.size) });
  }
  return stars;
}

function placeNames({ scene, context, room }: Placing, stars: readonly Star[]): PlacedLabel[] {
  const first = new Set(scene.first);
  const isLit = (id: string) => scene.lit === undefined || scene.lit.entities.has(id);
  const others = stars.filter(({ id }) => !first.has(id));
  const inOrder = [
    ...stars.filter(({ id }) => first.has(id)),
    ...others.filter(({ id }) => isLit(id)),
    ...(scene.lit?.soft === true ? others.filter(({ id }) => !isLit(id)) : []),
  ];
  const { named, landmarks } = chooseNamed(inOrder, scene.still?.mostNames ?? MOST_TRIED);
  for (const star of landmarks) room.takeAs('landmarks', disc(star, 1));
  const hasCorners = stars.length <= FEW_STARS || scene.still !== undefined;
  const isCrowd = stars.length > CROWD || scene.still !== undefined;
  const placed: PlacedLabel[] = [];
  for (const star of named) {
    if (placed.length >= MOST_LABELS) break;
    const { id, radius } = star;
    const isFirst = first.has(id);
    const grown = Math.min(NAME_PX.most, NAME_PX.least + Math.round(radius / 4) / 2);
    const style = { size: isFirst ? NAME_PX.most : grown, weight: isFirst ? 600 : 500, italic: false };
    const lines = scene.names(id).flatMap(breakName);
    const wide = Math.max(...lines.map((line) => widthOf(context, style, line))) + 2 * AIR_PX;
    const tall = lines.length * style.size * LINE_HEIGHT + AIR_PX;
    const boxes = spotsBeside(star, wide, tall, hasCorners).map(([x, y]) => boxAround(x, y, wide, tall));
    const crowds: Crowd[] = ['stars'];
    if (landmarks.has(star)) {
      room.takeAs('hearts', disc(star, 0.5));
      crowds.push('landmarks', ...(isCrowd ? (['hearts'] as const) : []));
    }
    const box = isFirst ? room.insist(boxes, crowds) : room.find(boxes, crowds);
    if (box !== undefined)
      placed.push({ lines, ...middleOf(box), ...style, ink: isLit(id) ? 'text' : 'faint' });
  }
  return placed;
}

/** Of stars, largest first, those whose names are tried, and the landmarks among them. O(tried²). */
function chooseNamed(inOrder: readonly Star[], mostNames: number) {
  const tried = inOrder.slice(0, mostNames);
  const hubs = tried.filter((_, rank) => rank < LANDMARKS.largest || standsApart(tried, rank));
  const larger = tried.slice(0, Math.max(LARGER.least, Math.round(LARGER.share * inOrder.length)));
  return { named: new Set([...larger, ...hubs]), landmarks: new Set(hubs.slice(0, LANDMARKS.most)) };
}

/** Whether none of the stars before it is near. */
function standsApart(stars: readonly Star[], at: number): boolean {
  const { x, y } = stars[at]!;
  for (let i = 0; i < at; i++) {
    const other = stars[i]!;
    if ((other.x - x) ** 2 + (other.y - y) ** 2 < LANDMARKS.apartPx ** 2) return false;
  }
  return true;
}

/** The square around a part of a star's disc. */
const disc = ({ x, y, radius }: Star, part: number) => boxAround(x, y, 2 * part * radius, 2 * part * radius);

/** Middles of the places that a name of this size may have: below, right, left, above; off the corners where there is room. */
function spotsBeside({ x, y, radius }: Star, wide: number, tall: number, hasCorners: boolean) {
  const off = radius + 3;
  const [above, below] = [y - off - tall / 2, y + off + tall / 2];
  const [left, right] = [x - off - wide / 2, x + off + wide / 2];
  const aside = wide / 2 - radius;
  const corners = hasCorners ? [x + aside, x - aside] : [];
  return [
    [x, below],
    [right, y],
    [left, y],
    [x, above],
    ...corners.flatMap((cx) => [
      [cx, below],
      [cx, above],
    ]),
  ] as [x: number, y: number][];
}

/** What is lit says what it is, or all that shows; nothing where the words would be noise. */
function placeTies(placing: Placing): PlacedLabel[] {
  const { scene } = placing;
  const worded = [...(scene.lit?.relations ?? scene.worded)];
  return worded.length > MOST_TIES_WITH_WORDS ? [] : worded.flatMap((id) => placeTie(placing, id) ?? []);
}

function placeTie(placing: Placing, id: string): PlacedLabel | undefined {
  const { sky, scene, context, room } = placing;
  const label = scene.relationLabel(id);
  const ends = endsOf(placing, id);
  if (label === undefined || ends === undefined) return undefined;
  const { from, to, span } = ends;
  const { curvature = 0 } = sky.getEdgeDisplayData(id) as Partial<TieLook>;
  const wide = widthOf(context, TIE_STYLE, label) + 2 * AIR_PX;
  if (wide > 1.4 * span) return undefined;
  // Half way along the curve: the chord's middle and half the control point's height. Screen y points down, so left is mirrored.
  const boxes = [0.5, 0.38, 0.62].map((t) => {
    const bend = 2 * t * (1 - t) * curvature;
    const x = from.x + (to.x - from.x) * t + (to.y - from.y) * bend;
    const y = from.y + (to.y - from.y) * t - (to.x - from.x) * bend;
    return boxAround(x, y, wide, 16);
  });
  const box = room.find(boxes);
  return box && { lines: [label], ...middleOf(box), ...TIE_STYLE, ink: 'muted' };
}

function placeCounts(placing: Placing): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const [bundle, count] of placing.scene.counts) {
    if (placed.length >= MOST_COUNTS) break;
    const label = placeCount(placing, bundle, count);
    if (label !== undefined) placed.push(label);
  }
  return placed;
}

function placeCount(placing: Placing, bundle: string, count: number) {
  const { scene, context, room } = placing;
  if (scene.lit !== undefined && !scene.lit.relations.has(bundle)) return undefined;
  const ends = endsOf(placing, bundle, COUNT_CHORD_PX);
  if (ends === undefined) return undefined;
  const [x, y] = [(ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2];
  const text = count.toLocaleString('en');
  const ground = Math.max(COUNT_PX, widthOf(context, COUNT_STYLE, text) + 8);
  if (room.find([boxAround(x, y, ground, COUNT_PX)]) === undefined) return undefined;
  return { lines: [text], x, y, ...COUNT_STYLE, ink: 'text' as const, ground };
}

/** The ends of a tie on the screen; undefined while it is not drawn, or where they are nearer than that. */
function endsOf({ sky, stars }: Placing, id: string, leastPx = 0) {
  const graph = sky.getGraph();
  if (!graph.hasEdge(id)) return undefined;
  const [from, to] = graph.extremities(id).map((end) => stars.get(end));
  if (from === undefined || to === undefined) return undefined;
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  return span < leastPx || sky.getEdgeDisplayData(id)?.hidden !== false ? undefined : { from, to, span };
}
