/** The sky as it is drawn now, for whoever makes something of it: a picture, a file. Undefined while none stands. */
import { shareValue } from '../shared-value.js';
import type { SkyGraph } from './build-graph.js';
import type { Sky } from './camera.js';
import type { LabelScene } from './labels.js';
import type { Light } from './paint.js';

export interface DrawnSky {
  readonly sky: Sky;
  readonly graph: SkyGraph;
  readonly light: Light;
  readonly scene: LabelScene;
}

export const drawnSky = shareValue<DrawnSky | undefined>(undefined);
