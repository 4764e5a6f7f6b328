/** The base map's shapes are stitched together at the date line. A flat map wants them unrolled: longitudes that run on past 180°. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Longitudes without a jump: each within half a turn of the one before. MapLibre draws what leaves -180..180 on the other side. */
export function unroll(line: readonly Position[]): Position[] {
  let before = line[0]?.[0] ?? 0;
  return line.map(([lon, lat]) => {
    before = lon! + 360 * Math.round((before - lon!) / 360);
    return [before, lat!];
  });
}

/** A ring that runs around a pole ends a turn away from where it began: it is closed along the edge of the map. */
function unrollRing(ring: readonly Position[]): Position[] {
  const open = unroll(ring);
  const [first, last] = [open[0]!, open.at(-1)!];
  if (Math.abs(last[0]! - first[0]!) < 180) return open;
  const pole = first[1]! < 0 ? -90 : 90;
  return [...open, [last[0]!, pole], [first[0]!, pole], first];
}

export function unrollShape(shape: Polygon | MultiPolygon): MultiPolygon {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return { type: 'MultiPolygon', coordinates: parts.map((rings) => rings.map(unrollRing)) };
}
