/** The map as it is drawn now, for whoever makes a picture of it. Undefined while none stands. */
import type { Map as BaseMap } from 'maplibre-gl';
import { shareValue } from '../shared-value.js';
import type { MapScene } from './map-scene.js';
import type { World } from './world.js';

export interface DrawnMap {
  readonly map: BaseMap;
  readonly world: World;
  scene(): MapScene;
}

export const drawnMap = shareValue<DrawnMap | undefined>(undefined);
