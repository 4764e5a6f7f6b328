/** Keeps entities alone on the sky, with those of them that neither lens nor filters show brought in. */
import { showOnly } from '../by-hand.js';
import { notShownAlone } from './filter.js';
import { useShown } from './use-shown.js';

/** Gives the function that does it; it does nothing until the graph has come. */
export function useShowAlone(): (ids: readonly string[]) => void {
  const graph = useShown();
  return (ids) => {
    if (graph !== undefined) showOnly(ids, notShownAlone(graph.columns, graph.shown, ids));
  };
}
