/** The map's projection without the map: Web Mercator to pixels, and great circles between two places. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/**
 * What is looked at: the middle of the window and, between the panels, the longitude that the eye rests on, in parts of the world (0 to
 * 1 each way); the width of the whole world in pixels; the window.
 */
export interface Camera {
  readonly middle: Point;
  readonly eye: number;
  readonly worldPx: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the whole world at zoom 0, by MapLibre's count. */
const TILE_PX = 512;
export const worldPxAt = (zoom: number): number => TILE_PX * 2 ** zoom;

/** Parts of the world, from its north-west corner. `mercator({ lon: 0, lat: 0 })` is `{ x: 0.5, y: 0.5 }`. */
export function mercator({ lon, lat }: LonLat): Point {
  const north = Math.max(-85, Math.min(85, lat)) * (Math.PI / 180);
  return { x: (lon + 180) / 360, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + north / 2)) / (2 * Math.PI) };
}

/** Pixels of the window, of that copy of the world which is nearest to the eye. */
export function toScreen({ middle, eye, worldPx, width, height }: Camera, { x, y }: Point): Point {
  return {
    x: (x - Math.round(x - eye) - middle.x) * worldPx + width / 2,
    y: (y - middle.y) * worldPx + height / 2,
  };
}

const DEGREE = Math.PI / 180;
const vector = ({ lon, lat }: LonLat) =>
  [
    Math.cos(lat * DEGREE) * Math.cos(lon * DEGREE),
    Math.cos(lat * DEGREE) * Math.sin(lon * DEGREE),
    Math.sin(lat * DEGREE),
  ] as const;

/** Nearer than this, in radians, the circle is a straight line on any map. */
const NEAR = 0.002;

/** As far north and south as a way goes, as Mercator's `y`: nearer the poles the map has no room for it. */
const FARTHEST = { north: mercator({ lon: 0, lat: 70 }).y, south: mercator({ lon: 0, lat: -58 }).y };

/**
 * The shortest way over the globe, as `steps + 1` points in parts of the world. Runs on without a jump where it crosses the date line,
 * so `x` may leave 0..1. One that would run over a pole becomes a bow towards that pole which stays on the map. Opposite ends have no
 * shortest way: theirs is straight.
 */
export function greatCircle(from: LonLat, to: LonLat, steps: number): readonly Point[] {
  const [a, b] = [vector(from), vector(to)];
  const cosine = Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
  const angle = Math.acos(cosine);
  const points: Point[] = [];
  let before = from.lon;
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    let here: LonLat;
    if (angle < NEAR || Math.PI - angle < NEAR)
      here = { lon: from.lon + (to.lon - from.lon) * t, lat: from.lat + (to.lat - from.lat) * t };
    else {
      const [s, e] = [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
      const [x, y, z] = [s * a[0] + e * b[0], s * a[1] + e * b[1], s * a[2] + e * b[2]];
      here = { lon: Math.atan2(y, x) / DEGREE, lat: Math.atan2(z, Math.hypot(x, y)) / DEGREE };
    }
    before = here.lon + 360 * Math.round((before - here.lon) / 360);
    points.push(mercator({ lon: before, lat: here.lat }));
  }
  return bowed(points);
}

function bowed(points: readonly Point[]): readonly Point[] {
  const ys = points.map(({ y }) => y);
  const [first, last] = [points[0]!, points.at(-1)!];
  const limit = Math.min(...ys) < FARTHEST.north ? FARTHEST.north : FARTHEST.south;
  const stays = Math.min(...ys) >= FARTHEST.north && Math.max(...ys) <= FARTHEST.south;
  const isPolar = [first.y, last.y].some((y) => y < FARTHEST.north || y > FARTHEST.south);
  if (stays || isPolar) return points;
  const bulge = limit - (first.y + last.y) / 2;
  return points.map((_, step) => {
    const t = step / (points.length - 1);
    return {
      x: first.x + (last.x - first.x) * t,
      y: first.y + (last.y - first.y) * t + bulge * Math.sin(Math.PI * t),
    };
  });
}

/** The smallest frame around some places, over the date line where that is shorter. Undefined without one. */
export function boundsOf(
  places: readonly LonLat[],
): [west: number, south: number, east: number, north: number] | undefined {
  if (places.length === 0) return undefined;
  const lons = [...new Set(places.map(({ lon }) => lon))].sort((a, b) => a - b);
  const lats = places.map(({ lat }) => lat).sort((a, b) => a - b);
  // All around but for the widest gap.
  let west = lons[0]!;
  let east = lons.at(-1)!;
  let gap = west + 360 - east;
  for (let at = 1; at < lons.length; at++)
    if (lons[at]! - lons[at - 1]! > gap) {
      gap = lons[at]! - lons[at - 1]!;
      west = lons[at]!;
      // The datum itself, never reckoned: a hair west of `west` would be once around the world.
      east = lons[at - 1]! + 360;
    }
  return [west, lats[0]!, east, lats.at(-1)!];
}
