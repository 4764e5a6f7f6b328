/** Where the keyboard's focus goes when the right-hand column changes, and how it gets from one part of the page to the next. */
import { type RefObject, useEffect, useRef } from 'react';

/** The parts of the page in the order in which they are read; those that do not show are passed over. */
const PARTS = ['.header', '.sky', '.left', '.middle', '.side-panel', '.strip'];
const CAN_FOCUS =
  'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"]), select, textarea, summary, [tabindex="0"]';

const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
const firstIn = (part: Element): HTMLElement | undefined =>
  [...part.querySelectorAll<HTMLElement>(CAN_FOCUS)].find(seen);

/** Moves the focus to the first thing in the next part of the page, or in the one before. */
export function focusNextPart(by: 1 | -1): void {
  const parts = PARTS.flatMap((name) => {
    const part = document.querySelector(name);
    const first =
      part === null ? undefined : (part.querySelector<HTMLElement>('.panel-scroll') ?? firstIn(part));
    return part === null || first === undefined ? [] : [{ part, first }];
  });
  const at = parts.findIndex(({ part }) => part.contains(document.activeElement));
  const next = at < 0 && by < 0 ? parts.length - 1 : (at + by + parts.length) % parts.length;
  parts[next]?.first.focus();
}

/** The last key that went down, unless a pointer did since. Captured, so that no handler keeps it to itself. */
let lastKey: string | undefined;
window.addEventListener('keydown', ({ key }) => (lastKey = key), { capture: true });
window.addEventListener('pointerdown', () => (lastKey = undefined), { capture: true });

/** A bar that steps on keeps the focus on its buttons while the panel follows. */
const STAYS = '.story';

/**
 * Follows the keyboard: what Enter opens gets the focus; who comes back finds it on the link that led away; what was lost with its
 * element goes to the panel, or, when that closes, to where it was opened from. A pointer moves no focus.
 */
export function usePanelFocus(
  scroll: RefObject<HTMLElement | null>,
  subject: string,
  select: string | undefined,
) {
  const before = useRef({ subject, select });
  const opener = useRef<Element>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { subject, select };
    if (last.subject === subject || lastKey === undefined) return;
    const active = document.activeElement;
    const isLost = active === null || active === document.body || !seen(active);
    const isInside = scroll.current?.parentElement?.contains(active) === true;
    if (subject === '') {
      if (isLost) focusOn(opener.current ?? document.querySelector('.search-field'));
      return;
    }
    const isChosen = lastKey === 'Enter' || lastKey === ' ';
    const keeps = active?.closest(STAYS) != null;
    if (!isLost && !isInside && (!isChosen || keeps)) return;
    if (!isLost && !isInside) opener.current = active?.closest('[role="dialog"]') == null ? active : null;
    focusOn(linkTo(scroll.current, last.select) ?? scroll.current);
  }, [scroll, subject, select]);
}

const focusOn = (element: Element | null | undefined) => {
  if (element instanceof HTMLElement && element.isConnected) element.focus();
};

/** The link in the panel to what was selected before, its folds opened. */
function linkTo(panel: HTMLElement | null, select: string | undefined): HTMLElement | undefined {
  if (panel === null || select === undefined) return undefined;
  const link = [...panel.querySelectorAll<HTMLAnchorElement>('a[href]')].find(
    (one) => new URL(one.href).searchParams.get('select') === select,
  );
  for (let fold = link?.closest('details'); fold != null; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  return link !== undefined && seen(link) ? link : undefined;
}
