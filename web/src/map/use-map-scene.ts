/** What the map shows: who is drawn at this zoom and between whom, in which light. */
import type { Map as BaseMap } from 'maplibre-gl';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { buildGraph } from '../graph/build-graph.js';
import type { Pointed } from '../graph/gestures.js';
import { iconName } from '../graph/icons.js';
import type { ShownGraph } from '../graph/use-shown.js';
import { useSingled } from '../graph/use-singled.js';
import { splitIds } from '../id-list.js';
import { useScheme } from '../use-scheme.js';
import { useView } from '../view.js';
import { arrangementOf } from './arrangement.js';
import { type DrawnMap, drawnMap } from './drawn-map.js';
import type { Drawn, MapScene } from './map-scene.js';
import type { Stand } from './stands.js';
import { useMapCanvas } from './use-map-canvas.js';
import { useWorld } from './world.js';

/** Marks are arranged anew each quarter of a zoom level, so that they do not dance while one zooms. */
const ZOOM_STEP = 0.25;
const stepOf = (map: BaseMap) => Math.round(map.getZoom() / ZOOM_STEP) * ZOOM_STEP;

/** Draws it while the component stands, and keeps what was drawn in `drawn`. Gives the scene and the rows that stand on the map. */
export function useMapScene(
  canvas: RefObject<HTMLCanvasElement | null>,
  map: BaseMap | undefined,
  graph: ShownGraph,
  stands: readonly (Stand | undefined)[],
  pointed: Pointed,
  drawn: RefObject<Drawn>,
): { scene: MapScene; placed: readonly number[] } {
  const { columns, ontology } = graph;
  const { picked: pickedText } = useView();
  const scheme = useScheme();
  const singled = useSingled(graph, pointed);
  const [zoomStep, setZoomStep] = useState(0);
  const sky = useMemo(() => buildGraph(columns, ontology), [columns, ontology]);
  const icons = useMemo(
    () => new Map(ontology.kinds.map(({ id }) => [id, iconName(ontology, id)])),
    [ontology],
  );
  const arrangement = useMemo(() => arrangementOf(graph, stands, sky), [graph, stands, sky]);
  const { marks, arcs } = useMemo(() => arrangement.at(zoomStep, 1), [arrangement, zoomStep]);
  const scene = useMemo(
    (): MapScene => ({
      light: { ...singled, ontology, scheme },
      graph: sky,
      stands,
      marks,
      arcs,
      icons,
      picked: new Set(splitIds(pickedText)),
    }),
    [singled, ontology, scheme, sky, stands, marks, arcs, icons, pickedText],
  );
  useMapCanvas(canvas, map, scene, drawn, (moved) => setZoomStep(stepOf(moved)));
  useDrawnMap(map, (other) =>
    other === undefined ? scene : { ...scene, ...arrangement.at(other.zoom, other.share) },
  );
  return { scene, placed: arrangement.rows };
}

/** Tells of the map as it is drawn now, for pictures. */
function useDrawnMap(map: BaseMap | undefined, scene: DrawnMap['scene']): void {
  const world = useWorld().data;
  const now = useRef(scene);
  now.current = scene;
  useEffect(() => {
    if (map === undefined || world === undefined) return;
    drawnMap.set({ map, world, scene: (other) => now.current(other) });
    return () => drawnMap.set(undefined);
  }, [map, world]);
}
