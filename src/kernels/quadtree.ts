/** A quadtree over points in the plane, sorted along Morton's curve, for forces between all of them in about O(points · log points). */

/** Points in a leaf at most, unless they coincide: summing up a few that lie side by side is cheaper than descending. */
const MOST_IN_LEAF = 6;
/** Bits of a coordinate in the key: beyond them points count as coinciding when the tree is cut, not when forces are summed. */
const BITS = 16;
const STEPS = 2 ** BITS - 1;

/**
 * Memory for a number of points, used anew by each `build`. Cells lie depth first; from each one either its first part follows, or
 * `skip` leads past it. A cell that would hold one part alone is left out.
 */
export class Quadtree {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #mass: Float64Array;
  /** Positions of the points along the curve, and their keys. */
  readonly #order: Uint32Array;
  readonly #keys: Uint32Array;
  readonly #spareOrder: Uint32Array;
  readonly #spareKeys: Uint32Array;
  /** Of each cell: centre of mass (x, y), mass, and its width squared. */
  readonly #cells: Float64Array;
  readonly #skip: Int32Array;
  /** Of each leaf its points along the curve; of other cells an empty range. */
  readonly #begin: Int32Array;
  readonly #end: Int32Array;
  #count = 0;

  constructor(size: number) {
    const cells = Math.max(1, 2 * size);
    this.#x = new Float64Array(size);
    this.#y = new Float64Array(size);
    this.#mass = new Float64Array(size);
    this.#order = new Uint32Array(size);
    this.#keys = new Uint32Array(size);
    this.#spareOrder = new Uint32Array(size);
    this.#spareKeys = new Uint32Array(size);
    this.#cells = new Float64Array(4 * cells);
    this.#skip = new Int32Array(cells);
    this.#begin = new Int32Array(cells);
    this.#end = new Int32Array(cells);
  }

  /** Puts points of positive mass into the tree, in place of those before. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    const size = this.#order.length;
    let [left, top, right, bottom] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    for (let v = 0; v < size; v++) {
      left = Math.min(left, x[v]!);
      right = Math.max(right, x[v]!);
      top = Math.min(top, y[v]!);
      bottom = Math.max(bottom, y[v]!);
    }
    const width = Math.max(right - left, bottom - top, Number.MIN_VALUE);
    for (let v = 0; v < size; v++) {
      const column = spread(Math.floor(((x[v]! - left) / width) * STEPS));
      const row = spread(Math.floor(((y[v]! - top) / width) * STEPS));
      this.#keys[v] = (column | (row << 1)) >>> 0;
      this.#order[v] = v;
    }
    this.#sort();
    for (let at = 0; at < size; at++) {
      const v = this.#order[at]!;
      this.#x[at] = x[v]!;
      this.#y[at] = y[v]!;
      this.#mass[at] = mass[v]!;
    }
    this.#count = 0;
    if (size > 0) this.#grow(0, size, 2 * (BITS - 1), width);
  }

  /**
   * Adds to `dx` and `dy` what pushes each point away from the others: `factor` times both masses by the distance. A cell acts as one
   * body once its width is below `theta` times its distance, as in graphology's ForceAtlas2 (whose regions bear half their width);
   * points that coincide do not push.
   */
  addRepulsion(factor: number, theta: number, dx: Float64Array, dy: Float64Array): void {
    const xs = this.#x;
    const ys = this.#y;
    const masses = this.#mass;
    const cells = this.#cells;
    const skip = this.#skip;
    const begin = this.#begin;
    const end = this.#end;
    const count = this.#count;
    const spacing = theta * theta;
    for (let at = 0; at < this.#order.length; at++) {
      const x = xs[at]!;
      const y = ys[at]!;
      let pushX = 0;
      let pushY = 0;
      for (let cell = 0; cell < count; ) {
        const c = 4 * cell;
        const offX = x - cells[c]!;
        const offY = y - cells[c + 1]!;
        const square = offX * offX + offY * offY;
        if (cells[c + 3]! < spacing * square) {
          const push = cells[c + 2]! / square;
          pushX += offX * push;
          pushY += offY * push;
          cell = skip[cell]!;
          continue;
        }
        for (let other = begin[cell]!, last = end[cell]!; other < last; other++) {
          const apartX = x - xs[other]!;
          const apartY = y - ys[other]!;
          const apart = apartX * apartX + apartY * apartY;
          if (apart === 0) continue;
          const push = masses[other]! / apart;
          pushX += apartX * push;
          pushY += apartY * push;
        }
        cell++;
      }
      const v = this.#order[at]!;
      const scale = factor * masses[at]!;
      dx[v]! += pushX * scale;
      dy[v]! += pushY * scale;
    }
  }

  /** Makes the cell of the points `from` to `to`, which agree in the bits above `shift` and the one below it. */
  #grow(from: number, to: number, shift: number, width: number): void {
    const keys = this.#keys;
    // Sorted: where the first and the last lie in one quarter, all do.
    while (shift >= 0 && keys[from]! >>> shift === keys[to - 1]! >>> shift) {
      shift -= 2;
      width /= 2;
    }
    const cell = this.#count++;
    const isLeaf = to - from <= MOST_IN_LEAF || shift < 0;
    this.#begin[cell] = isLeaf ? from : 0;
    this.#end[cell] = isLeaf ? to : 0;
    let mass = 0;
    let x = 0;
    let y = 0;
    for (let at = from; at < to; at++) {
      const own = this.#mass[at]!;
      mass += own;
      x += own * this.#x[at]!;
      y += own * this.#y[at]!;
    }
    this.#cells[4 * cell] = x / mass;
    this.#cells[4 * cell + 1] = y / mass;
    this.#cells[4 * cell + 2] = mass;
    this.#cells[4 * cell + 3] = width * width;
    if (!isLeaf) {
      for (let begin = from; begin < to; ) {
        const quarter = keys[begin]! >>> shift;
        let end = begin + 1;
        while (end < to && keys[end]! >>> shift === quarter) end++;
        this.#grow(begin, end, shift - 2, width / 2);
        begin = end;
      }
    }
    this.#skip[cell] = this.#count;
  }

  /** Sorts by key, a byte at a time from the lowest. */
  #sort(): void {
    let [keys, order, toKeys, toOrder] = [this.#keys, this.#order, this.#spareKeys, this.#spareOrder];
    const starts = new Uint32Array(257);
    for (let shift = 0; shift < 32; shift += 8) {
      starts.fill(0);
      for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & 255) + 1]!++;
      for (let digit = 0; digit < 256; digit++) starts[digit + 1]! += starts[digit]!;
      for (let i = 0; i < keys.length; i++) {
        const slot = starts[(keys[i]! >>> shift) & 255]!++;
        toKeys[slot] = keys[i]!;
        toOrder[slot] = order[i]!;
      }
      [keys, order, toKeys, toOrder] = [toKeys, toOrder, keys, order];
    }
  }
}

/** The bits of a coordinate, one place left free after each. */
function spread(bits: number): number {
  let wide = bits;
  wide = (wide | (wide << 8)) & 0x00ff00ff;
  wide = (wide | (wide << 4)) & 0x0f0f0f0f;
  wide = (wide | (wide << 2)) & 0x33333333;
  return (wide | (wide << 1)) & 0x55555555;
}
