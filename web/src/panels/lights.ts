/** What panels light in the graph: a hovered row for a moment, and under it a spotlight, which stays. */
import { useEffect } from 'react';
import { type Highlight, highlight } from '../graph/highlight.js';
import { shareValue } from '../shared-value.js';
import { currentView } from '../view.js';

const spotlight = shareValue<Highlight | undefined>(undefined);
// Whoever clears the light (the Escape key) means the spotlight too.
highlight.subscribe(() => {
  if (highlight.get() === undefined) spotlight.set(undefined);
});

/** Lights something for as long as it is hovered or focused. */
export const lightUp = (lit: Highlight): void => highlight.set(lit);

/** Ends a hover; the spotlight, if one is on, shines again. */
export const lightOut = (): void => highlight.set(spotlight.get());

/** Handlers that light something while the pointer or the focus is on it. Example: `<li {...litOnHover({ entities: [id] })}>` */
export function litOnHover({ entities = [], relations = [] }: Omit<Highlight, 'reason'>) {
  const light = () => lightUp({ entities, relations, reason: 'row' });
  return { onMouseEnter: light, onMouseLeave: lightOut, onFocus: light, onBlur: lightOut };
}

/** Turns the spotlight on one path or set, or off. */
export function setSpotlight(lit: Highlight | undefined): void {
  spotlight.set(lit);
  highlight.set(lit);
}

/** What is in the spotlight; drawn again when it changes. */
export const useSpotlight = spotlight.use;

/** Whether two lights fall on the same things. */
export const sameLight = (a: Highlight | undefined, b: Highlight | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (['entities', 'relations'] as const).every(
    (what) => (a[what] ?? []).join('\n') === (b[what] ?? []).join('\n'),
  );

/**
 * Puts the first of these into the spotlight when an answer has brought them, unless one of them is in it already: who asked for a path
 * wants to see it. Undefined while there is no answer. The list must stay the same while the answer does.
 */
export function useLitAnswer(lights: readonly Highlight[] | undefined): void {
  useEffect(() => {
    if (lights !== undefined && !lights.some((light) => sameLight(light, spotlight.get())))
      setSpotlight(lights[0]);
  }, [lights]);
}

/** Puts the lights out when a panel goes; a spotlight survives the inspector that opens over its panel. */
export function useLightsOutAfter(): void {
  useEffect(() => {
    const panel = currentView().panel;
    return () => {
      if (panel !== undefined && currentView().panel === panel) lightOut();
      else setSpotlight(undefined);
    };
  }, []);
}
