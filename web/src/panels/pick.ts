/**
 * Picking an entity on the graph for a field. A click there selects, and a selection opens the inspector over the panel that asked;
 * so the wish lives here, outside both, and the inspector fulfils it.
 */
import { shareValue } from '../shared-value.js';
import { changeView, currentView, useView, type View } from '../view.js';

interface Pick {
  /** The field that waits: its label tells two fields apart. */
  readonly label: string;
  /** Where the field stands. Who leaves it has given up. */
  readonly panel: string;
  take(id: string): void;
}

const waiting = shareValue<Pick | undefined>(undefined);

const panelOf = ({ panel, tab }: View) => `${panel} ${tab}`;

/** The next entity that is selected goes to the field of this label. */
export const startPick = (label: string, take: (id: string) => void): void =>
  waiting.set({ label, take, panel: panelOf(currentView()) });

/** Waits no longer. */
export const giveUpPick = (): void => waiting.set(undefined);

/** The field of the open panel that waits, if any. */
export function usePick(): Pick | undefined {
  const pick = waiting.use();
  const panel = panelOf(useView());
  return pick?.panel === panel ? pick : undefined;
}

/** The selected entity goes to the field that waits; the selection itself is undone. */
export function fulfilPick(id: string): void {
  const pick = waiting.get();
  giveUpPick();
  changeView({ select: undefined }, { replace: true });
  pick?.take(id);
}
