/** Layout by forces: all push each other away, ties pull, gravity holds the whole together. */
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { GOLDEN_ANGLE } from './golden-angle.js';
import { Quadtree } from './quadtree.js';

export interface ForceOptions {
  iterations: number;
  /** How strongly each arc pulls, beside `csr.targets`; all alike, as 1, unless given. */
  strengths?: Float64Array | undefined;
  /** Nodes as they lie on the spiral from which forces start: near each other those that belong together. Their own order unless given. */
  order?: Uint32Array | undefined;
  control?: Control | undefined;
}

/** As graphology's package infers them. */
const SCALING = 10;
const GRAVITY = 0.05;
const THETA = 0.5;

/**
 * ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) of an undirected graph with strong gravity, from a spiral; every
 * node weighs its ties and one. What lies far away pushes as one body (Barnes & Hut 1986, doi:10.1038/324446a0). Values of arcs are not
 * read. Returns x and y of each node, side by side. O((nodes · log nodes + arcs) · iterations).
 *
 * @throws an `AbortError` when cancelled
 */
export function forceLayout(csr: Csr, { iterations, strengths, order, control }: ForceOptions): Float64Array {
  const { size } = csr;
  const check = checkpoint(control);
  const bodies = startOf(csr, order);
  for (let iteration = 0; iteration < iterations; iteration++) {
    check(iteration / iterations);
    moveByForces(csr, bodies, strengths);
  }
  const drawn = new Float64Array(2 * size);
  for (let v = 0; v < size; v++) {
    drawn[2 * v] = bodies.x[v]!;
    drawn[2 * v + 1] = bodies.y[v]!;
  }
  return drawn;
}

/** Where nodes are, what pushed them last and now, and how calmly each moves. */
export interface Bodies {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly mass: Float64Array;
  dx: Float64Array;
  dy: Float64Array;
  lastDx: Float64Array;
  lastDy: Float64Array;
  readonly convergence: Float64Array;
  readonly tree: Quadtree;
}

/** Nodes on a spiral that leaves about the same room to each. */
export function startOf(
  { size, offsets }: Csr,
  order: Uint32Array = new Uint32Array(size).map((_, v) => v),
): Bodies {
  const zeros = () => new Float64Array(size);
  const places = new Uint32Array(size);
  order.forEach((node, at) => {
    places[node] = at;
  });
  return {
    x: zeros().map((_, v) => Math.sqrt(places[v]! + 0.5) * Math.cos(places[v]! * GOLDEN_ANGLE)),
    y: zeros().map((_, v) => Math.sqrt(places[v]! + 0.5) * Math.sin(places[v]! * GOLDEN_ANGLE)),
    mass: zeros().map((_, v) => 1 + offsets[v + 1]! - offsets[v]!),
    dx: zeros(),
    dy: zeros(),
    lastDx: zeros(),
    lastDy: zeros(),
    convergence: zeros().fill(1),
    tree: new Quadtree(size),
  };
}

/** One iteration: the forces on all nodes, then a step along them, shorter where a node swings to and fro. */
export function moveByForces(csr: Csr, bodies: Bodies, strengths?: Float64Array): void {
  const { size, offsets, targets } = csr;
  const { x, y, mass, convergence, tree } = bodies;
  [bodies.dx, bodies.lastDx] = [bodies.lastDx, bodies.dx];
  [bodies.dy, bodies.lastDy] = [bodies.lastDy, bodies.dy];
  const { dx, dy, lastDx, lastDy } = bodies;
  dx.fill(0);
  dy.fill(0);
  tree.build(x, y, mass);
  tree.addRepulsion(SCALING, THETA, dx, dy);
  const slowDown = 1 + Math.log(size);
  for (let v = 0; v < size; v++) {
    const ownX = x[v]!;
    const ownY = y[v]!;
    let pullX = GRAVITY * mass[v]! * ownX;
    let pullY = GRAVITY * mass[v]! * ownY;
    for (let i = offsets[v]!, end = offsets[v + 1]!; i < end; i++) {
      const strength = strengths === undefined ? 1 : strengths[i]!;
      pullX += strength * (ownX - x[targets[i]!]!);
      pullY += strength * (ownY - y[targets[i]!]!);
    }
    dx[v]! -= pullX;
    dy[v]! -= pullY;
  }
  for (let v = 0; v < size; v++) {
    const forceX = dx[v]!;
    const forceY = dy[v]!;
    const swinging = 1 + Math.sqrt(mass[v]! * lengthOf(lastDx[v]! - forceX, lastDy[v]! - forceY));
    const traction = lengthOf(lastDx[v]! + forceX, lastDy[v]! + forceY) / 2;
    const speed = (convergence[v]! * Math.log(1 + traction)) / swinging;
    convergence[v] = Math.min(1, Math.sqrt((speed * (forceX * forceX + forceY * forceY)) / swinging));
    x[v]! += (forceX * speed) / slowDown;
    y[v]! += (forceY * speed) / slowDown;
  }
}

/** Math.hypot guards against overflow, and takes ten times as long. */
const lengthOf = (x: number, y: number) => Math.sqrt(x * x + y * y);
