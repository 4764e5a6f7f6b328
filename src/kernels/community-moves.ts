/** The two steps of Louvain and Leiden: nodes move to the group that gains most, and groups split into parts that hang together. */
import { shuffle } from './random.js';

/** Gains smaller than this are rounding. */
export const NOTHING = 1e-12;

/** A graph whose nodes may stand for many: arcs without loops, strengths, and each node's whole strength, loops included. */
export interface Level {
  size: number;
  offsets: Uint32Array;
  targets: Uint32Array;
  strengths: Float64Array;
  whole: Float64Array;
  total: number;
}

/** Moves nodes to the neighbouring group that gains most, until no move gains; whether any was made. Changes `groups`. */
export function moveNodes(
  level: Level,
  groups: Uint32Array,
  resolution: number,
  random: () => number,
): boolean {
  const { size, offsets, targets, strengths, whole, total } = level;
  const strengthOf = new Float64Array(size);
  const members = new Uint32Array(size);
  for (let v = 0; v < size; v++) {
    strengthOf[groups[v]!]! += whole[v]!;
    members[groups[v]!]!++;
  }
  const empty = new Uint32Array(size);
  let empties = 0;
  for (let group = 0; group < size; group++) if (members[group] === 0) empty[empties++] = group;
  // A circle: a node waits in it once at most.
  const queue = shuffled(size, random);
  const isQueued = new Uint8Array(size).fill(1);
  const ties = new Float64Array(size);
  const near = new Uint32Array(size);
  let moved = false;
  let head = 0;
  for (let waiting = size; waiting > 0; waiting--) {
    const v = queue[head]!;
    head = head + 1 === size ? 0 : head + 1;
    isQueued[v] = 0;
    const own = groups[v]!;
    const begin = offsets[v]!;
    const end = offsets[v + 1]!;
    let count = 0;
    for (let i = begin; i < end; i++) {
      const group = groups[targets[i]!]!;
      const known = ties[group]!;
      if (known === 0) near[count++] = group;
      ties[group] = known + strengths[i]!;
    }
    const share = (resolution * whole[v]!) / total;
    strengthOf[own]! -= whole[v]!;
    let best = own;
    let most = ties[own]! - share * strengthOf[own]!;
    for (let i = 0; i < count; i++) {
      const group = near[i]!;
      const gain = ties[group]! - share * strengthOf[group]!;
      ties[group] = 0;
      if (gain > most + NOTHING || (gain > most - NOTHING && best !== own && group < best)) {
        most = gain;
        best = group;
      }
    }
    // A group of its own is worth 0: better than staying where one is not wanted.
    if (most < -NOTHING && members[own]! > 1) best = empty[empties - 1]!;
    strengthOf[best]! += whole[v]!;
    if (best === own) continue;
    if (members[best] === 0) empties--;
    if (--members[own]! === 0) empty[empties++] = own;
    members[best]!++;
    groups[v] = best;
    moved = true;
    for (let i = begin; i < end; i++) {
      const u = targets[i]!;
      if (isQueued[u] !== 0 || groups[u] === best) continue;
      isQueued[u] = 1;
      const tail = head + waiting - 1;
      queue[tail < size ? tail : tail - size] = u;
      waiting++;
    }
  }
  return moved;
}

/**
 * Splits each group into parts that are connected and worth merging: every node starts alone, and one that is still alone and well
 * tied to the rest of its group joins the part, itself well tied, that gains most.
 */
export function refine(
  level: Level,
  groups: Uint32Array,
  resolution: number,
  random: () => number,
): Uint32Array {
  const { size, offsets, targets, strengths, whole, total } = level;
  const parts = Uint32Array.from({ length: size }, (_, v) => v);
  const strengthOfGroup = new Float64Array(size);
  for (let v = 0; v < size; v++) strengthOfGroup[groups[v]!]! += whole[v]!;
  const strengthOf = whole.slice();
  const members = new Uint32Array(size).fill(1);
  /** Strength from a part to the rest of its group. */
  const outward = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++)
      if (groups[targets[i]!] === groups[v]) outward[v]! += strengths[i]!;
  }
  const isWellTied = (part: number, group: number) =>
    outward[part]! >=
    (resolution * strengthOf[part]! * (strengthOfGroup[group]! - strengthOf[part]!)) / total - NOTHING;
  const ties = new Float64Array(size);
  const near = new Uint32Array(size);
  for (const v of shuffled(size, random)) {
    const group = groups[v]!;
    const own = parts[v]!;
    if (members[own] !== 1 || !isWellTied(own, group)) continue;
    let count = 0;
    for (let i = offsets[v]!, end = offsets[v + 1]!; i < end; i++) {
      const u = targets[i]!;
      if (groups[u] !== group) continue;
      const part = parts[u]!;
      const known = ties[part]!;
      if (known === 0) near[count++] = part;
      ties[part] = known + strengths[i]!;
    }
    const share = (resolution * whole[v]!) / total;
    let best = own;
    let most = 0;
    for (let i = 0; i < count; i++) {
      const part = near[i]!;
      const gain = ties[part]! - share * strengthOf[part]!;
      if (gain > most + NOTHING && isWellTied(part, group)) {
        most = gain;
        best = part;
      }
    }
    if (best !== own) {
      outward[best]! += outward[own]! - 2 * ties[best]!;
      strengthOf[best]! += whole[v]!;
      strengthOf[own] = 0;
      members[best]!++;
      members[own] = 0;
      parts[v] = best;
    }
    for (let i = 0; i < count; i++) ties[near[i]!] = 0;
  }
  return parts;
}

function shuffled(size: number, random: () => number): Uint32Array {
  const order = new Uint32Array(size);
  for (let v = 0; v < size; v++) order[v] = v;
  return shuffle(order, random);
}
