/**
 * Undo and redo. The browser's history is the record: every entry that the page writes bears its number, so that the page knows
 * how far it can go either way and undo never leads out of it. What is not in the address (a light, what is pointed at) is not undone.
 */
import { shareValue } from './shared-value.js';

/** Where the page stands among its own entries, and the last of them that it knows. After a reload that is the one it stands on. */
interface Steps {
  readonly at: number;
  readonly last: number;
}

/** Changes of one name that follow each other within this time (a drag, a held arrow key) are one step. */
const FOLD_MS = 1000;

/** The number of an entry; undefined where the page did not write it. */
const numberOf = (state: unknown): number | undefined =>
  (state as { step?: number } | null | undefined)?.step;

const steps = shareValue<Steps>({ at: 0, last: 0 });
let goal: number | undefined;
let folding: { name: string; until: number } | undefined;

/** Puts an address into the history: as a step of its own, or folded into the one where the page stands. */
export function writeStep(address: string, how: { replace?: boolean; fold?: string } = {}): void {
  const now = performance.now();
  const folds = how.fold !== undefined && folding?.name === how.fold && now < folding.until;
  folding = how.fold === undefined ? undefined : { name: how.fold, until: now + FOLD_MS };
  const { at } = steps.get();
  if (how.replace === true || folds) {
    history.replaceState({ step: at }, '', address);
    return;
  }
  goal = undefined;
  history.pushState({ step: at + 1 }, '', address);
  steps.set({ at: at + 1, last: at + 1 });
}

/** Numbers the entry on which the page opens, and follows the browser from there. Called once, when the page starts. */
export function startSteps(): void {
  const start = numberOf(history.state) ?? 0;
  // Without an address: the one that stands is kept.
  history.replaceState({ step: start }, '');
  steps.set({ at: start, last: start });
  window.addEventListener('popstate', ({ state }) => follow(state));
}

/** The browser moves when it has time: what is asked meanwhile waits for it. */
function follow(state: unknown): void {
  const before = steps.get();
  // A link within the page (to its search field) makes an entry of its own, which has no number yet.
  const at = numberOf(state) ?? before.at + 1;
  if (numberOf(state) === undefined) history.replaceState({ step: at }, '');
  folding = undefined;
  steps.set({ at, last: Math.max(at, before.last) });
  if (goal === at) goal = undefined;
  else if (goal !== undefined) history.go(goal - at);
}

function travel(by: -1 | 1): boolean {
  const { at, last } = steps.get();
  const next = (goal ?? at) + by;
  if (next < 0 || next > last) return false;
  const isMoving = goal !== undefined;
  goal = next;
  if (!isMoving) history.go(next - at);
  return true;
}

/** Takes the last change of the view back. False when there is none. */
export const undo = (): boolean => travel(-1);

/** Makes the change again that was taken back last. False when there is none. */
export const redo = (): boolean => travel(1);

/** Whether there is a change to take back, and one to make again. */
export function useSteps(): { canUndo: boolean; canRedo: boolean } {
  const { at, last } = steps.use();
  return { canUndo: at > 0, canRedo: at < last };
}
