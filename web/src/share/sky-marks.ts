/** What stands in the frame of the sky, as marks: the same shapes that the shaders draw, computed from the same attributes. */
import type { EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import type { Area, Sky } from '../graph/camera.js';
import { fade, withOpacity } from '../graph/colors.js';
import type { DrawnSky } from '../graph/drawn-sky.js';
import type { TieLook } from '../graph/edge-program.js';
import { createGlow, type Glow, setGlow } from '../graph/glow.js';
import { iconPath } from '../graph/icons.js';
import { LINE_HEIGHT } from '../graph/label-text.js';
import { attend } from '../graph/lit.js';
import { paint } from '../graph/paint.js';
import { MOST_TRIED, placeLabels, type SeenSky } from '../graph/place-labels.js';
import type { StarLook } from '../graph/star-program.js';
import { INK, type Scheme } from '../theme.js';
import type { Layer, Mark, TextMark } from './marks.js';

/** A rectangle of the sky, in its own pixels. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Layers of the frame, and the rows of the columns that are to be seen in it. */
export interface SkyMarks {
  /** What is left of the frame when the empty sky around stars and names is cut off. */
  readonly frame: Frame;
  readonly layers: readonly Layer[];
  readonly entities: readonly number[];
  readonly relations: readonly number[];
}

type Star = NodeAttributes & StarLook & { hidden?: boolean; color: string };
type Tie = EdgeAttributes & TieLook & { hidden?: boolean; color: string };
interface Point {
  readonly x: number;
  readonly y: number;
}

/** As in the fragment shader of stars. */
const RIM_PX = 1.6;
const ICON_REACH = 0.8;
/** An icon's lines fill this share of its cell in the atlas. */
const ICON_FILL = 52 / 64;
/** Sky left around the outermost stars and names. */
const AIR_PX = 26;
/** Air between a star's rim and its ties, as in the vertex shader of ties. */
const GAP_PX = 1.5;
const MOST_NAMES_WHEN_NARROW = 40;

/**
 * Draws what is free of panels in the colours of a scheme, whichever the page has. Names stand where they stand on the page, or find
 * new room where everything stands `closer` times closer together. O(entities + relations).
 */
export function skyMarks(drawn: DrawnSky, scheme: Scheme, free: Area, closer: number): SkyMarks {
  const { graph, scene } = drawn;
  const sky = closer === 1 ? drawn.sky : closerSky(drawn.sky, closer);
  const [x, y, right, bottom] = [free.left, free.top, free.right, free.bottom].map((side) => side / closer);
  const area = { x: x!, y: y!, width: right! - x!, height: bottom! - y! };
  // The pointer is on the menu: what it last touched in the sky is no part of the picture.
  const attention = { current: attend({ ...drawn.singled, hovered: undefined }, graph) };
  const { lit } = attention.current;
  const glow = createGlow();
  setGlow(glow, lit, drawn.look.shown.visibleRelations);
  const { node, edge } = paint({ ...drawn.look, scheme }, attention, graph, { cellOf: () => 0 });
  const margin = 40;
  const inFrame = ({ x, y }: Point, air: number) =>
    x > area.x - air && x < area.x + area.width + air && y > area.y - air && y < area.y + area.height + air;

  const stars = new Map<string, Star & Point & { radius: number }>();
  graph.forEachNode((id, attributes) => {
    const data = sky.getNodeDisplayData(id);
    const star = fadedStar(node(id, attributes) as Star, glow, INK[scheme].sky);
    if (data === undefined || star.hidden === true) return;
    stars.set(id, { ...star, ...sky.framedGraphToViewport(data), radius: sky.scaleSize(star.size) });
  });
  const ties: { tie: Tie; from: string; to: string }[] = [];
  graph.forEachEdge((id, attributes, from, to) => {
    const tie = fadedTie({ ...STRAIGHT, ...edge(id, attributes) } as Tie, glow);
    const [a, b] = [stars.get(from), stars.get(to)];
    if (tie.hidden === true || a === undefined || b === undefined) return;
    const isBack = tie.reversed;
    if (inFrame(a, margin) || inFrame(b, margin))
      ties.push({ tie, from: isBack ? to : from, to: isBack ? from : to });
  });
  const byHeight = <T>(list: T[], height: (one: T) => number) => list.sort((a, b) => height(a) - height(b));
  const seen = [...stars.values()].filter((star) => inFrame(star, margin));
  const context = document.createElement('canvas').getContext('2d');
  // On narrow paper few names find room, and outliers, around whom there is most, would take it from those who matter.
  const still = { mostNames: closer === 1 ? MOST_TRIED : MOST_NAMES_WHEN_NARROW };
  const labels =
    context === null
      ? []
      : placeLabels(sky, { ...scene, scheme, lit, first: [scene.first[1]], still }, context, {
          left: area.x,
          top: area.y,
          right: area.x + area.width,
          bottom: area.y + area.height,
        });
  const ink = INK[scheme];
  const frame = trimmed(area, [
    ...seen.map(({ x, y, radius }) => ({ x, y, wide: radius, tall: radius })),
    ...labels.map(({ x, y, lines, size }) => ({
      x,
      y,
      wide: (Math.max(...lines.map((line) => line.length)) * size) / 4,
      tall: (lines.length * size * LINE_HEIGHT) / 2,
    })),
  ]);
  return {
    frame,
    layers: [
      {
        id: 'relations',
        clip: frame,
        marks: byHeight(ties, ({ tie }) => tie.lit).flatMap(({ tie, from, to }) =>
          tieMarks(tie, stars.get(from)!, stars.get(to)!, Math.max(0.6, sky.scaleSize(tie.size))),
        ),
      },
      {
        id: 'entities',
        clip: frame,
        marks: byHeight(seen, (star) => star.lit).flatMap((star) => starMarks(star)),
      },
      {
        id: 'names',
        clip: frame,
        marks: labels.flatMap(({ lines, x, y, size, weight, italic, ink: shade }) =>
          lines.map(
            (text, row): TextMark => ({
              mark: 'text',
              x,
              y: y + (row - (lines.length - 1) / 2) * size * LINE_HEIGHT,
              text,
              size,
              weight,
              italic,
              anchor: 'middle',
              fill: ink[shade],
              halo: ink.sky,
            }),
          ),
        ),
      },
    ],
    entities: seen.filter((star) => inFrame(star, 0)).map(({ row }) => row),
    relations: ties.flatMap(({ tie }) => shownRows(drawn, tie)),
  };
}

/** The same camera on narrower paper: letters as large, stars and lines smaller by the root, so that a crowd stays a crowd of stars. */
const closerSky = (sky: Sky, closer: number): SeenSky => ({
  getGraph: () => sky.getGraph(),
  getNodeDisplayData: (id) => sky.getNodeDisplayData(id),
  getEdgeDisplayData: (id) => sky.getEdgeDisplayData(id),
  scaleSize: (size) => sky.scaleSize(size) / Math.sqrt(closer),
  framedGraphToViewport(place) {
    const { x, y } = sky.framedGraphToViewport(place);
    return { x: x / closer, y: y / closer };
  },
  getDimensions() {
    const { width, height } = sky.getDimensions();
    return { width: width / closer, height: height / closer };
  },
});

/** What a line is where the painter does not say otherwise. */
const STRAIGHT = { curvature: 0, reversed: false, dashPeriod: 0, dashInk: 0 };

/** What the shaders do with `Glow`. */
function fadedStar(star: Star, { fade: share }: Glow, sky: string): Star {
  if (star.hidden === true || star.lit === 1 || share === 0) return star;
  const faded = (color: string) => fade(color, sky, share);
  return {
    ...star,
    color: faded(star.color),
    rimColor: faded(star.rimColor),
    iconColor: faded(star.iconColor),
  };
}

const fadedTie = (tie: Tie, { tieOpacity }: Glow): Tie =>
  tie.hidden === true || tie.lit === 1 ? tie : { ...tie, color: withOpacity(tie.color, tieOpacity) };

/** The visible relations that a line stands for. */
const shownRows = ({ look }: DrawnSky, { row, rows }: Tie): readonly number[] =>
  rows?.filter((one) => look.shown.relations[one] === 0) ?? [row];

/** The part of an area that these fill, and some air; `wide` and `tall` are halves. */
function trimmed(area: Frame, things: readonly (Point & { wide: number; tall: number })[]): Frame {
  if (things.length === 0) return area;
  const reach = (end: (thing: (typeof things)[number]) => number, pick: (a: number, b: number) => number) =>
    things.map(end).reduce(pick);
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  const left = most(area.x, reach(({ x, wide }) => x - wide, least) - AIR_PX);
  const top = most(area.y, reach(({ y, tall }) => y - tall, least) - AIR_PX);
  const right = least(area.x + area.width, reach(({ x, wide }) => x + wide, most) + AIR_PX);
  const bottom = least(area.y + area.height, reach(({ y, tall }) => y + tall, most) + AIR_PX);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** `rgba(…)` as a colour and an opacity, which every reader of SVG knows apart. */
export function colorAndOpacity(color: string): { color: string; opacity?: number } {
  const [, r, g, b, opacity] = /^rgba\((\d+),(\d+),(\d+),([\d.]+)\)$/.exec(color) ?? [];
  if (opacity === undefined) return { color };
  const hex = [r, g, b].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  return { color: `#${hex}`, opacity: Number(opacity) };
}

const mix = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});
const px = (value: number) => String(Number(value.toFixed(2)));
const at = ({ x, y }: Point) => `${px(x)} ${px(y)}`;

