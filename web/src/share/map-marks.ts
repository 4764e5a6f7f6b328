/** The map as marks: land and borders cut to the frame, and over them what the map itself draws. */
import type { Position } from 'geojson';
import { freeArea } from '../graph/camera.js';
import { GRID } from '../map/base-style.js';
import type { DrawnMap } from '../map/drawn-map.js';
import { countriesOf, drawScene } from '../map/map-scene.js';
import { type Camera, mercator, type Point } from '../map/mercator.js';
import { cameraOf } from '../map/use-base-map.js';
import { selectedEntity } from '../selected.js';
import { INK, type Scheme } from '../theme.js';
import type { Layer, Mark } from './marks.js';
import { MarksPaper } from './marks-paper.js';
import { closerFor, type Sheet } from './sheet.js';
import type { Sight } from './sight.js';
import { type Frame, iconMark } from './sky-marks.js';

/** A narrow map shows this much more at each side: marks at its edge and their names would be cut off. */
const EDGE_PX = 20;
const SMALL_STAR = 0.6;
/** Points of a coast nearer to each other than this are one. */
const FINEST_PX = 0.6;

/**
 * What stands between the panels, in the colours of a scheme, whichever the page has. On a narrow sheet it is the same part of the
 * world on a smaller map, whose marks are folded anew. O(points of the base map + marks + arcs).
 */
export function mapSight({ map, world, scene }: DrawnMap, scheme: Scheme, sheet: Sheet): Sight {
  const free = freeArea(map);
  const closer = closerFor(sheet, free.right - free.left, EDGE_PX);
  const edge = closer > 1 ? EDGE_PX : 0;
  const area = {
    left: free.left / closer - edge,
    top: free.top / closer - edge,
    right: free.right / closer + edge,
    bottom: free.bottom / closer + edge,
  };
  const frame = { x: area.left, y: area.top, width: area.right - area.left, height: area.bottom - area.top };
  const seen = cameraOf(map);
  const camera = {
    ...seen,
    worldPx: seen.worldPx / closer,
    width: seen.width / closer,
    height: seen.height / closer,
  };
  const now = closer === 1 ? scene() : scene({ zoom: map.getZoom() - Math.log2(closer), share: SMALL_STAR });
  // The pointer is on the menu: what it last touched is no part of the picture.
  const drawing = { ...now, light: { ...now.light, scheme, hovered: undefined } };
  const paper = new MarksPaper();
  const drawn = drawScene(paper, camera, drawing, area, (name, color, x, y, reach) =>
    paper.marks.push(iconMark(name, { x, y }, reach, color)),
  );
  const { select, columns, ontology, shown } = drawing.light;
  const selected = selectedEntity(select);
  const tinted = new Set(countriesOf([selected], drawing));
  const isIn = ({ x, y }: Point) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
  const marks = drawn.marks.filter(isIn);
  const base: Mark[] = [
    { mark: 'path', d: rectangle(frame), fill: INK[scheme].sea },
    ...strokes(GRID.coordinates, camera, frame).map(
      (d): Mark => ({ mark: 'path', d, stroke: INK[scheme].grid, width: 1 }),
    ),
    ...world.countries.features.flatMap(({ geometry, properties }) => {
      const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const d = strokes(rings.flat(), camera, frame)
        .map((ring) => `${ring}Z`)
        .join('');
      if (d === '') return [];
      const land: Mark = { mark: 'path', d, fill: INK[scheme].land, stroke: INK[scheme].coast, width: 0.8 };
      const tint: Mark = { mark: 'path', d, fill: INK[scheme].accent, opacity: 0.16 };
      return tinted.has(properties.name) ? [land, tint] : [land];
    }),
  ];
  const layers: Layer[] = [
    { id: 'base-map', clip: frame, marks: base },
    { id: 'entities-and-ties', clip: frame, marks: paper.marks },
  ];
  const has = (is: (mark: (typeof marks)[number]['mark']) => boolean) => marks.some(({ mark }) => is(mark));
  return {
    frame,
    layers,
    entities: marks.flatMap(({ mark }) => mark.rows),
    relations: drawn.arcs
      .filter(({ lines }) => lines.some((line) => line.some(isIn)))
      .flatMap(({ arc }) => arc.rows),
    graph: { columns, ontology, shown },
    colors: { by: 'kind', groups: [] },
    credits: ['Base map: Natural Earth, public domain'],
    unplaced: shown.entities.reduce(
      (sum, bits, row) => sum + (bits === 0 && now.stands[row] === undefined ? 1 : 0),
      0,
    ),
    places: {
      borrowed: has(({ rows }) => rows.length === 1 && now.stands[rows[0]!]?.from !== undefined),
      wide: has(({ wide }) => wide),
      several: has(({ rows }) => rows.length > 1),
    },
  };
}

const rectangle = ({ x, y, width, height }: Frame) => `M${x} ${y}h${width}v${height}h${-width}Z`;

/** Lines of longitudes and latitudes as paths, in each copy of the world that the frame shows something of them in. */
function strokes(lines: readonly (readonly Position[])[], camera: Camera, frame: Frame): string[] {
  const { middle, worldPx, width, height } = camera;
  return lines.flatMap((line) => {
    const points = line.map(([lon, lat]) => {
      const { x, y } = mercator({ lon: lon!, lat: lat! });
      return { x: (x - middle.x) * worldPx + width / 2, y: (y - middle.y) * worldPx + height / 2 };
    });
    const box = boxOf(points);
    if (box.bottom < frame.y || box.top > frame.y + frame.height) return [];
    const paths: string[] = [];
    const first = Math.ceil((frame.x - box.right) / worldPx);
    const last = Math.floor((frame.x + frame.width - box.left) / worldPx);
    for (let copy = first; copy <= last; copy++) paths.push(strokeOf(points, copy * worldPx));
    return paths.filter((path) => path !== '');
  });
}

function boxOf(points: readonly Point[]) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return box;
}

/** Empty for what is smaller than a point. */
function strokeOf(points: readonly Point[], asidePx: number): string {
  let before: Point | undefined;
  const kept = points.filter((point) => {
    if (before !== undefined && Math.hypot(point.x - before.x, point.y - before.y) < FINEST_PX) return false;
    before = point;
    return true;
  });
  if (kept.length < 2) return '';
  return `M${kept.map(({ x, y }) => `${(x + asidePx).toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
