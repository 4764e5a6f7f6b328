/** What panels light in the graph: a hovered row for a moment, and under it the spotlight of a path, which stays. */
import { useEffect } from 'react';
import { type Highlight, highlight } from '../graph/highlight.js';
import { shareValue } from '../shared-value.js';

const spotlight = shareValue<Highlight | undefined>(undefined);
// Whoever clears the light (the Escape key) means the spotlight too.
highlight.subscribe(() => {
  if (highlight.get() === undefined) spotlight.set(undefined);
});

/** Lights something for as long as it is hovered or focused. */
export const lightUp = (lit: Highlight): void => highlight.set(lit);

/** Ends a hover; the spotlight, if one is on, shines again. */
export const lightOut = (): void => highlight.set(spotlight.get());

/** Turns the spotlight on one path, or off. */
export function setSpotlight(lit: Highlight | undefined): void {
  spotlight.set(lit);
  highlight.set(lit);
}

/** The path in the spotlight; drawn again when it changes. */
export const useSpotlight = spotlight.use;

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
