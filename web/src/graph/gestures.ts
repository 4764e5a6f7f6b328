/** What pointer and keyboard do to the sky, told as intentions: hover, select one or several, focus, pin. */
import { lassoMode, togglePicked } from '../by-hand.js';
import { changeView, currentView } from '../view.js';
import { badgeAt } from './badges.js';
import { bundleEnds } from './build-graph.js';
import type { Sky } from './camera.js';
import { pin } from './pins.js';

export interface Pointed {
  readonly entity?: string;
  readonly relation?: string;
}

/** Listens to sigma. `point` hears what is under the pointer. */
export function listenToPointer(sky: Sky, point: (pointed: Pointed) => void): void {
  let dragged: string | undefined;
  let start: { x: number; y: number } | undefined;
  let wasDragged = false;
  const container = sky.getContainer();
  const over = (pointed: Pointed) => {
    if (dragged !== undefined) return;
    container.style.cursor = (pointed.entity ?? pointed.relation) ? 'pointer' : '';
    point(pointed);
  };
  sky.on('enterNode', ({ node }) => over({ entity: node }));
  sky.on('leaveNode', () => over({}));
  sky.on('enterEdge', ({ edge }) => over({ relation: edge }));
  sky.on('leaveEdge', () => over({}));
  const isPicking = ({ original }: { original: MouseEvent | TouchEvent }) =>
    original.shiftKey || lassoMode.get();
  sky.on('clickNode', ({ node, event }) => {
    // The end of a drag is a click to sigma; to the hand it is a pin.
    if (isPicking(event)) togglePicked(node);
    else if (!wasDragged) changeView({ select: `entity:${node}` });
  });
  const clickBeside = (
    event: { x: number; y: number; original: MouseEvent | TouchEvent },
    select?: string,
  ) => {
    if (isPicking(event)) return;
    const entity = badgeAt(event);
    changeView({ select: entity === undefined ? select : `entity:${entity}` });
  };
  sky.on('clickEdge', ({ edge, event }) =>
    clickBeside(event, bundleEnds(edge) === undefined ? `relation:${edge}` : edge),
  );
  sky.on('clickStage', ({ event }) => clickBeside(event));
  sky.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    // To sigma two quick clicks are one double click, wherever they fall; who adds stars to a selection clicks quickly.
    if (isPicking(event)) togglePicked(node);
    else changeView({ select: `entity:${node}`, focus: node, depth: currentView().depth });
  });
  sky.on('downNode', ({ node, event }) => {
    dragged = node;
    start = { x: event.x, y: event.y };
    wasDragged = false;
    event.preventSigmaDefault();
  });
  sky.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (dragged === undefined || start === undefined) return;
    wasDragged ||= Math.hypot(event.x - start.x, event.y - start.y) > DRAG_LEAST_PX;
    if (!wasDragged) return;
    const place = sky.viewportToGraph(event);
    sky.getGraph().mergeNodeAttributes(dragged, place);
    preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const release = () => {
    if (dragged !== undefined && wasDragged) {
      const { x, y } = sky.getGraph().getNodeAttributes(dragged);
      pin(dragged, { x, y });
    }
    dragged = undefined;
  };
  sky.on('upNode', release);
  sky.on('upStage', release);
}

/** A hand that clicks trembles by less than this. */
const DRAG_LEAST_PX = 4;

/** Which way an arrow key points on the screen. */
export const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The star that an arrow key leads to: the nearest one that lies that way, sideways distance counting double. Without a star to
 * start from, the first of `ids` (the most connected).
 */
export function starTowards(
  places: ReadonlyMap<string, { x: number; y: number }>,
  from: string | undefined,
  key: string,
): string | undefined {
  const arrow = ARROWS[key];
  if (arrow === undefined) return undefined;
  const start = from === undefined ? undefined : places.get(from);
  if (start === undefined) return places.keys().next().value;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { x, y }] of places) {
    const along = (x - start.x) * arrow[0] + (y - start.y) * arrow[1];
    const aside = Math.abs((x - start.x) * arrow[1]) + Math.abs((y - start.y) * arrow[0]);
    if (id === from || along <= 0 || aside > 2.5 * along) continue;
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}
