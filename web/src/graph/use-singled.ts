/** What the pointer, a panel or the address singles out of what is shown. */
import { useMemo } from 'react';
import { useView } from '../view.js';
import type { Pointed } from './gestures.js';
import { useHighlight } from './highlight.js';
import type { Singled } from './lit.js';
import type { ShownGraph } from './use-shown.js';

export function useSingled(graph: ShownGraph, pointed: Pointed): Singled;
export function useSingled(graph: ShownGraph | undefined, pointed: Pointed): Singled | undefined;
export function useSingled(graph: ShownGraph | undefined, pointed: Pointed): Singled | undefined {
  const { select } = useView();
  const highlight = useHighlight();
  return useMemo(
    () =>
      graph && {
        columns: graph.columns,
        shown: graph.shown,
        select,
        highlight:
          pointed.relation === undefined ? highlight : { relations: [pointed.relation], reason: 'hover' },
        hovered: pointed.entity,
      },
    [graph, select, highlight, pointed],
  );
}
