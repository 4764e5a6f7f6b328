/** MapLibre as React holds it: made when the base map has come, restyled with the theme, removed with the component. */
import { Map as BaseMap, setWorkerUrl } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type RefObject, useEffect, useState } from 'react';
import { freeArea } from '../graph/camera.js';
import type { Scheme } from '../theme.js';
import { CLOSEST_ZOOM } from './arrange.js';
import { baseStyle } from './base-style.js';
import { type Camera, mercator, worldPxAt } from './mercator.js';
import type { World } from './world.js';
import 'maplibre-gl/dist/maplibre-gl.css';
import { messageOf } from '../message-of.js';

// From this server: the policy of the page allows workers from nowhere else.
setWorkerUrl(workerAddress);

/** Below this width the page scrolls under the finger, so the map takes two. */
const NARROW_PX = 960;

/** The map, whether its land is drawn already, or in words why it cannot be. */
export function useBaseMap(
  container: RefObject<HTMLElement | null>,
  world: World | undefined,
  scheme: Scheme,
): { map: BaseMap | undefined; isLoaded: boolean; fault: string | undefined } {
  const [map, setMap] = useState<BaseMap>();
  const [isLoaded, setLoaded] = useState(false);
  const [fault, setFault] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme at the start; its changes restyle below
  useEffect(() => {
    if (world === undefined || container.current === null) return;
    let made: BaseMap;
    setFault(undefined);
    try {
      made = new BaseMap({
        container: container.current,
        style: baseStyle(world, scheme),
        attributionControl: false,
        // Keys walk from mark to mark; the view tells them itself.
        keyboard: false,
        doubleClickZoom: false,
        // Shift draws the lasso.
        boxZoom: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        maxZoom: CLOSEST_ZOOM,
        fadeDuration: 0,
        cooperativeGestures: innerWidth <= NARROW_PX,
      });
    } catch (thrown) {
      setFault(messageOf(thrown));
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.on('error', ({ error }) => setFault(error.message));
    made.once('load', () => setLoaded(true));
    // Whether the land is all drawn, for pictures and tests.
    made.on('idle', () => {
      made.getContainer().dataset['land'] = 'drawn';
    });
    // At once: what stands on the map need not wait for the land beneath it.
    setMap(made);
    return () => {
      setMap(undefined);
      setLoaded(false);
      made.remove();
    };
  }, [world, container]);
  useEffect(() => {
    if (map !== undefined && world !== undefined && isLoaded) map.setStyle(baseStyle(world, scheme));
  }, [map, world, scheme, isLoaded]);
  return { map, isLoaded, fault };
}

/** What the map looks at now. */
export function cameraOf(map: BaseMap): Camera {
  const { lng, lat } = map.getCenter();
  const { clientWidth, clientHeight } = map.getContainer();
  const middle = mercator({ lon: lng, lat });
  const worldPx = worldPxAt(map.getZoom());
  const { left, right } = freeArea(map);
  return {
    middle,
    eye: middle.x + ((left + right) / 2 - clientWidth / 2) / worldPx,
    worldPx,
    width: clientWidth,
    height: clientHeight,
  };
}
