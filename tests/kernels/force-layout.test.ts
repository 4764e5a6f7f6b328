/** Forces against their sums over all pairs, and what a layout by forces must do. */
import { describe, expect, it } from 'vitest';
import { forceLayout } from '../../src/kernels/force-layout.js';
import { Quadtree } from '../../src/kernels/quadtree.js';
import { randomNumbers } from '../../src/kernels/random.js';
import { preferentialArcs, toCsr } from '../oracles/random-graph.js';

/** Points in lumps, some of them coinciding. */
function points(size: number, seed: number) {
  const random = randomNumbers(seed);
  const x = new Float64Array(size).map(
    () => Math.round(random() ** 3 * 200) + (random() < 0.5 ? 0 : random()),
  );
  const y = new Float64Array(size).map(() => -Math.round(random() ** 3 * 100));
  return { x, y, mass: new Float64Array(size).map(() => 1 + Math.floor(random() * 5)) };
}

function pushes(size: number, seed: number, theta: number) {
  const { x, y, mass } = points(size, seed);
  const tree = new Quadtree(size);
  const found = { dx: new Float64Array(size), dy: new Float64Array(size) };
  // A second build takes the place of the first.
  tree.build(y, x, mass);
  tree.build(x, y, mass);
  tree.addRepulsion(10, theta, found.dx, found.dy);
  const exact = { dx: new Float64Array(size), dy: new Float64Array(size) };
  for (let u = 0; u < size; u++) {
    for (let v = 0; v < size; v++) {
      const [offX, offY] = [x[u]! - x[v]!, y[u]! - y[v]!];
      const square = offX ** 2 + offY ** 2;
      if (square === 0) continue;
      exact.dx[u]! += (10 * mass[u]! * mass[v]! * offX) / square;
      exact.dy[u]! += (10 * mass[u]! * mass[v]! * offY) / square;
    }
  }
  let error = 0;
  let whole = 0;
  for (let v = 0; v < size; v++) {
    error += Math.hypot(found.dx[v]! - exact.dx[v]!, found.dy[v]! - exact.dy[v]!);
    whole += Math.hypot(exact.dx[v]!, exact.dy[v]!);
  }
  return { error, whole };
}

describe('Quadtree', () => {
  it.each([1, 2, 7, 60, 400])('pushes exactly where nothing is far: %i points', (size) => {
    for (const seed of [1, 2, 3]) {
      const { error, whole } = pushes(size, seed, 1e-9);
      expect(error).toBeLessThanOrEqual(1e-9 * Math.max(1, whole));
    }
  });
  it('errs by less than a hundredth at the usual distance', () => {
    const { error, whole } = pushes(1500, 4, 0.5);
    expect(error / whole).toBeLessThan(0.01);
    expect(error).toBeGreaterThan(0);
  });
  it('takes no points, and points that all coincide', () => {
    new Quadtree(0).build(new Float64Array(0), new Float64Array(0), new Float64Array(0));
    const tree = new Quadtree(20);
    const same = new Float64Array(20).fill(3);
    const dx = new Float64Array(20);
    tree.build(same, same, new Float64Array(20).fill(1));
    tree.addRepulsion(1, 0.5, dx, dx);
    expect([...dx]).toEqual(Array(20).fill(0));
  });
});

describe('forceLayout', () => {
  it('draws ties shorter than other pairs, the same each time', () => {
    const csr = toCsr(preferentialArcs(300, 1, 5), false);
    const drawn = forceLayout(csr, { iterations: 150 });
    expect(forceLayout(csr, { iterations: 150 })).toEqual(drawn);
    const apart = (u: number, v: number) =>
      Math.hypot(drawn[2 * u]! - drawn[2 * v]!, drawn[2 * u + 1]! - drawn[2 * v + 1]!);
    let [tied, ties, any, pairs] = [0, 0, 0, 0];
    for (let u = 0; u < csr.size; u++) {
      for (let i = csr.offsets[u]!; i < csr.offsets[u + 1]!; i++, ties++) tied += apart(u, csr.targets[i]!);
      for (let v = 0; v < u; v++, pairs++) any += apart(u, v);
    }
    expect(tied / ties).toBeLessThan(any / pairs / 3);
  });
  it('is cancelled between iterations', () => {
    const csr = toCsr(preferentialArcs(50, 2, 5), false);
    const control = { cancelled: () => true, progress: () => {} };
    expect(() => forceLayout(csr, { iterations: 5, control })).toThrow('Cancelled');
  });
});
