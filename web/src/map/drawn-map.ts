/** The map as it is drawn now, for whoever makes a picture of it. Undefined while none stands. */
import type { Map as BaseMap } from 'maplibre-gl';
import { shareValue } from '../shared-value.js';
import type { MapScene } from './map-scene.js';
import type { World } from './world.js';

export interface DrawnMap {
  readonly map: BaseMap;
  readonly world: World;
  /** As it is drawn now, or as it would be at another zoom with stars of a share of their size. */
  scene(other?: { readonly zoom: number; readonly share: number }): MapScene;
}

export const drawnMap = shareValue<DrawnMap | undefined>(undefined);
