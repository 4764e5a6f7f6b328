/** Makes the sigma instance that draws the sky: its programs, its settings. Browser only. */
import Sigma from 'sigma';
import { graphExtent } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes, SkyGraph } from './build-graph.js';
import type { Sky } from './camera.js';
import { createTieProgram } from './edge-program.js';
import type { Glow } from './glow.js';
import type { IconAtlas } from './icon-atlas.js';
import { PROGRAMS } from './paint.js';
import { createStarProgram, NoHoverProgram } from './star-program.js';

const CURVE_SEGMENTS = 14;

/** Draws the graph into a container; what is not lit fades as `glow` says. Call `kill` when done. */
export function createSky(graph: SkyGraph, container: HTMLElement, atlas: IconAtlas, glow: Glow): Sky {
  const sky = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    nodeProgramClasses: { [PROGRAMS.star]: createStarProgram(atlas, glow) },
    nodeHoverProgramClasses: { [PROGRAMS.star]: NoHoverProgram },
    defaultNodeType: PROGRAMS.star,
    edgeProgramClasses: {
      [PROGRAMS.straight]: createTieProgram(1, glow),
      [PROGRAMS.curved]: createTieProgram(CURVE_SEGMENTS, glow),
    },
    defaultEdgeType: PROGRAMS.straight,
    // Names and cards are ours.
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    // Dark until the painter says how each looks: its colours are attributes that the programs cannot do without.
    nodeReducer: (_, attributes) => ({ ...attributes, hidden: true }),
    edgeReducer: (_, attributes) => ({ ...attributes, hidden: true }),
    enableEdgeEvents: true,
    stagePadding: 0,
    minCameraRatio: 0.04,
    maxCameraRatio: 6,
    doubleClickZoomingRatio: 1,
    allowInvalidContainer: true,
  });
  // The frame of all stars, hidden or not: neither a filter nor a star that is dragged outward rescales the sky under the others.
  sky.setCustomBBox(graphExtent(graph));
  sky.refresh();
  return sky;
}
