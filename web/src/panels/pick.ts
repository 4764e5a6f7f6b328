/**
 * Picking an entity on the graph for a field. A click there selects, and a selection opens the inspector over the panel that asked;
 * so the wish lives here, outside both, and the inspector fulfils it.
 */
import { shareValue } from '../shared-value.js';
import { changeView } from '../view.js';

interface Pick {
  /** The field that waits: its label tells two fields apart. */
  readonly label: string;
  take(id: string): void;
}

const waiting = shareValue<Pick | undefined>(undefined);

/** The next entity that is selected goes to this field; `undefined` gives up. */
export const startPick = waiting.set;

/** The field that waits, if any. */
export const usePick = waiting.use;

/** The selected entity goes to the field that waits; the selection itself is undone. */
export function fulfilPick(id: string): void {
  const pick = waiting.get();
  waiting.set(undefined);
  changeView({ select: undefined }, { replace: true });
  pick?.take(id);
}
