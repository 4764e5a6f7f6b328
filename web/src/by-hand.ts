/** What one does with parts of the graph by hand: select several, show only these, hide, bring neighbours in. All of it in the address. */
import { joinIds, splitIds } from './id-list.js';
import { shareValue } from './shared-value.js';
import { changeView, currentView } from './view.js';

/** An address has its bounds: of a longer list the first so many are kept, and the page says so. */
export const MOST_BY_HAND = 100;

/** How many the last change left out for want of room. */
const leftOut = shareValue(0);
export const useLeftOut = leftOut.use;

/** Whether dragging draws a lasso, and a click adds to the selection: for those without a Shift key. */
export const lassoMode = shareValue(false);

function bounded(ids: readonly string[]): string | undefined {
  const once = [...new Set(ids)];
  leftOut.set(Math.max(0, once.length - MOST_BY_HAND));
  return joinIds(once.slice(0, MOST_BY_HAND));
}

/** Adds to the selection. */
export function pickAll(ids: readonly string[]): void {
  changeView({ picked: bounded([...splitIds(currentView().picked), ...ids]) });
}

/** Adds one to the selection, or takes it out. */
export function togglePicked(id: string): void {
  const picked = splitIds(currentView().picked);
  if (!picked.includes(id)) pickAll([id]);
  else changeView({ picked: bounded(picked.filter((other) => other !== id)) });
}

/** Ends the selection of several. */
export function clearPicked(): void {
  leftOut.set(0);
  changeView({ picked: undefined });
}

/** Keeps these alone on the sky. `absent` are those of them that neither lens nor filters show, and expansions that lead to such relations: they are brought in. */
export function showOnly(ids: readonly string[], absent: readonly string[] = []): void {
  const view = currentView();
  const expand = [...new Set([...splitIds(view.expand), ...absent])];
  changeView({
    only: bounded(ids),
    hide: joinIds(splitIds(view.hide).filter((id) => !ids.includes(id))),
    focus: undefined,
    depth: undefined,
    camera: undefined,
    expand: joinExpansions(expand.slice(0, MOST_BY_HAND)),
  });
}

/** Takes these off the sky; paths and rankings still know them. */
export function hideAll(ids: readonly string[]): void {
  const { hide, select } = currentView();
  const isSelected = ids.some((id) => select === `entity:${id}`);
  changeView({
    hide: bounded([...splitIds(hide), ...ids]),
    picked: undefined,
    ...(isSelected ? { select: undefined } : {}),
  });
}

/** Brings one back. */
export function unhide(id: string): void {
  changeView({ hide: joinIds(splitIds(currentView().hide).filter((other) => other !== id)) });
}

/** Shows these neighbours beyond every filter (`out:TYPE:ENTITY`). The latest are kept when there are too many. */
export function expand(expansion: string): void {
  const all = [...new Set([...splitIds(currentView().expand), expansion])];
  changeView({ expand: joinExpansions(all.slice(-MOST_BY_HAND)) });
}

/** Takes an expansion back. */
export function collapse(expansion: string): void {
  changeView({
    expand: joinExpansions(splitIds(currentView().expand).filter((other) => other !== expansion)),
  });
}

/** As `joinIds`, with the colons of expansions left as they are. */
const joinExpansions = (expansions: readonly string[]) => joinIds(expansions)?.replaceAll('%3A', ':');

/** Paths pass this one by, or may pass through it again. */
export function toggleAvoided(id: string): void {
  const avoid = splitIds(currentView().avoid);
  changeView({
    avoid: joinIds(avoid.includes(id) ? avoid.filter((other) => other !== id) : [...avoid, id]),
  });
}
