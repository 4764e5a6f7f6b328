/** Whether the page shows communities as bubbles in place of stars. */
import { useShown } from '../graph/use-shown.js';
import { useView } from '../view.js';

/** More visible entities than this cannot be read one by one. */
export const MOST_READABLE = 20_000;

/** `undefined` until the graph has come: nobody knows yet how large it is. */
export function useOverview(): { isOn: boolean | undefined; isLarge: boolean } {
  const { overview } = useView();
  const visible = useShown()?.shown.visibleEntities;
  const isLarge = (visible ?? 0) > MOST_READABLE;
  if (overview === 'yes') return { isOn: true, isLarge };
  return { isOn: visible === undefined ? undefined : isLarge && overview !== 'no', isLarge };
}
