/** The lasso: a line drawn around stars, or marks on the map, with Shift held, or with the lasso switched on; whoever is inside joins the selection. */
import { useEffect, useRef, useState } from 'react';
import { lassoMode, pickAll } from '../by-hand.js';
import { isInside, type Point } from './inside.js';

/** A hand that clicks draws less than this. */
const DRAWN_LEAST_PX = 6;

/**
 * Listens on what holds the drawing and draws the line. `caught` tells who is inside of those that can be caught, most connected first;
 * `press` hears of a press without a stroke, where the drawing itself does not.
 */
export function Lasso(properties: {
  container: HTMLElement;
  caught: (isIn: (point: Point) => boolean) => readonly string[];
  press?: (point: Point) => void;
}) {
  const { container } = properties;
  const [line, setLine] = useState<readonly Point[]>([]);
  const now = useRef(properties);
  now.current = properties;
  useEffect(() => {
    const pointAt = (event: PointerEvent): Point => {
      const { left, top } = container.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    let drawing: Point[] | undefined;
    let isStroke = false;
    const start = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.shiftKey || lassoMode.get())) return;
      // Neither sigma nor the map must see it, or it would pan; a click without a stroke still reaches it.
      event.preventDefault();
      event.stopPropagation();
      drawing = [pointAt(event)];
      isStroke = false;
    };
    const move = (event: PointerEvent) => {
      if (drawing === undefined) return;
      // Let go outside, where nobody hears it.
      if (event.buttons === 0) return cancel();
      const [first] = drawing;
      const point = pointAt(event);
      drawing = [...drawing, point];
      if (!isStroke && Math.hypot(point.x - first!.x, point.y - first!.y) < DRAWN_LEAST_PX) return;
      // Captured no sooner: the click of a hand that did not move must reach the star under it.
      if (!isStroke) container.setPointerCapture(event.pointerId);
      isStroke = true;
      setLine(drawing);
    };
    const end = (event: PointerEvent) => {
      if (drawing === undefined) return;
      const drawn = drawing;
      drawing = undefined;
      setLine([]);
      if (!isStroke) {
        now.current.press?.(drawn[0]!);
        return;
      }
      container.releasePointerCapture(event.pointerId);
      // The click that ends a stroke is none.
      container.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => container.removeEventListener('click', swallow, { capture: true }), 0);
      pickAll(now.current.caught((point) => isInside(point, drawn)));
    };
    const cancel = () => {
      drawing = undefined;
      setLine([]);
    };
    const touch = (event: TouchEvent) => {
      if (lassoMode.get()) event.stopPropagation();
    };
    const down = { capture: true };
    container.addEventListener('pointerdown', start, down);
    container.addEventListener('pointermove', move, down);
    container.addEventListener('pointerup', end, down);
    container.addEventListener('pointercancel', cancel, down);
    container.addEventListener('touchstart', touch, { capture: true, passive: true });
    return () => {
      container.removeEventListener('pointerdown', start, down);
      container.removeEventListener('pointermove', move, down);
      container.removeEventListener('pointerup', end, down);
      container.removeEventListener('pointercancel', cancel, down);
      container.removeEventListener('touchstart', touch, down);
    };
  }, [container]);
  if (line.length < 2) return null;
  return (
    <svg className="lasso" aria-hidden="true">
      <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}

const swallow = (event: Event) => {
  event.stopPropagation();
  event.preventDefault();
};