/** A ribbon from rim to rim and its head: see the shaders of `edge-program`, whose figures these are. `width` in pixels. */
export function tieMarks(
  tie: Omit<TieLook, 'lit' | 'reversed'> & { color: string },
  from: Point & { radius: number },
  to: Point & { radius: number },
  width: number,
): Mark[] {
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  const total = span * (1 + 0.6667 * tie.curvature ** 2);
  if (total < 1) return [];
  const first = Math.min(0.49, (from.radius + GAP_PX) / total);
  const last = Math.max(0.51, 1 - (to.radius + GAP_PX) / total);
  // Left of the direction is up on the screen, where y points down.
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * tie.curvature,
    y: (from.y + to.y) / 2 - (to.x - from.x) * tie.curvature,
  };
  const pointAt = (t: number) => mix(mix(from, control, t), mix(control, to, t), t);
  const length = (last - first) * total;
  const head = { length: 4 * width + 1, half: 1.6 * width + 0.5 };
  const fit = Math.min(1, (0.4 * length) / head.length);
  const headLength = tie.arrow ? head.length * fit : 0;
  const end = last - headLength / total;
  const [start, stop, tip] = [pointAt(first), pointAt(end), pointAt(last)];
  // The control point of a part of the curve, from its two ends' tangents.
  const bend = mix(mix(from, control, first), mix(control, to, first), end);
  const { color, opacity } = colorAndOpacity(tie.color);
  const shade = opacity === undefined ? {} : { opacity };
  const line: Mark = {
    mark: 'path',
    d: tie.curvature === 0 ? `M${at(start)}L${at(stop)}` : `M${at(start)}Q${at(bend)} ${at(stop)}`,
    stroke: color,
    width,
    ...(tie.dashPeriod > 0 ? { dash: [tie.dashInk, tie.dashPeriod - tie.dashInk] as const } : {}),
    ...shade,
  };
  if (!tie.arrow) return [line];
  const along = Math.hypot(tip.x - stop.x, tip.y - stop.y);
  const across = {
    x: (-(tip.y - stop.y) / along) * head.half * fit,
    y: ((tip.x - stop.x) / along) * head.half * fit,
  };
  const left = { x: stop.x + across.x, y: stop.y + across.y };
  const right = { x: stop.x - across.x, y: stop.y - across.y };
  return [line, { mark: 'path', d: `M${at(left)}L${at(tip)}L${at(right)}Z`, fill: color, ...shade }];
}

