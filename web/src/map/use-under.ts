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
export function underAt(drawn: Drawn, point: Point): Under {
  const { mark, arc } = hitTest(drawn, point);
  return { ...(mark && { mark: mark.mark }), ...(arc && { arc: arc.arc }) };
}

const beside = ({ x, y, mark }: DrawnMark): Spot => ({ x, y, off: mark.radius + 10 });

export function useUnder(map: BaseMap | undefined, drawn: RefObject<Drawn>) {
  const [under, setUnder] = useState<Under>({});
  const [spot, setSpot] = useState<Spot>({ x: 0, y: 0, off: 0 });
  useEffect(() => {
    if (map === undefined) return;
    map.on('mousemove', ({ point }) => {
      const { mark } = hitTest(drawn.current, point);
      const found = underAt(drawn.current, point);
      map.getCanvas().style.cursor = (found.mark ?? found.arc) ? 'pointer' : '';
      setSpot(mark === undefined ? { x: point.x, y: point.y, off: POINTER_PX } : beside(mark));
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
