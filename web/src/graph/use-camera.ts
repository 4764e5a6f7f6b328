/** Who moves the camera: the address, the person, or a view that frames itself between the panels. */
import { useEffect, useRef } from 'react';
import { selectedEntity } from '../selected.js';
import { changeView, useView } from '../view.js';
import {
  angleOf,
  bringIntoSight,
  cameraText,
  fitting,
  moveCamera,
  readCamera,
  type Sky,
  scaleStars,
} from './camera.js';

const CAMERA_REST_MS = 400;
/** A double click is two clicks at one place: the camera waits for the second before it moves. */
const DOUBLE_CLICK_MS = 340;
/** Panels have their new size a frame after the view has changed. */
const PANEL_MS = 30;

/**
 * Keeps camera and address in step. `visible` are the entities to frame, `all` those whose frame gives stars their size. Once the
 * person has moved the camera it is theirs: neither panels nor filters move it, until they go home or focus.
 */
export function useCamera(sky: Sky | undefined, visible: () => readonly string[], all: readonly string[]) {
  const { camera, focus, depth, panel, select, story, step } = useView();
  const isTold = story !== undefined;
  const steered = useRef(readCamera(camera) !== undefined);
  const told = useRef(camera);
  /** Where the last frame put the camera: elsewhere it has flown to somebody since. */
  const framed = useRef('');
  const frame = (how: 'fly' | 'jump') => {
    if (sky === undefined) return;
    const ids = visible();
    const target = fitting(sky, ids.length > 0 ? ids : all);
    framed.current = cameraText(target);
    if (how === 'fly') {
      moveCamera(sky, target);
      return;
    }
    scaleStars(sky, fitting(sky, all).ratio);
    sky.getCamera().setState(target);
  };
  const frameNow = useRef(frame);
  frameNow.current = frame;

  // First sight of a sky: the camera of the address, or all of it between the panels.
  useEffect(() => {
    if (sky === undefined) return;
    const kept = readCamera(told.current);
    steered.current = kept !== undefined;
    frameNow.current('jump');
    if (kept !== undefined) sky.getCamera().setState({ ...kept, angle: angleOf(sky) });
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        const now = cameraText(sky.getCamera().getState());
        // What frames itself does so in the window of whoever follows the link; a flight to somebody is part of what is seen.
        told.current = !steered.current && now === framed.current ? undefined : now;
        changeView({ camera: told.current }, { replace: true });
      }, CAMERA_REST_MS);
    };
    const steer = () => {
      steered.current = true;
    };
    const steerByDrag = () => {
      if (sky.getMouseCaptor().isMoving) steer();
    };
    const refit = () => {
      const isFramed = cameraText(sky.getCamera().getState()) === framed.current;
      if (!steered.current && isFramed) frameNow.current('jump');
    };
    const container = sky.getContainer();
    sky.getCamera().on('updated', keep);
    sky.on('resize', refit);
    // With their own letters the panels have another height than with those that stood in for them.
    document.fonts.addEventListener('loadingdone', refit);
    sky.on('moveBody', steerByDrag);
    // While it goes down: sigma stops the event on its way up.
    container.addEventListener('wheel', steer, { passive: true, capture: true });
    return () => {
      clearTimeout(rest);
      sky.getCamera().off('updated', keep);
      sky.off('resize', refit);
      sky.off('moveBody', steerByDrag);
      document.fonts.removeEventListener('loadingdone', refit);
      container.removeEventListener('wheel', steer, { capture: true });
    };
  }, [sky]);

  // Back and forward bring their camera with them.
  useEffect(() => {
    if (sky === undefined || camera === told.current) return;
    told.current = camera;
    const kept = readCamera(camera);
    steered.current = kept !== undefined;
    if (kept !== undefined) moveCamera(sky, { ...kept, angle: angleOf(sky) });
    else frameNow.current('fly');
  }, [sky, camera]);

  const isFirst = useRef(true);
  // A focus, a panel or a story that covers part of the sky, its next step: each frames anew, and is a reason, not an input.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (sky === undefined || (steered.current && focus === undefined)) return;
    const timer = setTimeout(() => frameNow.current('fly'), PANEL_MS);
    return () => clearTimeout(timer);
  }, [focus, depth, panel, isTold, step]);

  // A selection that the inspector covers is brought back into sight, once a double click can no longer be meant.
  const selected = selectedEntity(select);
  useEffect(() => {
    if (sky === undefined || selected === undefined) return;
    const timer = setTimeout(() => bringIntoSight(sky, selected), DOUBLE_CLICK_MS);
    return () => clearTimeout(timer);
  }, [sky, selected]);

  return {
    zoom(factor: number) {
      if (sky === undefined) return;
      steered.current = true;
      const state = sky.getCamera().getState();
      moveCamera(sky, { ...state, ratio: state.ratio * factor });
    },
    home() {
      steered.current = false;
      told.current = undefined;
      changeView({ camera: undefined }, { replace: true });
      frame('fly');
    },
  };
}
