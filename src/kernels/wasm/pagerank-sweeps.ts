/**
 * A sweep of PageRank, in AssemblyScript: the same steps as in `../pagerank-sweeps.ts`, which explains them, in the same order, so that scores
 * are the same to the last bit. The host lays the memory out by `reserve` and writes the graph and the first scores.
 */
import { take, taken } from './memory';

let nodes: usize = 0;

// Addresses. Written by the host: rows of arcs inward, strengths of arcs (0 when all count alike), and a Float64 a node each.
export let offsets: usize = 0;
export let origins: usize = 0;
export let strengths: usize = 0;
export let outward: usize = 0;
export let fresh: usize = 0;
export let perStrength: usize = 0;
/** Of the scores after the last sweep. */
export let sum: f64 = 0;

export function reserve(size: i32, arcs: i32, valued: bool): usize {
  nodes = <usize>size;
  offsets = take((nodes + 1) * 4);
  origins = take(<usize>arcs * 4);
  if (valued) strengths = take(<usize>arcs * 8);
  outward = take(nodes * 8);
  fresh = take(nodes * 8);
  perStrength = take(nodes * 8);
  return taken();
}

export function sweep(unit: f64, damping: f64, farther: f64): f64 {
  let change: f64 = 0;
  let total: f64 = 0;
  let arc: usize = 0;
  for (let node: usize = 0; node < nodes; node++) {
    const end = <usize>load<u32>(offsets + ((node + 1) << 2));
    let arriving: f64 = 0;
    if (strengths === 0) {
      for (; arc < end; arc++) arriving += scoreOf(arc);
    } else {
      for (; arc < end; arc++) arriving += scoreOf(arc) * load<f64>(strengths + (arc << 3));
    }
    const strength = load<f64>(outward + (node << 3));
    const before = load<f64>(perStrength + (node << 3));
    const started = unit * load<f64>(fresh + (node << 3));
    const step = farther * ((started + damping * arriving) / strength - before);
    store<f64>(perStrength + (node << 3), before + step);
    change += abs<f64>(step) * strength;
    total += (before + step) * strength;
  }
  sum = total;
  return change;
}

/** Of the node that an arc comes from, by the unit of strength. */
function scoreOf(arc: usize): f64 {
  return load<f64>(perStrength + ((<usize>load<u32>(origins + (arc << 2))) << 3));
}
