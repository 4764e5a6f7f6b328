/** Where the camera looks: the part of the screen that no panel covers, the whole graph in it, one entity, the address. */
import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';

/** The ratio at which the whole sky fits, and how much room it has then: 1 and 1 until it has been framed. */
export interface Home {
  ratio: number;
  room: number;
}
export type Sky = Sigma<NodeAttributes, EdgeAttributes> & { readonly home: Home };

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Air around the outermost stars; names beside them need more than stars do. */
const MARGIN_PX = { x: 68, y: 30 };
/** Space under the lowest star for its name. */
const LABEL_PX = 26;
const FLIGHT_MS = 520;
const CLOSEST_RATIO = 0.32;

/** The rectangle between the panels, relative to the graph's own corner. On a narrow page panels stack and cover nothing. */
export function freeArea(sigma: Pick<Sky, 'getContainer'>): Area {
  const sky = sigma.getContainer().getBoundingClientRect();
  const area = { left: 0, top: 0, right: sky.width, bottom: sky.height };
  if (sky.width <= 960) return area;
  const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
  const left = box('.left');
  const top = box('.header');
  const right = box('.side-panel');
  const bottom = box('.strip');
  const below = box('.openings') ?? box('.selection-bar') ?? box('.story');
  if (left) area.left = left.right - sky.left;
  if (top) area.top = top.bottom - sky.top;
  if (right) area.right = right.left - sky.left;
  if (bottom) area.bottom = bottom.top - sky.top;
  if (below) area.bottom = below.top - sky.top;
  // A window too small for its panels still needs somewhere to draw.
  return area.right - area.left < 160 || area.bottom - area.top < 120
    ? { left: 0, top: 0, right: sky.width, bottom: sky.height }
    : area;
}

/** What stands within the free area: the buttons of the camera. */
export function controlsOf(sigma: Pick<Sky, 'getContainer'>): readonly Area[] {
  const sky = sigma.getContainer().getBoundingClientRect();
  const box = document.querySelector('.sky-controls')?.getBoundingClientRect();
  if (box === undefined) return [];
  const { left, top, right, bottom } = box;
  return [{ left: left - sky.left, top: top - sky.top, right: right - sky.left, bottom: bottom - sky.top }];
}

/** So much higher than wide a window is a phone held upright. */
const UPRIGHT = 1.25;

/** How far the sky is turned: graphs are drawn wide, and lie on their side on an upright screen, where they are half as large again. */
export function angleOf(sigma: Sky): number {
  const { width, height } = sigma.getDimensions();
  return height > UPRIGHT * width ? Math.PI / 2 : 0;
}

const homeOf = (sigma: Sky): CameraState => ({ x: 0.5, y: 0.5, angle: angleOf(sigma), ratio: 1 });

/** Where an entity stands from home. Reads the graph, not sigma's display data: those are raw until the next frame is processed. */
const homePoint = (sigma: Sky, id: string) =>
  sigma.getGraph().hasNode(id)
    ? sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id), { cameraState: homeOf(sigma) })
    : undefined;

/** The camera under which these entities fill the free area, no closer than a readable neighbourhood. */
export function fitting(sigma: Sky, ids: readonly string[]): CameraState {
  const area = freeArea(sigma);
  const { width, height } = sigma.getDimensions();
  const points = ids.flatMap((id) => {
    const point = homePoint(sigma, id);
    return point === undefined ? [] : [point];
  });
  const home = homeOf(sigma);
  if (points.length === 0) return home;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x0, x1] = [min(xs), max(xs)];
  const [y0, y1] = [min(ys), max(ys)];
  const ratio = Math.max(
    (x1 - x0) / Math.max(1, area.right - area.left - 2 * MARGIN_PX.x),
    (y1 - y0) / Math.max(1, area.bottom - area.top - 2 * MARGIN_PX.y - LABEL_PX),
    CLOSEST_RATIO,
  );
  // Viewport points under another camera follow from those at home: p' = centre + (p - c) / ratio.
  const aim = { x: (area.left + area.right) / 2, y: (area.top + area.bottom - LABEL_PX) / 2 };
  const center = {
    x: (x0 + x1) / 2 - (aim.x - width / 2) * ratio,
    y: (y0 + y1) / 2 - (aim.y - height / 2) * ratio,
  };
  const { x, y } = sigma.viewportToFramedGraph(center, { cameraState: home });
  return { ...home, x, y, ratio };
}

