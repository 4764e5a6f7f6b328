/**
 * Picking an entity on the graph for a field. A click there selects, and a selection opens the inspector over the panel that asked;
 * so the wish lives here, outside both, and the inspector fulfils it.
 */
import { useSyncExternalStore } from 'react';
import { changeView } from '../view.js';

interface Pick {
  /** The field that waits: its label tells two fields apart. */
  readonly label: string;
  take(id: string): void;
}

let current: Pick | undefined;
const listeners = new Set<() => void>();

/** The next entity that is selected goes to this field; `undefined` gives up. */
export function startPick(pick: Pick | undefined): void {
  current = pick;
  for (const listener of listeners) listener();
}

/** The selected entity goes to the field that waits; the selection itself is undone. */
export function fulfilPick(id: string): void {
  const pick = current;
  startPick(undefined);
  changeView({ select: undefined }, { replace: true });
  pick?.take(id);
}

/** The field that waits, if any. */
export function usePick(): Pick | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