/** A star from its ring to its icon, as `star-program` shades it. */
export function starMarks(star: StarLook & Point & { radius: number; color: string; icon: string }): Mark[] {
  const { x, y, radius, ringSize, gapSize, color, rimColor, ringColor, iconColor } = star;
  const disc = Math.max(0.5, radius - ringSize - gapSize);
  const core = disc - RIM_PX;
  const marks: Mark[] = [
    { mark: 'circle', x, y, radius: radius - ringSize / 2, stroke: ringColor, width: ringSize },
    core > 0
      ? { mark: 'circle', x, y, radius: disc - RIM_PX / 2, fill: color, stroke: rimColor, width: RIM_PX }
      : { mark: 'circle', x, y, radius: disc, fill: rimColor },
  ];
  // Below a few pixels an icon is dirt.
  const clarity = Math.max(0, Math.min(1, (core - 4) / 2.5));
  if (clarity > 0)
    marks.push(iconMark(star.icon, { x, y }, core * ICON_REACH * ICON_FILL, iconColor, clarity));
  return marks;
}

/** An icon around a point; `reach` is half its side. */
export const iconMark = (name: string, { x, y }: Point, reach: number, color: string, opacity = 1): Mark => ({
  mark: 'path',
  d: iconPath(name),
  stroke: color,
  width: 2,
  round: true,
  at: { x: x - reach, y: y - reach, scale: reach / 12 },
  ...(opacity < 1 ? { opacity } : {}),
});
