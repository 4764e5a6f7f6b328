/** The canvas over the base map: who is drawn at this zoom and between whom, kept in step with the map as it moves. */
import type { Map as BaseMap } from 'maplibre-gl';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { buildGraph, radiusOf } from '../graph/build-graph.js';
import { freeArea } from '../graph/camera.js';
import type { Pointed } from '../graph/gestures.js';
import { useHighlight } from '../graph/highlight.js';
import { iconName } from '../graph/icons.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { splitIds } from '../id-list.js';
import { useScheme } from '../use-scheme.js';
import { useView } from '../view.js';
import { arrange, type Place } from './arrange.js';
import { canvasIcons } from './draw-marks.js';
import { drawnMap } from './drawn-map.js';
import { foldTies } from './fold-ties.js';
import { type Drawn, drawScene, type MapScene } from './map-scene.js';
import { toScreen } from './mercator.js';
import type { Stand } from './stands.js';
import { cameraOf } from './use-base-map.js';
import { useWorld } from './world.js';

/** Marks are arranged anew each quarter of a zoom level, so that they do not dance while one zooms. */
const ZOOM_STEP = 0.25;
const LARGEST_PX = 12;
const stepOf = (map: BaseMap | undefined) =>
  map === undefined ? 0 : Math.round(map.getZoom() / ZOOM_STEP) * ZOOM_STEP;

/** Visible entities gathered by where they stand, the most connected first. Areas are kept apart from points. */
export function gatherPlaces(
  rows: readonly number[],
  stands: readonly (Stand | undefined)[],
  degreeOf: (row: number) => number,
): Place[] {
  const places = new Map<string, { first: Stand; rows: number[] }>();
  for (const row of rows) {
    const stand = stands[row];
    if (stand === undefined) continue;
    const key = `${stand.lon.toFixed(2)} ${stand.lat.toFixed(2)} ${stand.precision === 'country'}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, { first: stand, rows: [row] });
    else place.rows.push(row);
  }
  return [...places.values()].map(({ first, rows: here }) => ({
    lon: first.lon,
    lat: first.lat,
    wide: first.precision === 'country',
    name: here.map((row) => stands[row]!.name).find((name) => name !== null) ?? null,
    rows: here.sort((a, b) => degreeOf(b) - degreeOf(a) || a - b),
  }));
}

/** Draws while the component stands. Says `data-graph="ready"` on the page once something is drawn. */
export function useMapScene(
  canvas: RefObject<HTMLCanvasElement | null>,
  map: BaseMap | undefined,
  graph: ShownGraph,
  stands: readonly (Stand | undefined)[],
  pointed: Pointed,
) {
  const { select, picked: pickedText } = useView();
  const picked = useMemo(() => new Set(splitIds(pickedText)), [pickedText]);
  const world = useWorld().data;
  const scheme = useScheme();
  const highlight = useHighlight();
  const [zoomStep, setZoomStep] = useState(0);
  const drawn = useRef<Drawn>({ marks: [], arcs: [] });
  const { columns, ontology, shown } = graph;
  const sky = useMemo(() => buildGraph(columns, ontology), [columns, ontology]);
  const icons = useMemo(
    () => new Map(ontology.kinds.map(({ id }) => [id, iconName(ontology, id)])),
    [ontology],
  );
  const arranged = useMemo(() => {
    const degrees = columns.entities.id.map((id) => sky.getNodeAttribute(id, 'degree'));
    const rows = stands.flatMap((stand, row) =>
      stand !== undefined && shown.entities[row] === 0 ? [row] : [],
    );
    const places = gatherPlaces(rows, stands, (row) => degrees[row]!);
    const radius = (row: number) => Math.min(LARGEST_PX, radiusOf(degrees[row]!, Math.max(120, rows.length)));
    return { rows, places, degrees, radius };
  }, [columns, sky, stands, shown]);
  const drawnAt = useMemo(
    () => (zoom: number, share: number) => {
      const { places, radius, degrees } = arranged;
      const mostOf = (place: readonly number[]) => place.length * 1000 + degrees[place[0]!]!;
      const marks = arrange(places, zoom, (row) => share * radius(row)).sort(
        (a, b) => mostOf(b.rows) - mostOf(a.rows),
      );
      const markOf = new Map(marks.flatMap((mark) => mark.rows.map((row) => [row, mark] as const)));
      const visible = columns.relations.id.flatMap((_, row) => (shown.relations[row] === 0 ? [row] : []));
      return { marks, arcs: foldTies(columns, ontology, visible, markOf) };
    },
    [arranged, columns, ontology, shown],
  );
  const { marks, arcs } = useMemo(() => drawnAt(zoomStep, 1), [drawnAt, zoomStep]);

  const scene: MapScene = {
    light: {
      columns,
      ontology,
      shown,
      scheme,
      select,
      highlight:
        pointed.relation === undefined
          ? highlight
          : { relations: [pointed.relation], reason: 'hover' as const },
      hovered: pointed.entity,
    },
    graph: sky,
    stands,
    marks,
    arcs,
    icons,
    picked,
  };
  const now = useRef(scene);
  now.current = scene;
  const sceneAt = useRef(drawnAt);
  sceneAt.current = drawnAt;
  const draw = useRef(() => {});

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (map === undefined || !context) return;
    let frame = 0;
    const drawIcon = canvasIcons(context, () => drawSoon());
    const drawNow = () => {
      const { canvas: paper } = context;
      const camera = cameraOf(map);
      const [width, height] = [camera.width * devicePixelRatio, camera.height * devicePixelRatio].map(
        Math.round,
      );
      if (paper.width !== width || paper.height !== height) Object.assign(paper, { width, height });
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, camera.width, camera.height);
      drawn.current = drawScene(context, camera, now.current, freeArea(map), drawIcon);
      document.documentElement.dataset['graph'] = 'ready';
    };
    const drawSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(drawNow);
    };
    draw.current = drawSoon;
    const onMove = () => {
      setZoomStep(stepOf(map));
      drawNow();
    };
    map.on('move', onMove);
    map.on('resize', drawNow);
    setZoomStep(stepOf(map));
    drawSoon();
    void document.fonts.ready.then(drawSoon);
    window.__asterism = {
      positionOf(id) {
        const one = drawn.current.marks.find(({ mark }) =>
          mark.rows.some((row) => now.current.light.columns.entities.id[row] === id),
        );
        const { left, top } = map.getContainer().getBoundingClientRect();
        return one && { x: one.x + left, y: one.y + top };
      },
    };
    return () => {
      draw.current = () => {};
      cancelAnimationFrame(frame);
      map.off('move', onMove);
      map.off('resize', drawNow);
      delete window.__asterism;
      delete document.documentElement.dataset['graph'];
    };
  }, [map, canvas]);
  useEffect(() => {
    if (map === undefined || world === undefined) return;
    drawnMap.set({
      map,
      world,
      scene: (other) =>
        other === undefined ? now.current : { ...now.current, ...sceneAt.current(other.zoom, other.share) },
    });
    return () => drawnMap.set(undefined);
  }, [map, world]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever the scene is made of is a reason to draw it
  useEffect(() => draw.current(), [map, marks, arcs, scheme, select, picked, highlight, pointed, stands]);

  return {
    scene,
    drawn,
    placed: arranged.rows,
    screenOf: (at: { x: number; y: number }) => (map === undefined ? undefined : toScreen(cameraOf(map), at)),
  };
}
