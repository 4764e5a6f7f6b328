/**
 * Names on the sky. sigma's own labels may overlap and have no halo, so they are drawn here after each frame: the weightiest first,
 * each at the first place beside its star that is free of other names and of stars; who finds none stays silent until one zooms in.
 */
import { INK, type Scheme } from '../theme.js';
import { drawMarks } from './badges.js';
import { type Area, freeArea, type Sky } from './camera.js';
import { type Box, Clearance } from './clearance.js';
import type { TieLook } from './edge-program.js';
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

/** The family that names are measured and written in. */
export const FONT =
  "'IBM Plex Sans Variable', system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";
const LINE_CHARACTERS = 22;
const MOST_LABELS = 220;
/** Names that are tried before the rest stays silent: in a crowd few places are free, and looking takes time. */
export const MOST_TRIED = 700;
/** Names of the largest stars may lie over small ones: who matters most is named even in the thick of it. */
const LANDMARKS = 28;
const MOST_COUNTS = 60;
/** A count needs a line that is longer than this. */
const COUNT_CHORD_PX = 70;
/** More relations than this and their words would be noise. */
export const MOST_TIES_WITH_WORDS = 16;
/** Where no more stars than this are in sight, a name may also stand off a corner: nobody takes it for another's. */
const FEW_STARS = 30;
const AIR_PX = 3;
/** Height of the ground of a count. */
const COUNT_PX = 14;

/** Breaks a name into at most two lines near its middle; what is left over ends in an ellipsis. */
export function breakName(name: string): string[] {
  if (name.length <= LINE_CHARACTERS) return [name];
  const spaces = [...name.matchAll(/[\s/–-]/g)].map(({ index }) => index);
  const middle = Math.min(name.length / 2, LINE_CHARACTERS);
  const cut = spaces.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best), -1);
  const head = cut > 0 ? name.slice(0, cut + 1).trim() : name.slice(0, LINE_CHARACTERS);
  const tail = name.slice(cut > 0 ? cut + 1 : LINE_CHARACTERS).trim();
  const clip = (line: string) =>
    line.length > LINE_CHARACTERS + 6 ? `${line.slice(0, LINE_CHARACTERS + 4).trimEnd()}…` : line;
  return [clip(head), clip(tail)];
}

/** Words and where they stand: the middle of the block, in pixels of the sky. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly italic: boolean;
  readonly ink: 'text' | 'faint' | 'muted';
  /** Stands on a rounded ground of this width, as counts do. */
  readonly ground?: number;
}

/** Distance from line to line, as a share of the letters' size. */
export const LINE_HEIGHT = 1.2;

export const fontOf = ({ size, weight, italic }: Pick<PlacedLabel, 'size' | 'weight' | 'italic'>): string =>
  `${italic ? 'italic ' : ''}${weight} ${size}px ${FONT}`;

const widths = new Map<string, Map<string, number>>();

/** Width of a line in a font; measuring is slow, and the same names come at each frame. */
function widthOf(context: CanvasRenderingContext2D, font: string, line: string): number {
  const ofFont = widths.get(font) ?? new Map<string, number>();
  const known = ofFont.get(line);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(line);
  if (ofFont.size > 20_000) ofFont.clear();
  widths.set(font, ofFont.set(line, width));
  return width;
}

/** Forgets measured widths: the page's fonts have come. */
export const forgetWidths = (): void => widths.clear();

/** Draws all names for the camera as it stands. Returns how many. O(visible nodes). */
export function drawLabels(sky: Sky, scene: LabelScene): number {
  const context = sky.getCanvases()['labels']?.getContext('2d');
  if (!context) return 0;
  const { width, height } = sky.getDimensions();
  context.clearRect(0, 0, width, height);
  const labels = placeLabels(sky, scene, context, freeArea(sky));
  const ink = INK[scene.scheme];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = ink.sky;
  for (const label of labels) {
    context.font = fontOf(label);
    if (label.ground !== undefined) drawGround(context, label, label.ground, ink);
    context.fillStyle = ink[label.ink];
    label.lines.forEach((line, row) => {
      const y = label.y + (row - (label.lines.length - 1) / 2) * label.size * LINE_HEIGHT;
      if (label.ground === undefined) context.strokeText(line, label.x, y);
      context.fillText(line, label.x, y);
    });
  }
  return labels.length;
}

