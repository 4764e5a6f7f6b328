/** The sky as it is drawn now, for whoever makes something of it: a picture, a file. Undefined while none stands. */
import { shareValue } from '../shared-value.js';
import type { SkyGraph } from './build-graph.js';
import type { Sky } from './camera.js';
import type { Colors } from './dress.js';
import type { Singled } from './lit.js';
import type { Look } from './paint.js';
import type { LabelScene } from './place-labels.js';

export interface DrawnSky {
  readonly sky: Sky;
  readonly graph: SkyGraph;
  readonly look: Look;
  readonly colors: Colors;
  readonly singled: Singled;
  readonly scene: LabelScene;
}

export const drawnSky = shareValue<DrawnSky | undefined>(undefined);
