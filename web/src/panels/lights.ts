/** What panels light in the graph: a hovered row for a moment, and under it the spotlight of a path, which stays. */
import { useEffect } from 'react';
import { type Highlight, setHighlight, useHighlight } from '../graph/highlight.js';

let spotlight: Highlight | undefined;

/** Lights something for as long as it is hovered or focused. */
export const lightUp = (highlight: Highlight): void => setHighlight(highlight);

/** Ends a hover; the spotlight, if one is on, shines again. */
export const lightOut = (): void => setHighlight(spotlight);

/** Turns the spotlight on one path, or off. */
export function setSpotlight(highlight: Highlight | undefined): void {
  spotlight = highlight;
  setHighlight(highlight);
}

/** The path in the spotlight; drawn again when it changes. */
export function useSpotlight(): Highlight | undefined {
  useHighlight();
  return spotlight;
}

/** Puts the lights out when a panel goes; a spotlight survives the inspector that opens over its path. */
export function useLightsOutAfter(): void {
  useEffect(
    () => () => {
      if (new URLSearchParams(location.search).get('panel') === 'paths') lightOut();
      else setSpotlight(undefined);
    },
    [],
  );
}
