/** What a click or a key does with what it is on: opens it, flies closer, adds it to the selection. */
import type { Map as BaseMap } from 'maplibre-gl';
import { type RefObject, useEffect, useRef } from 'react';
import type { GraphAnswer } from '../../../src/contract/answers.js';
import { lassoMode, pickAll, togglePicked } from '../by-hand.js';
import { changeView, currentView } from '../view.js';
import type { Drawn } from './map-scene.js';
import type { MapCamera } from './use-map-camera.js';
import { type Under, underAt } from './use-under.js';

/** Selects who is alone, flies closer to several; on the bare map it ends the selection. `deeper` shows a neighbourhood alone. */
export function open(
  { mark, arc }: Under,
  deeper: boolean,
  { entities, relations }: GraphAnswer,
  camera: MapCamera,
): void {
  if (mark?.rows.length === 1) {
    const id = entities.id[mark.rows[0]!]!;
    const focus = deeper ? { focus: id, depth: currentView().depth } : {};
    changeView({ select: `entity:${id}`, ...focus });
  } else if (mark !== undefined) camera.fly(mark.places);
  else if (arc === undefined) changeView({ select: undefined });
  else if (arc.rows.length === 1) changeView({ select: `relation:${relations.id[arc.rows[0]!]}` });
  else camera.fly([arc.from, arc.to]);
}

/** Adds everybody at a place to the selection; takes out who is alone there and in it. */
export function pick({ mark }: Under, { entities }: GraphAnswer): void {
  const ids = mark?.rows.map((row) => entities.id[row]!) ?? [];
  if (ids.length === 1) togglePicked(ids[0]!);
  else if (ids.length > 1) pickAll(ids);
}

/** Hears clicks: one opens, two open the neighbourhood, or bring the bare map closer. */
export function useClicks(
  map: BaseMap | undefined,
  drawn: RefObject<Drawn>,
  onClick: (under: Under, deeper: boolean) => void,
): void {
  const latest = useRef(onClick);
  latest.current = onClick;
  useEffect(() => {
    if (map === undefined) return;
    // With Shift, or the lasso switched on, it is the lasso that hears of it.
    const isLassos = ({ shiftKey }: MouseEvent) => shiftKey || lassoMode.get();
    map.on('click', ({ point, originalEvent }) => {
      if (!isLassos(originalEvent)) latest.current(underAt(drawn.current, point), false);
    });
    map.on('dblclick', ({ point, originalEvent }) => {
      if (isLassos(originalEvent)) return;
      const found = underAt(drawn.current, point);
      if (found.mark?.rows.length === 1) latest.current(found, true);
      else if (found.mark === undefined)
        map.easeTo({ zoom: map.getZoom() + 1, around: map.unproject(point) });
    });
  }, [map, drawn]);
}
