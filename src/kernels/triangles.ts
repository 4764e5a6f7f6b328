/** The triangles of a graph: what clustering counts, and through which ties lead back to the same neighbours. */
import { type Control, checkpoint } from './control.js';
import { buildCsr, type Csr } from './csr.js';

/**
 * Visits each triangle of an undirected graph once, from its node of least degree: `a`, `b` and `c`, and the positions of the arcs from
 * `a` to `b`, from `a` to `c` and from `b` to `c` among `targets`. O(arcs^1.5).
 *
 * @throws an `AbortError` when cancelled
 */
export function eachTriangle(
  { size, offsets, targets }: Csr,
  control: Control | undefined,
  visit: (a: number, b: number, c: number, ab: number, ac: number, bc: number) => void,
): void {
  const check = checkpoint(control);
  const degreeOf = (v: number) => offsets[v + 1]! - offsets[v]!;
  // Arcs to nodes of more ties, by node: no node has many of them, hubs least of all.
  const onward = new Uint32Array(targets.length / 2);
  const starts = new Uint32Array(size + 1);
  let length = 0;
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const more = degreeOf(targets[i]!) - degreeOf(v) || targets[i]! - v;
      if (more > 0) onward[length++] = i;
    }
    starts[v + 1] = length;
  }
  // The arc onward from the node at hand to each other, counted from 1; 0 where there is none.
  const arcTo = new Uint32Array(size);
  for (let a = 0; a < size; a++) {
    check(a / size);
    const begin = starts[a]!;
    const end = starts[a + 1]!;
    for (let i = begin; i < end; i++) arcTo[targets[onward[i]!]!] = onward[i]! + 1;
    for (let i = begin; i < end; i++) {
      const ab = onward[i]!;
      const b = targets[ab]!;
      for (let j = starts[b]!, last = starts[b + 1]!; j < last; j++) {
        const bc = onward[j]!;
        const c = targets[bc]!;
        if (arcTo[c] !== 0) visit(a, b, c, ab, arcTo[c]! - 1, bc);
      }
    }
    for (let i = begin; i < end; i++) arcTo[targets[onward[i]!]!] = 0;
  }
}

/** The undirected graph of a directed one, with the number of arcs between two nodes, 1 or 2, as the value. */
export function withMutualAsTwo(csr: Csr): Csr {
  const from = new Uint32Array(csr.targets.length);
  for (let v = 0; v < csr.size; v++) from.fill(v, csr.offsets[v]!, csr.offsets[v + 1]!);
  return buildCsr(csr.size, from, csr.targets, false, { parallel: 'sum' });
}
