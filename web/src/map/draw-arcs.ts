/** Arcs on the map: great circles in the colour of their family, an arrow at each end that something points at. */
import type { Arc } from './fold-ties.js';
import { type Camera, greatCircle, type Point, toScreen } from './mercator.js';
import type { Paper } from './paper.js';

/** How an arc looks now. */
export interface ArcInk {
  readonly color: string;
  readonly widthPx: number;
  readonly dash: readonly number[];
}
/** An arc as it was drawn, in pixels of the window; more than one line where it leaves one copy of the world for the next. */
export interface DrawnArc {
  readonly arc: Arc;
  readonly lines: readonly (readonly Point[])[];
}

const STEPS = 36;
const LANE_PX = 9;
const ARROW_PX = 7;

/** Draws one arc from rim to rim. Undefined when nothing of it is in the window. */
export function drawArc(
  context: Paper,
  camera: Camera,
  arc: Arc,
  { color, widthPx, dash }: ArcInk,
): DrawnArc | undefined {
  const lines = linesOf(camera, arc).filter((line) => isInSight(line, camera));
  if (lines.length === 0) return undefined;
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = widthPx;
  for (const line of lines) {
    context.setLineDash([...dash]);
    context.beginPath();
    line.forEach(({ x, y }, at) => {
      if (at === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.stroke();
    context.setLineDash([]);
    if (arc.atTo) drawArrow(context, line.at(-2)!, line.at(-1)!, widthPx);
    if (arc.atFrom) drawArrow(context, line[1]!, line[0]!, widthPx);
  }
  return { arc, lines };
}

function linesOf(camera: Camera, { from, to, lane }: Arc): Point[][] {
  const circle = greatCircle(from, to, STEPS);
  const start = toScreen(camera, circle[0]!);
  const end = toScreen(camera, circle.at(-1)!);
  const line = circle.map((point, step) => {
    const t = step / STEPS;
    return {
      x: start.x + (point.x - circle[0]!.x) * camera.worldPx + from.aside.x * (1 - t) + to.aside.x * t,
      y: start.y + (point.y - circle[0]!.y) * camera.worldPx + from.aside.y * (1 - t) + to.aside.y * t,
    };
  });
  const bent = lane === 0 ? line : bend(line, lane * LANE_PX);
  const cut = trim(bent, from.radius + 1, to.radius + 2);
  if (cut.length < 2) return [];
  // Where the way runs over the edge of the copy in sight, its other end is seen a world's width away.
  const away = Math.round((circle.at(-1)!.x - circle[0]!.x) * camera.worldPx - (end.x - start.x));
  return Math.abs(away) < 1 ? [cut] : [cut, cut.map(({ x, y }) => ({ x: x - away, y }))];
}

/** Pushes a line to its left, most in the middle. */
function bend(line: readonly Point[], byPx: number): Point[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  const length = Math.max(1, Math.hypot(last.x - first.x, last.y - first.y));
  const side = { x: -(last.y - first.y) / length, y: (last.x - first.x) / length };
  return line.map(({ x, y }, at) => {
    const push = byPx * Math.sin((Math.PI * at) / (line.length - 1));
    return { x: x + side.x * push, y: y + side.y * push };
  });
}

/** Cuts off what lies within a mark at either end. Empty when the marks touch. */
function trim(line: readonly Point[], startPx: number, endPx: number): Point[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  if (Math.hypot(last.x - first.x, last.y - first.y) <= startPx + endPx) return [];
  return cutWithin(cutWithin(line, startPx).reverse(), endPx).reverse();
}

/** A line without the part within a radius of its first point, which must reach beyond it. */
function cutWithin(line: readonly Point[], radius: number): Point[] {
  const center = line[0]!;
  const off = ({ x, y }: Point) => Math.hypot(x - center.x, y - center.y);
  const outside = line.findIndex((point) => off(point) > radius);
  const [inner, outer] = [line[outside - 1]!, line[outside]!];
  const t = (radius - off(inner)) / (off(outer) - off(inner));
  return [
    { x: inner.x + (outer.x - inner.x) * t, y: inner.y + (outer.y - inner.y) * t },
    ...line.slice(outside),
  ];
}

function drawArrow(context: Paper, before: Point, tip: Point, widthPx: number): void {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  if (length === 0) return;
  const size = ARROW_PX + 1.4 * widthPx;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(tip.x - size * ux - 0.42 * size * uy, tip.y - size * uy + 0.42 * size * ux);
  context.lineTo(tip.x - size * ux + 0.42 * size * uy, tip.y - size * uy - 0.42 * size * ux);
  context.fill();
}

function isInSight(line: readonly Point[], { width, height }: Camera): boolean {
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
  return (
    line.length > 1 &&
    Math.max(...xs) > 0 &&
    Math.min(...xs) < width &&
    Math.max(...ys) > 0 &&
    Math.min(...ys) < height
  );
}

/** Pixels from a point to a line. */
export function distanceTo(line: readonly Point[], { x, y }: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1]!, line[at]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(a.x + t * dx - x, a.y + t * dy - y));
  }
  return least;
}
