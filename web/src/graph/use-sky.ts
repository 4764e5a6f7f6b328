/** The sky as React holds it: built when columns come, lit anew when filters, selection, highlight or pointer change. */
import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { useView } from '../view.js';
import { buildGraph, type SkyGraph } from './build-graph.js';
import { flyToNode, type Sky } from './camera.js';
import { drawnSky } from './drawn-sky.js';
import { listenToPointer, type Pointed, pins } from './gestures.js';
import { useGraphAnswer } from './graph-answer.js';
import { onFlight, useHighlight } from './highlight.js';
import { createIconAtlas } from './icon-atlas.js';
import { iconName } from './icons.js';
import { drawLabels, type LabelScene } from './labels.js';
import { paint } from './paint.js';
import { createSky } from './sky.js';
import { useShown } from './use-shown.js';

declare global {
  interface Window {
    /** For tests and scripts in the page: where an entity stands, in pixels of the viewport. */
    __asterism?: { positionOf(id: string): { x: number; y: number } | undefined };
  }
}

export interface SkyInHand {
  /** Undefined until the columns have come. */
  readonly sky: Sky | undefined;
  readonly graph: SkyGraph | undefined;
  /** Ids, most connected first. */
  readonly order: readonly string[];
  readonly pointed: Pointed;
  point(pointed: Pointed): void;
}

/** Draws into the container while the component stands. Says `data-graph="ready"` on the page once names are drawn. */
export function useSky(container: RefObject<HTMLElement | null>, ontology: OntologyRecord): SkyInHand {
  const { select } = useView();
  const columns = useGraphAnswer().data;
  const shown = useShown();
  const scheme = useComputedColorScheme('dark');
  const highlight = useHighlight();
  const [sky, setSky] = useState<Sky>();
  const [pointed, point] = useState<Pointed>({});
  const scene = useRef<LabelScene>(undefined);
  const atlas = useMemo(
    () => createIconAtlas(ontology.kinds.map(({ id }) => iconName(ontology, id))),
    [ontology],
  );
  const graph = useMemo(
    () => (columns === undefined ? undefined : buildGraph(columns, ontology)),
    [columns, ontology],
  );

  useEffect(() => {
    if (graph === undefined || container.current === null) return;
    for (const [id, place] of pins) if (graph.hasNode(id)) graph.mergeNodeAttributes(id, place);
    const made = createSky(graph, container.current, atlas);
    made.on('afterRender', () => {
      if (scene.current === undefined) return;
      drawLabels(made, scene.current);
      document.documentElement.dataset['graph'] = 'ready';
    });
    listenToPointer(made, point);
    window.__asterism = {
      positionOf(id) {
        const data = made.getNodeDisplayData(id);
        if (data === undefined || data.hidden) return undefined;
        const { x, y } = made.framedGraphToViewport(data);
        const { left, top } = made.getContainer().getBoundingClientRect();
        return { x: x + left, y: y + top };
      },
    };
    const stopFlights = onFlight((id) => flyToNode(made, id));
    setSky(made);
    return () => {
      stopFlights();
      delete window.__asterism;
      delete document.documentElement.dataset['graph'];
      drawnSky.set(undefined);
      setSky(undefined);
      point({});
      made.kill();
    };
  }, [graph, atlas, container]);

  // Fonts come after the first frame; names are measured with them, so they are drawn again.
  useEffect(() => {
    if (sky === undefined) return;
    let alive = true;
    void document.fonts.ready.then(() => alive && sky.scheduleRender());
    return () => {
      alive = false;
    };
  }, [sky]);

  const order = useMemo(
    () =>
      graph === undefined
        ? []
        : graph
            .nodes()
            .sort((a, b) => graph.getNodeAttribute(b, 'degree') - graph.getNodeAttribute(a, 'degree')),
    [graph],
  );

  useEffect(() => {
    if (sky === undefined || graph === undefined || shown === undefined || shown.columns !== columns) return;
    const light = {
      columns: shown.columns,
      ontology: shown.ontology,
      shown: shown.shown,
      scheme,
      select: select,
      highlight:
        pointed.relation === undefined
          ? highlight
          : { relations: [pointed.relation], reason: 'hover' as const },
      hovered: pointed.entity,
    };
    const { node, edge, lit } = paint(light, graph, atlas);
    const { entities, relations } = shown.columns;
    const labels = new Map(ontology.types.map(({ id, label }) => [id, label]));
    const selected = select?.startsWith('entity:') ? select.slice('entity:'.length) : undefined;
    scene.current = {
      scheme,
      lit,
      order,
      first: [pointed.entity, selected],
      name: (id) => entities.name[graph.getNodeAttribute(id, 'row')]!,
      relationLabel: (id) =>
        graph.hasEdge(id) ? labels.get(relations.type[graph.getEdgeAttribute(id, 'row')]!) : undefined,
    };
    drawnSky.set({ sky, graph, light, scene: scene.current });
    sky.setSettings({ nodeReducer: node, edgeReducer: edge });
  }, [sky, graph, shown, columns, scheme, select, highlight, pointed, order, ontology, atlas]);
  return { sky, graph, order, pointed, point };
}
