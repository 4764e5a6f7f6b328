/** The sky as React holds it: built when columns come, painted when filters and dress change, lit when the pointer or a panel singles out. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { splitIds } from '../id-list.js';
import { useScheme } from '../use-scheme.js';
import { useView } from '../view.js';
import { buildGraph, type SkyGraph } from './build-graph.js';
import { flyToNode, isClose, type Sky } from './camera.js';
import { drawnSky } from './drawn-sky.js';
import { useColors, useSizes } from './dress.js';
import { hiddenNeighbors } from './expansions.js';
import { listenToPointer, type Pointed } from './gestures.js';
import { createGlow, setGlow } from './glow.js';
import { useGraphAnswer } from './graph-answer.js';
import { onFlight, useHighlight } from './highlight.js';
import { createIconAtlas } from './icon-atlas.js';
import { iconName } from './icons.js';
import { drawLabels, forgetWidths, type LabelScene, MOST_TIES_WITH_WORDS } from './labels.js';
import { type Attention, affected, attend, type Singled } from './lit.js';
import { namesOf } from './names.js';
import { paint } from './paint.js';
import { currentPins, usePins } from './pins.js';
import { createSky } from './sky.js';
import { useShown } from './use-shown.js';

declare global {
  interface Window {
    /** For tests and scripts in the page: where an entity stands, in pixels of the viewport. */
    __asterism?: { positionOf(id: string): { x: number; y: number } | undefined };
  }
}

export interface DrawnSky {
  /** Undefined until the columns have come. */
  readonly sky: Sky | undefined;
  readonly graph: SkyGraph | undefined;
  /** Ids, most connected first. */
  readonly order: readonly string[];
  readonly pointed: Pointed;
  point(pointed: Pointed): void;
}

