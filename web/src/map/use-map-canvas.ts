/** The canvas over the base map, drawn with each of its moves and whenever the scene is another. */
import type { Map as BaseMap } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import { freeArea } from '../graph/camera.js';
import { canvasIcons } from './draw-marks.js';
import { type Drawn, drawScene, type MapScene } from './map-scene.js';
import { cameraOf } from './use-base-map.js';

/**
 * Draws while the component stands; what was drawn is kept in `drawn`. Calls `onMove` before the map's move is drawn. Says
 * `data-graph="ready"` on the page once something is.
 */
export function useMapCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  map: BaseMap | undefined,
  scene: MapScene,
  drawn: RefObject<Drawn>,
  onMove: (map: BaseMap) => void,
): void {
  const now = useRef({ scene, onMove });
  now.current = { scene, onMove };
  const draw = useRef(() => {});

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (map === undefined || !context) return;
    let frame = 0;
    // Letters and icons may come when the map has gone.
    let alive = true;
    const drawIcon = canvasIcons(context, () => drawSoon());
    const drawNow = () => {
      const camera = cameraOf(map);
      fitTo(camera, context);
      drawn.current = drawScene(context, camera, now.current.scene, freeArea(map), drawIcon);
      document.documentElement.dataset['graph'] = 'ready';
    };
    const drawSoon = () => {
      cancelAnimationFrame(frame);
      if (alive) frame = requestAnimationFrame(drawNow);
    };
    draw.current = drawSoon;
    const move = () => {
      now.current.onMove(map);
      drawNow();
    };
    map.on('move', move);
    map.on('resize', drawNow);
    now.current.onMove(map);
    drawSoon();
    void document.fonts.ready.then(drawSoon);
    window.__asterism = { positionOf: (id) => positionOf(id, map, drawn.current, now.current.scene) };
    return () => {
      alive = false;
      draw.current = () => {};
      cancelAnimationFrame(frame);
      map.off('move', move);
      map.off('resize', drawNow);
      delete window.__asterism;
      delete document.documentElement.dataset['graph'];
    };
  }, [map, canvas, drawn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene is the reason to draw
  useEffect(() => draw.current(), [map, scene]);
}

/** Clears the canvas, in the size of the map and the pixels of the screen. */
function fitTo(camera: { width: number; height: number }, context: CanvasRenderingContext2D): void {
  const { canvas } = context;
  const width = Math.round(camera.width * devicePixelRatio);
  const height = Math.round(camera.height * devicePixelRatio);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, camera.width, camera.height);
}

function positionOf(id: string, map: BaseMap, { marks }: Drawn, { light }: MapScene) {
  const row = light.columns.entities.id.indexOf(id);
  const one = marks.find(({ mark }) => mark.rows.includes(row));
  const { left, top } = map.getContainer().getBoundingClientRect();
  return one && { x: one.x + left, y: one.y + top };
}
