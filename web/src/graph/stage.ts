/** The stage: sigma in its container, from the moment that a graph is there until another one takes its place. */
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import type { SkyGraph } from './build-graph.js';
import { flyToNode, isClose, type Sky } from './camera.js';
import { drawnSky } from './drawn-sky.js';
import { listenToPointer, type Pointed } from './gestures.js';
import { createGlow, type Glow } from './glow.js';
import { onFlight } from './highlight.js';
import { createIconAtlas, type IconAtlas } from './icon-atlas.js';
import { iconName } from './icons.js';
import { forgetWidths } from './label-text.js';
import { drawLabels } from './labels.js';
import type { Attention } from './lit.js';
import type { Painter } from './paint.js';
import { createSky } from './sky.js';

declare global {
  interface Window {
    /** For tests and scripts in the page: where an entity stands, in pixels of the viewport. */
    __asterism?: { positionOf(id: string): { x: number; y: number } | undefined };
  }
}

export interface Stage {
  readonly sky: Sky;
  readonly graph: SkyGraph;
  readonly atlas: IconAtlas;
  readonly glow: Glow;
  /** How each looks, undefined until somebody has said so, and what is singled out: sigma's reducers read both when they are called. */
  readonly painter: { current: Painter | undefined };
  readonly attention: { current: Attention };
}

/** Sets it up while there is a graph, and hears the pointer. Says `data-graph="ready"` on the page once names are drawn. */
export function useStage(
  container: RefObject<HTMLElement | null>,
  graph: SkyGraph | undefined,
  ontology: OntologyRecord,
) {
  const [made, setMade] = useState<Stage>();
  const [pointed, point] = useState<Pointed>({});
  const [isNear, setNear] = useState(false);
  const atlas = useMemo(
    () => createIconAtlas(ontology.kinds.map(({ id }) => iconName(ontology, id))),
    [ontology],
  );

  useEffect(() => {
    if (graph === undefined || container.current === null) return;
    const glow = createGlow();
    const painter = { current: undefined };
    const sky = createSky(graph, container.current, atlas, glow, painter);
    sky.on('afterRender', () => {
      const drawn = drawnSky.get();
      if (drawn?.sky !== sky) return;
      drawLabels(sky, drawn.scene);
      document.documentElement.dataset['graph'] = 'ready';
    });
    sky.getCamera().on('updated', () => setNear(isClose(sky)));
    listenToPointer(sky, point);
    window.__asterism = { positionOf: (id) => positionOf(sky, id) };
    const stopFlights = onFlight((id) => flyToNode(sky, id));
    setMade({ sky, graph, atlas, glow, painter, attention: { current: NOTHING } });
    return () => {
      stopFlights();
      delete window.__asterism;
      delete document.documentElement.dataset['graph'];
      drawnSky.set(undefined);
      setMade(undefined);
      point({});
      sky.kill();
    };
  }, [graph, atlas, container]);

  // A sky is drawn of one graph: between two of them, the state still holds the one that has ended.
  const stage = made?.graph === graph ? made : undefined;

  // Fonts come after the first frame; names are measured with them, so they are drawn again.
  useEffect(() => {
    if (stage === undefined) return;
    let alive = true;
    void document.fonts.ready.then(() => {
      forgetWidths();
      if (alive) stage.sky.scheduleRender();
    });
    return () => {
      alive = false;
    };
  }, [stage]);
  return { stage, pointed, point, isNear };
}

const NOTHING: Attention = { lit: undefined, hovered: undefined, entity: undefined, relation: undefined };

function positionOf(sky: Sky, id: string): { x: number; y: number } | undefined {
  const data = sky.getNodeDisplayData(id);
  if (data === undefined || data.hidden) return undefined;
  // Not of the display data: those are raw until the next frame is processed.
  const { x, y } = sky.graphToViewport(sky.getGraph().getNodeAttributes(id));
  const { left, top } = sky.getContainer().getBoundingClientRect();
  return { x: x + left, y: y + top };
}