function drawGround(
  context: CanvasRenderingContext2D,
  { x, y }: PlacedLabel,
  width: number,
  { sky, faint }: (typeof INK)[Scheme],
): void {
  context.save();
  context.fillStyle = sky;
  context.strokeStyle = faint;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - width / 2, y - COUNT_PX / 2, width, COUNT_PX, COUNT_PX / 2);
  context.fill();
  context.stroke();
  context.restore();
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

/** Where each name finds room within an area, measured with the context given, whose font is left changed. Pictures place theirs by it too. */
export function placeLabels(
  sky: SeenSky,
  scene: LabelScene,
  context: CanvasRenderingContext2D,
  area: Area,
): readonly PlacedLabel[] {
  const { width, height } = sky.getDimensions();
  const taken = new Clearance();
  const stars: { id: string; x: number; y: number; radius: number }[] = [];
  for (const id of scene.order) {
    const data = sky.getNodeDisplayData(id);
    if (data === undefined || data.hidden) continue;
    const { x, y } = sky.framedGraphToViewport(data);
    const radius = sky.scaleSize(data.size);
    if (x < -80 || y < -40 || x > width + 80 || y > height + 40) continue;
    stars.push({ id, x, y, radius });
    // Half the disc: a name may touch a rim, not an icon.
    taken.take(square({ x, y }, radius * 0.8));
  }
  // Panels float above what is around the area: a name beneath one is cut off, so it goes to the side that is open.
  const isOpen = ({ left, top, right, bottom }: Box) =>
    left >= area.left && right <= area.right && top >= area.top && bottom <= area.bottom;
  // What the names of the largest must keep clear of: each other, each other's stars, and badges.
  const sparse = new Clearance();
  // What they must keep clear of in a picture, which nobody can come closer to: each other, and the hearts of larger stars.
  const crowded = new Clearance();
  const take = (box: Box) => {
    for (const clearance of [taken, sparse, crowded]) clearance.take(box);
  };
  const place = (boxes: readonly Box[], force: boolean, clear = taken): Box | undefined => {
    const free =
      boxes.find((box) => isOpen(box) && clear.isFree(box)) ??
      (force ? (boxes.find(isOpen) ?? boxes[0]) : undefined);
    if (free !== undefined) take(free);
    return free;
  };

  const first = new Set(scene.first);
  const isStill = scene.still !== undefined;
  if (!isStill) drawMarks(context, stars, scene, take);
  const isLit = (id: string) => scene.lit === undefined || scene.lit.entities.has(id);
  const inOrder = [
    ...stars.filter(({ id }) => first.has(id)),
    ...stars.filter(({ id }) => !first.has(id) && isLit(id)),
    ...(scene.lit?.soft === true ? stars.filter(({ id }) => !first.has(id) && !isLit(id)) : []),
  ];
  const placed: PlacedLabel[] = [];
  const landmarks = new Set(inOrder.slice(0, LANDMARKS));
  for (const star of landmarks) sparse.take(square(star, star.radius));
  for (const star of inOrder.slice(0, scene.still?.mostNames ?? MOST_TRIED)) {
    const { id, x, y, radius } = star;
    if (placed.length >= MOST_LABELS) break;
    const main = first.has(id);
    const size = main ? 13.5 : Math.min(13.5, 10.5 + Math.round(radius / 4) / 2);
    const style = { size, weight: main ? 600 : 500, italic: false };
    const font = fontOf(style);
    const lines = scene.names(id).flatMap(breakName);
    const wide = Math.max(...lines.map((line) => widthOf(context, font, line))) + 2 * AIR_PX;
    const tall = lines.length * size * LINE_HEIGHT + AIR_PX;
    const around = (cx: number, cy: number): Box => ({
      left: cx - wide / 2,
      right: cx + wide / 2,
      top: cy - tall / 2,
      bottom: cy + tall / 2,
    });
    const [aside, off] = [wide / 2 - radius, radius + 3];
    const [above, below] = [y - off - tall / 2, y + off + tall / 2];
    const corners = stars.length > FEW_STARS && !isStill ? [] : [x + aside, x - aside];
    const spots = [
      around(x, below),
      around(x + off + wide / 2, y),
      around(x - off - wide / 2, y),
      around(x, above),
      ...corners.flatMap((cx) => [around(cx, below), around(cx, above)]),
    ];
    const isLandmark = landmarks.has(star);
    if (isLandmark) crowded.take(square(star, radius / 2));
    const free = place(spots, main, isLandmark ? sparse : taken);
    const box = free ?? (isLandmark && isStill ? place(spots, false, crowded) : undefined);
    if (box === undefined) continue;
    placed.push({ lines, ...middleOf(box), ...style, ink: isLit(id) ? 'text' : 'faint' });
  }
  const worded = [...(scene.lit?.relations ?? scene.worded)];
  if (worded.length <= MOST_TIES_WITH_WORDS) for (const id of worded) placeTie(id);
  let counts = 0;
  for (const [bundle, count] of scene.counts) {
    if (counts >= MOST_COUNTS) break;
    if (placeCount(bundle, count)) counts++;
  }
  return placed;

  /** The ends of a tie on the screen; undefined while it is not drawn. */
  function endsOf(id: string) {
    const graph = sky.getGraph();
    const data = sky.getEdgeDisplayData(id);
    if (data === undefined || data.hidden || !graph.hasEdge(id)) return undefined;
    const [from, to] = graph
      .extremities(id)
      .map((end) => sky.framedGraphToViewport(sky.getNodeDisplayData(end)!));
    return { from: from!, to: to!, span: Math.hypot(to!.x - from!.x, to!.y - from!.y) };
  }

  function placeCount(bundle: string, count: number): boolean {
    if (scene.lit !== undefined && !scene.lit.relations.has(bundle)) return false;
    const ends = endsOf(bundle);
    if (ends === undefined || ends.span < COUNT_CHORD_PX) return false;
    const x = (ends.from.x + ends.to.x) / 2;
    const y = (ends.from.y + ends.to.y) / 2;
    const style = { size: 10, weight: 600, italic: false };
    const text = count.toLocaleString('en');
    const ground = Math.max(COUNT_PX, widthOf(context, fontOf(style), text) + 8);
    const box = {
      left: x - ground / 2,
      right: x + ground / 2,
      top: y - COUNT_PX / 2,
      bottom: y + COUNT_PX / 2,
    };
    if (place([box], false) === undefined) return false;
    placed.push({ lines: [text], x, y, ...style, ink: 'text', ground });
    return true;
  }

  function placeTie(id: string): void {
    const label = scene.relationLabel(id);
    const ends = endsOf(id);
    if (label === undefined || ends === undefined) return;
    const { from, to, span } = ends;
    const { curvature = 0 } = sky.getEdgeDisplayData(id) as Partial<TieLook>;
    const style = { size: 11, weight: 400, italic: true };
    const wide = widthOf(context, fontOf(style), label) + 2 * AIR_PX;
    if (wide > 1.4 * span) return;
    // Half way along the curve: the chord's middle and half the control point's height. Screen y points down, so left is mirrored.
    const spots = [0.5, 0.38, 0.62].map((t) => {
      const bend = 2 * t * (1 - t) * curvature;
      const cx = from.x + (to.x - from.x) * t + (to.y - from.y) * bend;
      const cy = from.y + (to.y - from.y) * t - (to.x - from.x) * bend;
      return { left: cx - wide / 2, right: cx + wide / 2, top: cy - 8, bottom: cy + 8 };
    });
    const box = place(spots, false);
    if (box !== undefined) placed.push({ lines: [label], ...middleOf(box), ...style, ink: 'muted' });
  }
}

const square = ({ x, y }: { x: number; y: number }, half: number): Box => ({
  left: x - half,
  top: y - half,
  right: x + half,
  bottom: y + half,
});
const middleOf = ({ left, top, right, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
