/** What the pointer is on, or the walk by keys: a mark or an arc, and where the card that tells of it stands. */
import type { Map as BaseMap } from 'maplibre-gl';
import { type RefObject, useEffect, useState } from 'react';
import type { Spot } from '../graph/hover-card.js';
import type { Mark } from './arrange.js';
import type { DrawnMark } from './draw-marks.js';
import type { Arc } from './fold-ties.js';
import { type Drawn, hitTest } from './map-scene.js';
import type { Point } from './mercator.js';

export interface Under {
  readonly mark?: Mark;
  readonly arc?: Arc;
}

const POINTER_PX = 14;

/** What is drawn at a point. */
export const underAt = (drawn: Drawn, point: Point): Under => underOf(hitTest(drawn, point));

const underOf = ({ mark, arc }: ReturnType<typeof hitTest>): Under => ({
  ...(mark && { mark: mark.mark }),
  ...(arc && { arc: arc.arc }),
});

const beside = ({ x, y, mark }: DrawnMark): Spot => ({ x, y, off: mark.radius + 10 });

export function useUnder(map: BaseMap | undefined, drawn: RefObject<Drawn>) {
  const [under, setUnder] = useState<Under>({});
  const [spot, setSpot] = useState<Spot>({ x: 0, y: 0, off: 0 });
  useEffect(() => {
    if (map === undefined) return;
    // The same spot is no reason to render.
    const stand = (at: Spot) =>
      setSpot((before) => (before.x === at.x && before.y === at.y && before.off === at.off ? before : at));
    map.on('mousemove', ({ point }) => {
      const hit = hitTest(drawn.current, point);
      const found = underOf(hit);
      map.getCanvas().style.cursor = (found.mark ?? found.arc) ? 'pointer' : '';
      if (hit.mark !== undefined) stand(beside(hit.mark));
      else if (hit.arc !== undefined) stand({ x: point.x, y: point.y, off: POINTER_PX });
      setUnder((before) => (before.mark === found.mark && before.arc === found.arc ? before : found));
    });
    map.on('mouseout', () => setUnder({}));
  }, [map, drawn]);
  return {
    under,
    spot,
    walkTo(to: DrawnMark) {
      setSpot(beside(to));
      setUnder({ mark: to.mark });
    },
    leave: () => setUnder({}),
  };
}
