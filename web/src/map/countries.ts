/** The world's countries as Natural Earth draws them: found by a name, each with a point that lies inside it. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import type { LonLat } from './mercator.js';

export type WorldFeatures = FeatureCollection<Polygon | MultiPolygon, { name: string }>;
export interface Country extends LonLat {
  readonly id: string;
  readonly name: string;
}

const plain = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '');

/** Finds a country by any of some names: those on the base map, and the English ones of ISO 3166. Without one, undefined. */
export function findCountries(world: WorldFeatures): (names: readonly string[]) => Country | undefined {
  const numericOf = new Map(codes.map(([alpha2, , numeric]) => [alpha2, numeric]));
  const ids = new Map(
    Object.entries(english.countries as Record<string, string | readonly string[]>).flatMap(
      ([alpha2, given]) => [given].flat().map((name) => [plain(name), numericOf.get(alpha2)] as const),
    ),
  );
  const features = new Map<string, Feature<Polygon | MultiPolygon, { name: string }>>();
  for (const feature of world.features) {
    features.set(plain(feature.properties.name), feature);
    if (feature.id !== undefined) features.set(String(feature.id), feature);
  }
  return (names) => {
    for (const name of names) {
      const feature = features.get(plain(name)) ?? features.get(ids.get(plain(name)) ?? '');
      if (feature !== undefined)
        return {
          id: String(feature.id),
          name: feature.properties.name,
          ...innerPoint(feature.geometry),
        };
    }
    return undefined;
  };
}

/**
 * A point inside the largest part: its centroid or, where that lies outside (a crescent, a chain of islands), the middle of the widest
 * stretch of land at the centroid's latitude. Planar in degrees: it marks a country, it measures nothing. O(corners).
 */
export function innerPoint(geometry: Polygon | MultiPolygon): LonLat {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let largest = { area: 0, lon: 0, lat: 0, ring: [] as readonly Position[] };
  for (const [ring] of parts) {
    const part = centroid(ring!);
    if (Math.abs(part.area) >= Math.abs(largest.area)) largest = part;
  }
  const { lon, lat, ring } = largest;
  const crossings = ring
    .flatMap(([x1, y1], at) => {
      const [x2, y2] = ring[(at + 1) % ring.length]!;
      return y1! > lat === y2! > lat ? [] : [x1! + ((lat - y1!) / (y2! - y1!)) * (x2! - x1!)];
    })
    .sort((a, b) => a - b);
  let best = { from: lon, to: lon };
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from, to] = [crossings[at]!, crossings[at + 1]!];
    if (from <= lon && lon <= to) return { lon, lat };
    if (to - from > best.to - best.from) best = { from, to };
  }
  return { lon: (best.from + best.to) / 2, lat };
}

function centroid(ring: readonly Position[]) {
  const [lon0, lat0] = ring[0]!;
  let area = 0;
  let x = 0;
  let y = 0;
  // Around the first corner: far from 0° the differences of large products would lose digits.
  ring.forEach(([lon, lat], at) => {
    const [nextLon, nextLat] = ring[(at + 1) % ring.length]!;
    const [ax, ay, bx, by] = [lon! - lon0!, lat! - lat0!, nextLon! - lon0!, nextLat! - lat0!];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  const mean =
    area === 0 ? { lon: lon0!, lat: lat0! } : { lon: lon0! + x / (6 * area), lat: lat0! + y / (6 * area) };
  return { area, ...mean, ring };
}
