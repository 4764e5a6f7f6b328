/** The sky as React holds it: built when columns come, painted when filters and dress change, lit when the pointer or a panel singles out. */
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { splitIds } from '../id-list.js';
import { useScheme } from '../use-scheme.js';
import { useView } from '../view.js';
import { buildGraph, type SkyGraph } from './build-graph.js';
import { drawnSky } from './drawn-sky.js';
import { type Sizes, useColors, useSizes } from './dress.js';
import type { Singled } from './lit.js';
import type { Look } from './paint.js';
import { paintSky, singleOut } from './paint-sky.js';
import { usePins } from './pins.js';
import { type Stage, useStage } from './stage.js';
import { type ShownGraph, useShown } from './use-shown.js';
import { useSingled } from './use-singled.js';

/** Draws into the container while the component stands and `isWanted`; `sky` and `graph` are undefined until the columns have come. */
export function useSky(
  container: RefObject<HTMLElement | null>,
  ontology: OntologyRecord,
  isWanted: boolean,
) {
  const shown = useShown();
  const columns = shown?.columns;
  const graph = useMemo(
    () => (columns === undefined || !isWanted ? undefined : buildGraph(columns, ontology)),
    [columns, ontology, isWanted],
  );
  const { stage, pointed, point, isNear } = useStage(container, graph, ontology);
  usePinnedPlaces(graph);
  const { sizes } = useSizes();
  const order = useMemo(
    () => (graph === undefined || sizes === undefined ? [] : largestFirst(graph, sizes)),
    [graph, sizes],
  );
  const singled = useSingled(shown, pointed);
  usePaint(stage, shown, sizes, order, isNear, singled);
  useEffect(() => {
    if (stage !== undefined && singled !== undefined) singleOut(stage, singled);
  }, [stage, singled]);
  return { sky: stage?.sky, graph, order, pointed, point };
}

function largestFirst(graph: SkyGraph, sizes: Sizes): string[] {
  const radii = new Map(graph.mapNodes((id, { row }) => [id, sizes.radius(row)]));
  return graph.nodes().sort((a, b) => radii.get(b)! - radii.get(a)!);
}

/** After the sky has taken its frame from the layout: where a star was put does not rescale the sky for whoever opens the link. */
function usePinnedPlaces(graph: SkyGraph | undefined): void {
  const pins = usePins();
  // Where the layout has them, before anything is pinned.
  const homes = useMemo(() => new Map(graph?.mapNodes((id, { x, y }) => [id, { x, y }] as const)), [graph]);
  useEffect(() => {
    if (graph === undefined) return;
    for (const [id, home] of homes) {
      const place = pins.get(id) ?? home;
      const { x, y } = graph.getNodeAttributes(id);
      if (x !== place.x || y !== place.y) graph.mergeNodeAttributes(id, place);
    }
  }, [graph, homes, pins]);
}

/** Everything is painted anew when filters or dress change. */
function usePaint(
  stage: Stage | undefined,
  shown: ShownGraph | undefined,
  sizes: Sizes | undefined,
  order: readonly string[],
  isNear: boolean,
  singled: Singled | undefined,
): void {
  const { names, focus, picked: pickedText } = useView();
  const picked = useMemo(() => new Set(splitIds(pickedText)), [pickedText]);
  const { colors } = useColors();
  const scheme = useScheme();
  const unfolded = isNear || focus !== undefined;
  const singledNow = useRef(singled);
  singledNow.current = singled;

  useEffect(() => {
    if (stage === undefined || shown === undefined || sizes === undefined || colors === undefined) return;
    const look: Look = { ...shown, scheme, unfolded, picked, color: colors.of, radius: sizes.radius };
    const paint = () => {
      if (singledNow.current !== undefined)
        paintSky(stage, look, colors, singledNow.current, { names, order });
    };
    // The first time at once; then after the panels have answered, as a task of its own, so that neither makes the other wait.
    if (drawnSky.get() === undefined) {
      paint();
      return;
    }
    const soon = setTimeout(paint);
    return () => clearTimeout(soon);
  }, [stage, shown, scheme, sizes, colors, names, unfolded, picked, order]);
}
