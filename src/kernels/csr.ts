/** Compressed sparse rows: the simple, loop-free graph that every kernel reads. */

/**
 * Arcs of node v are `targets[offsets[v] .. offsets[v + 1]]`, ascending and without repetition; no loops.
 * An undirected graph stores each edge twice and has `reverse === this graph itself`; a directed one stores arcs once and
 * their transpose in `reverse`. `values`, when present, runs beside `targets` (a distance or a strength: the projection knows).
 */
export interface Csr {
  readonly size: number;
  readonly directed: boolean;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly values?: Float64Array;
  readonly reverse: Csr;
}

/** Values of arcs, and how those of parallel arcs become one. Without `of` every arc has the value 1, so that `sum` counts. */
export interface ArcValues {
  of?: Float64Array;
  parallel: 'sum' | 'min' | 'max';
}

/**
 * Builds a simple loop-free graph from a list of arcs, in O(arcs + nodes) by two counting sorts (so rows come out ascending).
 *
 * @param size number of nodes; arcs name them by position, 0 to size - 1
 * @param from, to one entry an arc; loops are dropped, parallels become one
 * @param directed false: every arc is an edge, stored both ways
 * @param values one number an arc, with `parallel` saying how parallels combine
 * @throws RangeError when the lists differ in length or an arc names a node that is not there
 * @example buildCsr(3, Uint32Array.of(0, 1, 0), Uint32Array.of(1, 0, 0), false).targets // [1, 0]: one edge, the loop gone
 */
export function buildCsr(
  size: number,
  from: Uint32Array,
  to: Uint32Array,
  directed: boolean,
  values?: ArcValues,
): Csr {
  refuseBadArcs(size, from, to, values?.of);
  const rows = compress(size, from, to, directed, values);
  return graphOf(size, rows, directed ? compress(size, to, from, true, values) : undefined);
}

/** The graph of these rows: undirected, its own reverse, unless it is given the rows of another as that. */
export function graphOf(size: number, rows: Rows, reverse?: Rows): Csr {
  const csr = { ...rows, size, directed: reverse !== undefined } as { -readonly [K in keyof Csr]: Csr[K] };
  csr.reverse = reverse === undefined ? csr : { ...reverse, size, directed: true, reverse: csr };
  return csr;
}

/** The position of the arc from one node to another, which there must be. O(log arcs of the first). */
export function arcTo({ offsets, targets }: Csr, from: number, to: number): number {
  let low = offsets[from]!;
  for (let high = offsets[from + 1]! - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (targets[middle]! < to) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each arc of an undirected graph the position of the arc back. O(nodes + arcs). */
export function arcsBack({ size, offsets, targets }: Csr): Uint32Array {
  const back = new Uint32Array(targets.length);
  // Rows ascend, so that the arcs back into a row are met in its own order.
  const next = offsets.slice(0, size);
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!, end = offsets[v + 1]!; i < end; i++) back[i] = next[targets[i]!]!++;
  }
  return back;
}

/** A position past the end would be swallowed by a typed array and give a wrong graph in silence. */
function refuseBadArcs(size: number, from: Uint32Array, to: Uint32Array, of: Float64Array | undefined): void {
  if (to.length !== from.length || (of !== undefined && of.length !== from.length)) {
    throw new RangeError(
      `Arc lists differ in length: from ${from.length}, to ${to.length}${of === undefined ? '' : `, values ${of.length}`}`,
    );
  }
  for (let i = 0; i < from.length; i++) {
    if (from[i]! >= size || to[i]! >= size) {
      throw new RangeError(`Arc ${i} joins ${from[i]} and ${to[i]}, but there are only ${size} nodes`);
    }
  }
}

const MERGE: Record<ArcValues['parallel'], (a: number, b: number) => number> = {
  sum: (a, b) => a + b,
  min: Math.min,
  max: Math.max,
};

/** Rows lie in shared memory: threads read the same ones, and nothing is copied to them. */
function sharedIntegers(content: number | Uint32Array): Uint32Array {
  const length = typeof content === 'number' ? content : content.length;
  const shared = new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
  if (typeof content !== 'number') shared.set(content);
  return shared;
}

function sharedNumbers(content: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(content.byteLength));
  shared.set(content);
  return shared;
}

type Rows = Pick<Csr, 'offsets' | 'targets' | 'values'>;

function compress(
  size: number,
  from: Uint32Array,
  to: Uint32Array,
  directed: boolean,
  values: ArcValues | undefined,
): Rows {
  // First pass sorts arcs by target, second (stable) by source: rows then hold ascending targets.
  const byTarget = countingSort(size, arcList(from, to, directed));
  const bySource = countingSort(size, { head: byTarget.tail, tail: byTarget.head, arc: byTarget.arc });
  const total = bySource.head.length;
  const offsets = sharedIntegers(size + 1);
  const targets = new Uint32Array(total);
  const combined = values === undefined ? undefined : new Float64Array(total);
  const merge = MERGE[values?.parallel ?? 'sum'];
  let length = 0;
  let previousSource = -1;
  let previousTarget = -1;
  for (let i = 0; i < total; i++) {
    const source = bySource.head[i]!;
    const target = bySource.tail[i]!;
    const value = values?.of === undefined ? 1 : values.of[bySource.arc[i]!]!;
    if (source === previousSource && target === previousTarget) {
      if (combined !== undefined) {
        const last = combined[length - 1]!;
        combined[length - 1] = merge(last, value);
      }
      continue;
    }
    targets[length] = target;
    if (combined !== undefined) combined[length] = value;
    length++;
    offsets[source + 1] = length;
    previousSource = source;
    previousTarget = target;
  }
  for (let v = 1; v <= size; v++) if (offsets[v] === 0) offsets[v] = offsets[v - 1]!;
  return {
    offsets,
    targets: sharedIntegers(targets.subarray(0, length)),
    ...(combined === undefined ? {} : { values: sharedNumbers(combined.subarray(0, length)) }),
  };
}

/** Arcs with the node to sort by in `head`. */
interface ArcList {
  head: Uint32Array;
  tail: Uint32Array;
  arc: Uint32Array;
}

/** Arcs headed by their target; loops gone, undirected edges doubled. */
function arcList(from: Uint32Array, to: Uint32Array, directed: boolean): ArcList {
  let kept = 0;
  for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) kept += directed ? 1 : 2;
  const list = { head: new Uint32Array(kept), tail: new Uint32Array(kept), arc: new Uint32Array(kept) };
  let at = 0;
  const push = (source: number, target: number, arc: number) => {
    list.head[at] = target;
    list.tail[at] = source;
    list.arc[at++] = arc;
  };
  for (let i = 0; i < from.length; i++) {
    const source = from[i]!;
    const target = to[i]!;
    if (source === target) continue;
    push(source, target, i);
    if (!directed) push(target, source, i);
  }
  return list;
}

function countingSort(size: number, list: ArcList): ArcList {
  const { head, tail, arc } = list;
  const starts = new Uint32Array(size + 1);
  for (const node of head) starts[node + 1]!++;
  for (let v = 0; v < size; v++) starts[v + 1]! += starts[v]!;
  const sorted = {
    head: new Uint32Array(head.length),
    tail: new Uint32Array(head.length),
    arc: new Uint32Array(head.length),
  };
  for (let i = 0; i < head.length; i++) {
    const slot = starts[head[i]!]!++;
    sorted.head[slot] = head[i]!;
    sorted.tail[slot] = tail[i]!;
    sorted.arc[slot] = arc[i]!;
  }
  return sorted;
}
