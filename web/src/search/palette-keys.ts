/** The palette's store, and what the keyboard asks of it: no letter lost while it opens, no Enter before the answer, one row marked, and that row said aloud. */
import { createSpotlight, useSpotlight } from '@mantine/spotlight';
import { useEffect, useRef, useState } from 'react';

const [store, palette] = createSpotlight();

export { palette, store as paletteStore };

const CONTENT = '.mantine-Spotlight-content';

/** Keys pressed between the one that opens the palette and the moment its field has the focus: they are written into it. */
export function useEarlyLetters(write: (change: (typed: string) => string) => void, enter: () => void): void {
  const latest = useRef({ write, enter });
  latest.current = { write, enter };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!store.getState().opened || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.activeElement?.closest(CONTENT) instanceof Element) return;
      if (event.key === 'Enter') latest.current.enter();
      else if (event.key === 'Backspace') latest.current.write((typed) => typed.slice(0, -1));
      else if ([...event.key].length === 1) latest.current.write((typed) => typed + event.key);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** Whether a row is marked, which Enter takes. */
export const hasMarkedRow = (): boolean => document.querySelector(`${CONTENT} [data-selected]`) !== null;

/**
 * Marks the first row whenever the rows are others, since Mantine marks one when the query changes, which is before the rows do.
 * Gives what a screen reader is to hear of the marked row: Mantine's field does not point at it.
 */
export function useMarkedRow(rows: string, typed: string): string {
  const { opened, selected } = useSpotlight(store);
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are the reason to mark anew
  useEffect(() => {
    if (!opened || typed === '') return;
    const all = document.querySelectorAll(`${CONTENT} [data-action]`);
    for (const row of all) row.removeAttribute('data-selected');
    all[0]?.setAttribute('data-selected', 'true');
    store.setState({ ...store.getState(), selected: all.length === 0 ? -1 : 0 });
  }, [opened, rows, typed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is marked stands in the document
  useEffect(() => {
    const all = [...document.querySelectorAll<HTMLElement>(`${CONTENT} [data-action]`)];
    const at = all.findIndex((row) => row.hasAttribute('data-selected'));
    setSaid(at < 0 ? '' : `${all[at]!.innerText.replace(/\s+/g, ' ')}, ${at + 1} of ${all.length}`);
  }, [opened, rows, selected]);
  return said;
}
