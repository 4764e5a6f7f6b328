/** The path whose weakest arc is strongest: what a chain of evidence is worth at best. */
import type { Csr } from './csr.js';

/**
 * The greatest value t such that the target can be reached along arcs of value t or more; undefined when it cannot be reached at
 * all. Values may be negative. A search that always goes on along the strongest arc known (Pollack 1960, doi:10.1287/opre.8.5.733),
 * with a binary heap: O(arcs · log arcs).
 *
 * @param blocked nodes with a mask other than 0 are not entered
 * @throws RangeError when the graph has no values
 * @example weakest arc of two routes 0.9-0.2 and 0.5-0.6: widestValue(…) // 0.5
 */
export function widestValue(
  csr: Csr,
  source: number,
  target: number,
  blocked?: Uint8Array,
): number | undefined {
  const { values } = csr;
  if (values === undefined) throw new RangeError('A widest path needs values');
  if (blocked !== undefined && (blocked[source] !== 0 || blocked[target] !== 0)) return undefined;
  const best = new Float64Array(csr.size).fill(Number.NEGATIVE_INFINITY);
  best[source] = Number.POSITIVE_INFINITY;
  const heap = new Heap();
  heap.push(Number.POSITIVE_INFINITY, source);
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const { value, node } = top;
    if (node === target) return value;
    if (value < best[node]!) continue;
    for (let i = csr.offsets[node]!; i < csr.offsets[node + 1]!; i++) {
      const next = csr.targets[i]!;
      const through = Math.min(value, values[i]!);
      if (through <= best[next]! || (blocked !== undefined && blocked[next] !== 0)) continue;
      best[next] = through;
      heap.push(through, next);
    }
  }
  return undefined;
}

/** The greatest value on top. */
class Heap {
  readonly #entries: { value: number; node: number }[] = [];

  push(value: number, node: number): void {
    const entries = this.#entries;
    let at = entries.push({ value, node }) - 1;
    for (let up = (at - 1) >> 1; at > 0 && entries[up]!.value < value; up = (at - 1) >> 1) {
      entries[at] = entries[up]!;
      at = up;
    }
    entries[at] = { value, node };
  }

  pop(): { value: number; node: number } | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (top === undefined || last === undefined || entries.length === 0) return top;
    let at = 0;
    for (let child = 1; child < entries.length; child = 2 * at + 1) {
      if (child + 1 < entries.length && entries[child + 1]!.value > entries[child]!.value) child++;
      if (entries[child]!.value <= last.value) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return top;
  }
}
