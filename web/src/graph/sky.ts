/** Makes the sigma instance that draws the sky: its programs, its settings. Browser only. */
import { createNodeBorderProgram } from '@sigma/node-border';
import { createNodeImageProgram } from '@sigma/node-image';
import Sigma from 'sigma';
import { createNodeCompoundProgram } from 'sigma/rendering';
import { graphExtent } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes, SkyGraph } from './build-graph.js';
import type { Sky } from './camera.js';
import { createTieProgram } from './edge-program.js';

const CURVE_SEGMENTS = 14;
const nothing = () => {};

/** Rim to core: the ring of the selected, a gap, a rim in the kind's colour, the fill; on it the icon in one colour. */
function createStarProgram() {
  const rims = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
    borders: [
      {
        size: { attribute: 'ringSize', defaultValue: 1.5, mode: 'pixels' },
        color: { attribute: 'ringColor' },
      },
      { size: { attribute: 'gapSize', defaultValue: 0, mode: 'pixels' }, color: { attribute: 'gapColor' } },
      { size: { value: 1.6, mode: 'pixels' }, color: { attribute: 'rimColor' } },
      { size: { fill: true }, color: { attribute: 'color' } },
    ],
  });
  const icon = createNodeImageProgram<NodeAttributes, EdgeAttributes>({
    drawingMode: 'color',
    colorAttribute: 'iconColor',
    imageAttribute: 'image',
    padding: 0.26,
    size: { mode: 'force', value: 96 },
  });
  // Names and cards are ours: sigma draws none.
  return createNodeCompoundProgram<NodeAttributes, EdgeAttributes>([rims, icon], nothing, nothing);
}

/** Draws the graph into a container. Call `kill` when done. */
export function createSky(graph: SkyGraph, container: HTMLElement): Sky {
  const star = createStarProgram();
  const sky = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    nodeProgramClasses: { star },
    nodeHoverProgramClasses: { star },
    defaultNodeType: 'star',
    edgeProgramClasses: { straight: createTieProgram(1), curved: createTieProgram(CURVE_SEGMENTS) },
    defaultEdgeType: 'straight',
    // Dark until the painter says how each looks: its colours are attributes that the programs cannot do without.
    nodeReducer: (_, attributes) => ({ ...attributes, hidden: true }),
    edgeReducer: (_, attributes) => ({ ...attributes, hidden: true }),
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
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
