/** How a kernel that goes source by source is cut into parts for several threads, and how the parts become one result. */

/** Columns of numbers by name: what kernels that run apart return, for it travels without being copied and is kept on disk as it is. */
export type Columns = Readonly<Record<string, Float64Array | Uint32Array>>;

/** Part `index`, from 0, of `count`. */
export interface Part {
  readonly index: number;
  readonly count: number;
}

/**
 * The sources `from` to `end` (exclusive) that a part takes; all without one. Parts differ by one source at most, and together
 * take each once.
 *
 * @example sourcesOf(10, { index: 2, count: 3 }) // { from: 6, end: 10 }
 */
export function sourcesOf(size: number, part: Part | undefined): { from: number; end: number } {
  if (part === undefined) return { from: 0, end: size };
  const { index, count } = part;
  return { from: Math.floor((size * index) / count), end: Math.floor((size * (index + 1)) / count) };
}

/**
 * Adds the columns of all parts, in the order of the parts: floating-point sums then depend on the number of parts alone, never on
 * which thread ended first. O(parts · numbers).
 *
 * @param maxima names of the columns in which the greatest is taken instead of the sum
 * @example addParts([{ scores: Float64Array.of(1, 0) }, { scores: Float64Array.of(2, 5) }]).scores // [3, 5]
 */
export function addParts<C extends Columns>(parts: readonly C[], maxima: readonly string[] = []): C {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('There are no parts to add');
  for (const other of others) {
    for (const [name, column] of Object.entries(first)) {
      const added = other[name]!;
      if (maxima.includes(name))
        for (let i = 0; i < column.length; i++) column[i] = Math.max(column[i]!, added[i]!);
      else for (let i = 0; i < column.length; i++) column[i]! += added[i]!;
    }
  }
  return first;
}
