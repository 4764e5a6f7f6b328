/** Makes the sigma instance that draws the sky: its programs, its settings. Browser only. */
import Sigma from 'sigma';
import type { Settings } from 'sigma/settings';
import { graphExtent } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes, SkyGraph } from './build-graph.js';
import { type Home, type Sky, starScale } from './camera.js';
import { createTieProgram } from './edge-program.js';
import { takeCanvas } from './first-canvas.js';
import type { Glow } from './glow.js';
import type { IconAtlas } from './icon-atlas.js';
import { type Painter, PROGRAMS } from './paint.js';
import { type Layers, pickBy } from './picking.js';
import { createStarProgram, NoHoverProgram } from './star-program.js';

const CURVE_SEGMENTS = 14;

/** Who paints, undefined until somebody does. */
interface PainterNow {
  readonly current: Painter | undefined;
}

/**
 * sigma that waits for its painter, with one WebGL canvas: it asks for three (ties, stars, hovered stars), and each takes a context to
 * set up and a whole screen to put over the others at every frame. The names of the other two stand for elements that never show.
 */
class OneCanvas extends Sigma<NodeAttributes, EdgeAttributes> {
  readonly #painter: PainterNow;

  constructor(
    graph: SkyGraph,
    container: HTMLElement,
    settings: Partial<Settings<NodeAttributes, EdgeAttributes>>,
    painter: PainterNow,
  ) {
    super(graph, container, settings);
    this.#painter = painter;
  }

  /** Not before somebody has said how stars and ties look: each indexes all of them, and as they come there would be three. */
  override refresh(options?: Parameters<Sigma['refresh']>[0]): this {
    const isBare = this.getGraph().order > 0 && this.#painter.current === undefined;
    return isBare ? this : super.refresh(options);
  }

  override createWebGLContext(id: string, options?: object): WebGLRenderingContext {
    const canvas = this.getCanvases()['edges'];
    if (canvas === undefined) {
      const gl = super.createWebGLContext(id, { ...options, canvas: this.takePrepared(id) });
      // sigma waits for the renderer to tell of each shader whether it compiled; a program of one that did not fails to link, which it
      // asks as well. On a slow renderer the six questions cost a third of a second.
      return Object.assign(gl, { getShaderParameter: () => true });
    }
    this.createCanvas(id).style.display = 'none';
    return super.createWebGLContext(id, { canvas });
  }

  /** Without the copies that sigma makes: names ask for all stars at every frame. To be read only. */
  override getNodeDisplayData(id: unknown) {
    return this['nodeDataCache'][id as string];
  }

  override getEdgeDisplayData(id: unknown) {
    return this['edgeDataCache'][id as string];
  }

  /** Not a #method: sigma comes here from its constructor, before there are any. */
  private takePrepared(id: string): HTMLCanvasElement {
    const made = this.createCanvas(id);
    const prepared = takeCanvas();
    if (prepared === undefined) return made;
    prepared.className = made.className;
    prepared.style.position = 'absolute';
    made.replaceWith(prepared);
    this['elements'][id] = prepared;
    return prepared;
  }
}

/** Draws the graph into a container as `painter` says, once there is one; what is not lit fades as `glow` says. Call `kill` when done. */
export function createSky(
  graph: SkyGraph,
  container: HTMLElement,
  atlas: IconAtlas,
  glow: Glow,
  painter: PainterNow,
): Sky {
  const layers: Layers = { stars: [], ties: [] };
  const home: Home = { ratio: 1, room: 1 };
  const settings: Partial<Settings<NodeAttributes, EdgeAttributes>> = {
    nodeProgramClasses: { [PROGRAMS.star]: createStarProgram(atlas, glow, layers.stars) },
    nodeHoverProgramClasses: { [PROGRAMS.star]: NoHoverProgram },
    defaultNodeType: PROGRAMS.star,
    edgeProgramClasses: {
      [PROGRAMS.straight]: createTieProgram(1, glow, layers.ties),
      [PROGRAMS.curved]: createTieProgram(CURVE_SEGMENTS, glow, layers.ties),
    },
    defaultEdgeType: PROGRAMS.straight,
    // Names and cards are ours.
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    nodeReducer: (id, attributes) => painter.current!.node(id, attributes),
    edgeReducer: (id, attributes) => painter.current!.edge(id, attributes),
    zoomToSizeRatioFunction: starScale(home),
    enableEdgeEvents: true,
    stagePadding: 0,
    minCameraRatio: 0.04,
    maxCameraRatio: 6,
    doubleClickZoomingRatio: 1,
    allowInvalidContainer: true,
  };
  // Begun empty, and framed so, because the camera looks where stars will stand before they are painted.
  const bare = new OneCanvas(graph.nullCopy() as SkyGraph, container, settings, painter);
  const sky = Object.assign(bare, { home });
  // The frame of all stars, hidden or not: neither a filter nor a star that is dragged outward rescales the sky under the others.
  sky.setCustomBBox(graphExtent(graph)).refresh();
  pickBy(sky, layers);
  // Hovered stars are paint of ours; sigma would wipe their layer, which is that of all.
  Object.assign(sky, { renderHighlightedNodes() {} });
  sky.setGraph(graph);
  return sky;
}