/** Draws into the container while the component stands and `isWanted`. Says `data-graph="ready"` on the page once names are drawn. */
export function useSky(
  container: RefObject<HTMLElement | null>,
  ontology: OntologyRecord,
  isWanted: boolean,
): DrawnSky {
  const { select, names, focus, picked: pickedText } = useView();
  const pins = usePins();
  const picked = useMemo(() => new Set(splitIds(pickedText)), [pickedText]);
  const columns = useGraphAnswer().data;
  const shown = useShown();
  const { sizes } = useSizes();
  const { colors } = useColors();
  const scheme = useScheme();
  const highlight = useHighlight();
  const [made, setMade] = useState<Sky>();
  const [pointed, point] = useState<Pointed>({});
  const [close, setClose] = useState(false);
  const scene = useRef<LabelScene>(undefined);
  const attention = useRef<Attention>(NOTHING);
  const [glow] = useState(createGlow);
  const atlas = useMemo(
    () => createIconAtlas(ontology.kinds.map(({ id }) => iconName(ontology, id))),
    [ontology],
  );
  const graph = useMemo(
    () => (columns === undefined || !isWanted ? undefined : buildGraph(columns, ontology)),
    [columns, ontology, isWanted],
  );
  // Where the layout has them, before anything is pinned.
  const homes = useMemo(() => new Map(graph?.mapNodes((id, { x, y }) => [id, { x, y }] as const)), [graph]);

  useEffect(() => {
    if (graph === undefined || container.current === null) return;
    const sky = createSky(graph, container.current, atlas, glow);
    sky.on('afterRender', () => {
      if (scene.current === undefined) return;
      drawLabels(sky, scene.current);
      document.documentElement.dataset['graph'] = 'ready';
    });
    const look = () => setClose(isClose(sky));
    sky.getCamera().on('updated', look);
    listenToPointer(sky, point);
    window.__asterism = {
      positionOf(id) {
        const data = sky.getNodeDisplayData(id);
        if (data === undefined || data.hidden) return undefined;
        // Not of the display data: those are raw until the next frame is processed.
        const { x, y } = sky.graphToViewport(graph.getNodeAttributes(id));
        const { left, top } = sky.getContainer().getBoundingClientRect();
        return { x: x + left, y: y + top };
      },
    };
    const stopFlights = onFlight((id) => flyToNode(sky, id));
    setMade(sky);
    return () => {
      stopFlights();
      delete window.__asterism;
      delete document.documentElement.dataset['graph'];
      drawnSky.set(undefined);
      scene.current = undefined;
      attention.current = NOTHING;
      setMade(undefined);
      point({});
      sky.kill();
    };
  }, [graph, atlas, container, glow]);

  // After the sky has taken its frame from the layout: where a star was put does not rescale the sky for whoever opens the link.
  useEffect(() => {
    if (graph === undefined) return;
    for (const [id, home] of homes) {
      const place = pins.get(id) ?? home;
      const { x, y } = graph.getNodeAttributes(id);
      if (x !== place.x || y !== place.y) graph.mergeNodeAttributes(id, place);
    }
  }, [graph, homes, pins]);

  // A sky is drawn of one graph: between two of them, the state still holds the one that has ended.
  const sky = made !== undefined && made.getGraph() === graph ? made : undefined;

  // Fonts come after the first frame; names are measured with them, so they are drawn again.
  useEffect(() => {
    if (sky === undefined) return;
    let alive = true;
    void document.fonts.ready.then(() => {
      forgetWidths();
      if (alive) sky.scheduleRender();
    });
    return () => {
      alive = false;
    };
  }, [sky]);

  const order = useMemo(() => {
    if (graph === undefined || sizes === undefined) return [];
    const radius = (id: string) => sizes.radius(sizes.values[graph.getNodeAttribute(id, 'row')]!);
    const radii = new Map(graph.nodes().map((id) => [id, radius(id)]));
    return graph.nodes().sort((a, b) => radii.get(b)! - radii.get(a)!);
  }, [graph, sizes]);

  const unfolded = close || focus !== undefined;
  const singled = useMemo(
    (): Singled | undefined =>
      shown && {
        columns: shown.columns,
        shown: shown.shown,
        select,
        highlight:
          pointed.relation === undefined ? highlight : { relations: [pointed.relation], reason: 'hover' },
        hovered: pointed.entity,
      },
    [shown, select, highlight, pointed],
  );
  const singledNow = useRef(singled);
  singledNow.current = singled;

  // What filters and dress decide: everything is painted anew.
  useEffect(() => {
    if (sky === undefined || graph === undefined || sizes === undefined || colors === undefined) return;
    if (shown === undefined || shown.columns !== columns || sizes.values.length !== graph.order) return;
    const repaintAll = () => {
      const look = {
        ...shown,
        scheme,
        unfolded,
        picked,
        color: colors.of,
        radius: (row: number) => sizes.radius(sizes.values[row]!),
      };
      const now = singledNow.current;
      if (now === undefined) return;
      attention.current = attend(now, graph);
      setGlow(glow, scheme, attention.current.lit, shown.shown.visibleRelations);
      const { node, edge, bundles } = paint(look, attention, graph, atlas);
      const { relations } = shown.columns;
      const hidden = hiddenNeighbors(shown.columns, shown.shown);
      const labels = new Map(ontology.types.map(({ id, label }) => [id, label]));
      scene.current = {
        scheme,
        order,
        lit: attention.current.lit,
        first: [attention.current.hovered, attention.current.entity, ...picked],
        pinned: (id) => currentPins().has(id),
        hidden: (id) => hidden[graph.getNodeAttribute(id, 'row')]!,
        names: (id) => namesOf(shown.columns, graph.getNodeAttribute(id, 'row'), names),
        relationLabel: (id) =>
          graph.hasEdge(id) && !bundles.has(id)
            ? labels.get(relations.type[graph.getEdgeAttribute(id, 'row')]!)
            : undefined,
        worded:
          shown.shown.visibleRelations > MOST_TIES_WITH_WORDS
            ? []
            : relations.id.filter((_, row) => shown.shown.relations[row] === 0),
        counts: [...bundles].map(([id, { count }]) => [id, count] as const).sort((a, b) => b[1] - a[1]),
      };
      drawnSky.set({ sky, graph, look, colors, singled: now, scene: scene.current });
      sky.setSettings({ nodeReducer: node, edgeReducer: edge });
    };
    // The first time at once; then after the panels have answered, as a task of its own, so that neither makes the other wait.
    if (scene.current === undefined) {
      repaintAll();
      return;
    }
    const soon = setTimeout(repaintAll);
    return () => clearTimeout(soon);
  }, [
    sky,
    graph,
    shown,
    columns,
    scheme,
    sizes,
    colors,
    names,
    unfolded,
    picked,
    order,
    ontology,
    atlas,
    glow,
  ]);

  // What is singled out: only stars and ties that it concerns.
  useEffect(() => {
    if (sky === undefined || graph === undefined || scene.current === undefined || shown === undefined)
      return;
    if (singled === undefined || singled.columns !== columns) return;
    const before = attention.current;
    const after = attend(singled, graph);
    attention.current = after;
    scene.current = { ...scene.current, lit: after.lit, first: [after.hovered, after.entity, ...picked] };
    setGlow(glow, scheme, after.lit, shown.shown.visibleRelations);
    const drawn = drawnSky.get();
    if (drawn !== undefined) drawnSky.set({ ...drawn, singled, scene: scene.current });
    repaint(sky, affected(before, after, graph));
  }, [sky, graph, shown, columns, scheme, singled, picked, glow]);
  return { sky, graph, order, pointed, point };
}

const NOTHING: Attention = { lit: undefined, hovered: undefined, entity: undefined, relation: undefined };

/** Paints some stars and ties in their places. */
function repaint(sky: Sky, partialGraph: { nodes: string[]; edges: string[] }): void {
  try {
    sky.refresh({ partialGraph, skipIndexation: true, schedule: true });
  } catch {
    // sigma has given up its places because it is about to index anew (after a resize, say), and refuses: so all is painted.
    sky.scheduleRefresh();
  }
}
