/** What a picture shows, of the sky or of the map, before words are set around it. */
import type { Colors } from '../graph/dress.js';
import type { ShownGraph } from '../graph/use-shown.js';
import type { Layer } from './marks.js';
import type { Frame } from './sky-marks.js';

/** What is to be seen: layers within a frame, the rows of the columns that are in it, what else the words below must say. */
export interface Sight {
  readonly frame: Frame;
  readonly layers: readonly Layer[];
  readonly entities: readonly number[];
  readonly relations: readonly number[];
  readonly graph: ShownGraph;
  readonly colors: Pick<Colors, 'by' | 'groups'>;
  /** Whose work it shows beside the collections'. */
  readonly credits: readonly string[];
  /** On a map: which signs for places there are. */
  readonly places?: { readonly borrowed: boolean; readonly wide: boolean; readonly several: boolean };
  /** On a map: how many of the view have no place. */
  readonly unplaced?: number;
}
