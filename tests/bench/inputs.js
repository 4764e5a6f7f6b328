/** Graphs that the bench runs on: seeded, so that everybody measures the same ones. */
import { worldCatalogue } from './world-catalogue.js';

/**
 * @typedef {{ title: string, size: number, from: Uint32Array, to: Uint32Array, directed: boolean }} Input
 */

/** Uniform numbers in [0, 1) from a seed (mulberry32). @param {number} seed */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Barabási–Albert: every node after the first joins earlier ones, drawn in proportion to their degree. Directed, each edge points
 * either way with even chances: all pointing back in time, hardly anything would reach anything.
 * @param {number} size @param {number} perNode @param {boolean} directed @returns {Input}
 */
export function barabasiAlbert(size, perNode, directed = false) {
  const random = randomNumbers(20261122);
  /** @type {number[]} */
  const from = [];
  /** @type {number[]} */
  const to = [];
  for (let node = 1; node < size; node++) {
    const ends = 2 * from.length;
    for (let nth = 0; nth < Math.min(perNode, node); nth++) {
      const end = Math.floor(random() * ends);
      from.push(node);
      to.push(ends === 0 ? 0 : ((end % 2 === 0 ? from[end >> 1] : to[end >> 1]) ?? 0));
    }
  }
  if (directed) {
    for (let i = 0; i < from.length; i++) {
      if (random() < 0.5) [from[i], to[i]] = [to[i] ?? 0, from[i] ?? 0];
    }
  }
  return {
    title: `Barabási–Albert ${size} / ${size * perNode}${directed ? ', directed' : ''}`,
    size,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    directed,
  };
}

/** A square of nodes, each tied to the next on its right and below. @param {number} side @returns {Input} */
export function grid(side) {
  const from = [];
  const to = [];
  for (let node = 0; node < side * side; node++) {
    if (node % side < side - 1) {
      from.push(node);
      to.push(node + 1);
    }
    if (node < side * (side - 1)) {
      from.push(node);
      to.push(node + side);
    }
  }
  const title = `grid ${side} × ${side}`;
  return {
    title,
    size: side * side,
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    directed: false,
  };
}

/** @returns {Input | undefined} */
export function world() {
  const graph = worldCatalogue();
  return (
    graph && { title: `world catalogue ${graph.size} / ${graph.from.length}`, ...graph, directed: false }
  );
}