/** Pixels of the sky that stars' sizes are meant for. */
const USUAL_SKY_PX = 1000 * 560;
/** Closer than this share of the camera's ratio at home, one looks at a part. */
const CLOSE = 0.4;

/**
 * Stars have the size that they were given when the whole sky fits on a usual screen, are smaller on a small one and larger on a large
 * one, and grow slowly as one comes closer: what a camera's ratio makes of them, for sigma.
 */
export const starScale = (home: Home) => (ratio: number) => (ratio / home.ratio) ** 0.38 / home.room;

/** Says at which ratio the whole sky fits now. */
export function scaleStars(sigma: Sky, homeRatio: number): void {
  const { left, top, right, bottom } = freeArea(sigma);
  const room = Math.max(0.55, Math.min(1.6, Math.sqrt(((right - left) * (bottom - top)) / USUAL_SKY_PX)));
  Object.assign(sigma.home, { ratio: homeRatio, room });
  sigma.scheduleRender();
}

/** Whether the camera is so near that there is room for details. */
export const isClose = (sigma: Sky): boolean => sigma.getCamera().getState().ratio < CLOSE * sigma.home.ratio;

const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves there, at once where motion is unwelcome. */
export function moveCamera(sigma: Sky, state: CameraState): void {
  if (still()) sigma.getCamera().setState(state);
  else void sigma.getCamera().animate(state, { duration: FLIGHT_MS, easing: 'cubicInOut' });
}

/** Brings one entity to the middle of the free area, closer than now but never farther. */
export function flyToNode(sigma: Sky, id: string): boolean {
  const target = fitting(sigma, [id]);
  const now = sigma.getCamera().getState();
  const ratio = Math.min(now.ratio, 0.6);
  const area = freeArea(sigma);
  const { width, height } = sigma.getDimensions();
  const point = homePoint(sigma, id);
  if (point === undefined) return false;
  const center = {
    x: point.x - ((area.left + area.right - width) / 2) * ratio,
    y: point.y - ((area.top + area.bottom - height) / 2) * ratio,
  };
  moveCamera(sigma, {
    ...target,
    ...sigma.viewportToFramedGraph(center, { cameraState: homeOf(sigma) }),
    ratio,
  });
  return true;
}

/** Pans just so far that an entity is clear of the panels; does nothing when it is. */
export function bringIntoSight(sigma: Sky, id: string): void {
  const camera = sigma.getCamera();
  if (!sigma.getGraph().hasNode(id) || camera.isAnimated()) return;
  const point = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id));
  const area = freeArea(sigma);
  const clear = {
    x: Math.max(area.left + MARGIN_PX.x, Math.min(area.right - MARGIN_PX.x, point.x)),
    y: Math.max(area.top + MARGIN_PX.y, Math.min(area.bottom - MARGIN_PX.y - LABEL_PX, point.y)),
  };
  if (clear.x === point.x && clear.y === point.y) return;
  const from = sigma.viewportToFramedGraph(clear);
  const to = sigma.viewportToFramedGraph(point);
  const state = camera.getState();
  moveCamera(sigma, { ...state, x: state.x + to.x - from.x, y: state.y + to.y - from.y });
}

/** `x,y,ratio` as the address keeps it. */
export const cameraText = ({ x, y, ratio }: CameraState): string =>
  [x, y, ratio].map((value) => Number(value.toFixed(4))).join(',');

/** Reads it back; undefined when it is not three numbers, so that a mangled link still shows the graph. How far it is turned is no part of it. */
export function readCamera(text: string | undefined): Omit<CameraState, 'angle'> | undefined {
  const [x, y, ratio, ...rest] = (text ?? '')
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (rest.length > 0 || ![x, y, ratio].every(Number.isFinite) || ratio! <= 0) return undefined;
  return { x: x!, y: y!, ratio: ratio! };
}
