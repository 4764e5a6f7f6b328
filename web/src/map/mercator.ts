/** The map's projection without the map: Web Mercator to pixels, and great circles between two places. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** What is looked at: the middle in parts of the world (0 to 1 each way), the width of the whole world in pixels, the window. */
export interface Camera {
  readonly middle: Point;
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

/** Pixels of the window, of that copy of the world which is nearest to the middle. */
export function toScreen({ middle, worldPx, width, height }: Camera, { x, y }: Point): Point {
  const east = x - middle.x;
  return {
    x: (east - Math.round(east)) * worldPx + width / 2,
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

/**
 * The shortest way over the globe, as `steps + 1` points in parts of the world. Runs on without a jump where it crosses the date line,
 * so `x` may leave 0..1. Opposite ends have no shortest way: theirs is straight on the map.
 */
export function greatCircle(from: LonLat, to: LonLat, steps: number): Point[] {
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
  return points;
}
