/** Everything that decides how the map looks now, drawn on a canvas over the base map; remembers what stands where for the pointer. */
import type { SkyGraph } from '../graph/build-graph.js';
import { widthOf } from '../graph/build-graph.js';
import type { Area } from '../graph/camera.js';
import { withOpacity } from '../graph/colors.js';
import { type Light, litBy } from '../graph/lit.js';
import { isEnded, markedColor, starColor } from '../graph/marked.js';
import { selectedEntity } from '../selected.js';
import { familyColor, INK, kindColor } from '../theme.js';
import type { Mark } from './arrange.js';
import { type DrawnArc, distanceTo, drawArc } from './draw-arcs.js';
import { type DrawnMark, drawMark, drawNames, type MarkInk } from './draw-marks.js';
import type { Arc } from './fold-ties.js';
import { type Camera, type Point, toScreen } from './mercator.js';
import type { DrawIcon, Paper } from './paper.js';
import type { Stand } from './stands.js';

export interface MapScene {
  readonly light: Light;
  readonly graph: SkyGraph;
  readonly stands: readonly (Stand | undefined)[];
  /** Marks with the most connected first. */
  readonly marks: readonly Mark[];
  readonly arcs: readonly Arc[];
  /** Icon by kind. */
  readonly icons: ReadonlyMap<string, string>;
  /** Entities selected together. */
  readonly picked: ReadonlySet<string>;
}

/** What was drawn, for hit tests. */
export interface Drawn {
  readonly marks: readonly DrawnMark[];
  readonly arcs: readonly DrawnArc[];
}

const OPACITY = { plain: 0.5, lit: 0.95, soft: 0.14, hard: 0.07 };
const DASHES = {
  planned: [8, 5],
  hypothetical: [5, 5],
  proposed: [12, 3],
  disputed: [2, 3],
  ended: [7, 4],
} as const;
const OUTSIDE_PX = 60;

/**
 * Draws a scene, names within an area. Device pixels are the canvas's affair: `context` is scaled to CSS pixels. O(marks + arcs).
 */
export function drawScene(
  context: Paper,
  camera: Camera,
  scene: MapScene,
  area: Area,
  drawIcon: DrawIcon,
): Drawn {
  const { light, graph, stands, icons, picked } = scene;
  const { columns, ontology, scheme, shown } = light;
  const { entities, relations } = columns;
  const ink = INK[scheme];
  const lit = litBy(light, graph);
  const selected = selectedEntity(light.select);
  const colors = new Map(ontology.kinds.map(({ id }) => [id, kindColor(ontology, id, scheme)]));
  const kindOf = (row: number) => {
    const kind = entities.kind[row]!;
    return {
      color: starColor(row, colors.get(kind) ?? ink.muted, light),
      icon: icons.get(kind) ?? 'point',
    };
  };
  /** What the dates mark all of them as; nothing where they differ. */
  const markOf = (rows: readonly number[]) => {
    const [mark, ...others] = new Set(rows.map((row) => shown.relationMarks[row]));
    return others.length === 0 ? mark : undefined;
  };
  const isLit = (row: number) => lit === undefined || lit.entities.has(entities.id[row]!);
  const holds = (mark: Mark, id: string | undefined) =>
    id !== undefined && mark.rows.some((row) => entities.id[row] === id);

  const litRows = (arc: Arc) =>
    lit === undefined ? arc.rows : arc.rows.filter((row) => lit.relations.has(relations.id[row]!));
  const unlit = lit === undefined ? 'plain' : lit.soft ? 'soft' : 'hard';
  const arcs = scene.arcs
    .map((arc) => ({ arc, singled: lit !== undefined && litRows(arc).length > 0 }))
    .sort((a, b) => Number(a.singled) - Number(b.singled))
    .flatMap(({ arc, singled }) => {
      const rows = singled ? litRows(arc) : arc.rows;
      const isSelected = rows.some((row) => `relation:${relations.id[row]}` === light.select);
      return (
        drawArc(context, camera, arc, {
          color: isSelected
            ? ink.accent
            : withOpacity(
                markedColor(
                  markOf(rows),
                  familyColor(ontology, relations.type[arc.rows[0]!]!, scheme),
                  light,
                ),
                OPACITY[singled ? 'lit' : unlit],
              ),
          widthPx: arcWidth(rows, relations.confidence) + (isSelected ? 1.5 : singled ? 0.6 : 0),
          dash: isEnded(markOf(rows)) ? DASHES.ended : dashOf(rows, relations),
        }) ?? []
      );
    });

  const looks = new Map<Mark, MarkInk>();
  const marks = scene.marks
    .map((mark) => {
      const { x, y } = toScreen(camera, mark.at);
      return { mark, x: x + mark.aside.x, y: y + mark.aside.y };
    })
    .filter(
      ({ x, y }) =>
        x > -OUTSIDE_PX && y > -OUTSIDE_PX && x < camera.width + OUTSIDE_PX && y < camera.height + OUTSIDE_PX,
    );
  // The most connected, and what is lit, on top.
  const upwards = [...marks]
    .reverse()
    .sort((a, b) => Number(a.mark.rows.some(isLit)) - Number(b.mark.rows.some(isLit)));
  for (const drawn of upwards) {
    const { mark } = drawn;
    const [row] = mark.rows as [number];
    const look: MarkInk = {
      ...kindOf(row),
      shares: mark.rows.length === 1 ? [] : sharesOf(mark.rows.map((one) => kindOf(one).color)),
      dim: !mark.rows.some(isLit),
      selected: holds(mark, selected) || mark.rows.some((one) => picked.has(entities.id[one]!)),
      borrowed: mark.rows.length === 1 && stands[row]?.from !== undefined,
      hollow: entities.status[row] !== 'actual' || isEnded(shown.entityMarks[row]),
    };
    looks.set(mark, look);
    drawMark(context, drawn, look, scheme, drawIcon);
  }
  drawNames(context, marks, area, scheme, (mark) => {
    const [row] = mark.rows as [number];
    const meant = [light.hovered, selected].find((id) => holds(mark, id));
    const faint = looks.get(mark)?.dim === true;
    if (faint && lit?.soft !== true) return undefined;
    const text =
      meant !== undefined
        ? entities.name[entities.id.indexOf(meant)]!
        : mark.rows.length === 1
          ? entities.name[row]!
          : placeWords(mark);
    return text === '' ? undefined : { text, first: meant !== undefined, faint };
  });
  return { marks: upwards, arcs };
}

