/** Where the entities of a scope are drawn: ForceAtlas2, then overlaps removed; the same scope always gives the same picture. */
import graphology from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import noverlapModule from 'graphology-layout-noverlap';
import type { Csr } from '../kernels/csr.js';

// Both packages are CommonJS whose types describe a default export that Node hands out as the module itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
const noverlap = noverlapModule as unknown as typeof noverlapModule.default;

/** Positions by node, in no particular unit. */
export interface Positions {
  x: Float64Array;
  y: Float64Array;
}

/** Steps shrink as graphs grow, so that the time stays within seconds. */
const STEP_BUDGET = 300_000;

/**
 * Lays a simple graph out, deterministically. Nodes start on a sunflower spiral in the order given, so that no randomness enters.
 * Source: Jacomy et al. 2014, ForceAtlas2, doi:10.1371/journal.pone.0098679.
 */
export function layoutGraph(csr: Csr): Positions {
  const { size } = csr;
  const graph = new graphology.UndirectedGraph();
  const golden = Math.PI * (3 - Math.sqrt(5));
  for (let v = 0; v < size; v++) {
    const radius = 10 * Math.sqrt(v + 0.5);
    const degree = csr.offsets[v + 1]! - csr.offsets[v]!;
    graph.addNode(v, {
      x: radius * Math.cos(v * golden),
      y: radius * Math.sin(v * golden),
      size: 3 + 2 * Math.sqrt(degree),
    });
  }
  for (let v = 0; v < size; v++) {
    for (let arc = csr.offsets[v]!; arc < csr.offsets[v + 1]!; arc++) {
      const target = csr.targets[arc]!;
      if (v < target || csr.directed) graph.mergeEdge(v, target);
    }
  }
  const iterations = Math.max(20, Math.min(600, Math.round(STEP_BUDGET / Math.max(1, size))));
  const settings = {
    ...forceAtlas2.inferSettings(Math.max(1, size)),
    gravity: 1.2,
    scalingRatio: 12,
    strongGravityMode: false,
  };
  if (size > 1) {
    forceAtlas2.assign(graph, { iterations, settings });
    noverlap.assign(graph, { maxIterations: 100, settings: { margin: 6, ratio: 1.6 } });
  }
  const positions = { x: new Float64Array(size), y: new Float64Array(size) };
  for (let v = 0; v < size; v++) {
    positions.x[v] = round(graph.getNodeAttribute(v, 'x') as number);
    positions.y[v] = round(graph.getNodeAttribute(v, 'y') as number);
  }
  return positions;
}

const round = (value: number) => Math.round(value * 100) / 100;