/** What a bubble is called: its place, and how many others are in it. */
export function placeWords({ places, wide }: Mark): string {
  const name = places.find((place) => place.name !== null)?.name ?? '';
  const more = places.length - 1;
  if (name === '' || more === 0) return name;
  return `${name} and ${more} more ${wide ? (more === 1 ? 'country' : 'countries') : more === 1 ? 'place' : 'places'}`;
}

/** How many bear each colour, the most frequent first. */
function sharesOf(colors: readonly string[]): [color: string, count: number][] {
  const counts = new Map<string, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** One relation as wide as in the sky; several wider by how many. */
const arcWidth = (rows: readonly number[], confidence: readonly (number | null)[]) =>
  rows.length === 1 ? widthOf(confidence[rows[0]!]!, 1) : Math.min(6, 1.4 + Math.log2(rows.length));

/** Dashed when nothing folded in it is plain fact. */
function dashOf(
  rows: readonly number[],
  { status, disputed }: Light['columns']['relations'],
): readonly number[] {
  const looks = new Set(rows.map((row) => (disputed[row] ? 'disputed' : status[row]!)));
  const [look] = looks;
  return looks.size !== 1 || look === undefined || look === 'actual' ? [] : DASHES[look];
}

/** Countries of those entities that are placed by country alone: they are tinted, for their mark alone would look like a place. */
export function countriesOf(
  ids: readonly (string | undefined)[],
  { light, stands }: Pick<MapScene, 'light' | 'stands'>,
): string[] {
  return ids.flatMap((id) => {
    const stand = id === undefined ? undefined : stands[light.columns.entities.id.indexOf(id)];
    return stand?.precision === 'country' && stand.name !== null ? [stand.name] : [];
  });
}

const REACH_PX = { mark: 3, arc: 5 };

/** What is under a point: the uppermost mark, else the nearest arc. */
export function hitTest({ marks, arcs }: Drawn, point: Point): { mark?: DrawnMark; arc?: DrawnArc } {
  const mark = marks.findLast(
    ({ mark: { radius, wide }, x, y }) =>
      Math.hypot(point.x - x, point.y - y) <= radius + REACH_PX.mark + (wide ? 3 : 0),
  );
  if (mark !== undefined) return { mark };
  let nearest: DrawnArc | undefined;
  let least = REACH_PX.arc;
  for (const drawn of arcs)
    for (const line of drawn.lines) {
      const distance = distanceTo(line, point);
      if (distance <= least) {
        least = distance;
        nearest = drawn;
      }
    }
  return nearest === undefined ? {} : { arc: nearest };
}
