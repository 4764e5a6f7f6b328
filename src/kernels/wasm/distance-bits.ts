/**
 * Sums of distances by searches from 512 sources at once, in AssemblyScript: the same steps as `../distance-bits.ts`, which explains
 * them, with 16 words to a node instead of one. The host lays the memory out by `reserve`, writes the graph, and for each batch
 * `sources` and `strengths`, and calls `run`.
 */
import { take, taken } from './memory';

const lineBytes: usize = 64;
const none: u32 = 0xffffffff;

let size: usize = 0;
let arcs: i32 = 0;

// Addresses. Written by the host: rows of the graph and of its reverse, and for each batch 512 sources (0xffffffff for none) and
// for each of its 16 words how many nodes a source of it stands for.
export let offsets: usize = 0;
export let targets: usize = 0;
export let reverseOffsets: usize = 0;
export let reverseTargets: usize = 0;
export let sources: usize = 0;
export let strengths: usize = 0;
// Read by the host: a Float64 a node.
export let reached: usize = 0;
export let far: usize = 0;
export let near: usize = 0;
export let farthest: usize = 0;

let seen: usize = 0;
let front: usize = 0;
let next: usize = 0;
/** A byte a node: whether it is on the front; whether it is among those pushed to; whether all sources have seen it. */
let isFront: usize = 0;
let isTouched: usize = 0;
let isDone: usize = 0;
let list: usize = 0;
let nextList: usize = 0;
let length: i32 = 0;
let nextLength: i32 = 0;

/** All sources of the batch. */
let allA: v128 = i32x4.splat(0);
let allB: v128 = i32x4.splat(0);
let allC: v128 = i32x4.splat(0);
let allD: v128 = i32x4.splat(0);

export function reserve(nodes: i32, arcCount: i32): usize {
  size = <usize>nodes;
  arcs = arcCount;
  offsets = take((size + 1) * 4);
  targets = take(<usize>arcs * 4);
  reverseOffsets = take((size + 1) * 4);
  reverseTargets = take(<usize>arcs * 4);
  sources = take(512 * 4);
  strengths = take(16 * 4);
  reached = take(size * 8);
  far = take(size * 8);
  near = take(size * 8);
  farthest = take(size * 8);
  seen = take(size * lineBytes);
  front = take(size * lineBytes);
  next = take(size * lineBytes);
  isFront = take(size);
  isTouched = take(size);
  isDone = take(size);
  list = take(size * 4);
  nextList = take(size * 4);
  return taken();
}

export function run(): void {
  begin();
  for (let steps: f64 = 1; length > 0; steps++) {
    nextLength = 0;
    if (isSmall()) push(steps);
    else pull(steps);
    for (let i: i32 = 0; i < length; i++) {
      const node = <usize>load<u32>(list + ((<usize>i) << 2));
      store<u8>(isFront + node, 0);
      clear(front + (node << 6));
    }
    let other = front;
    front = next;
    next = other;
    other = list;
    list = nextList;
    nextList = other;
    length = nextLength;
    for (let i: i32 = 0; i < length; i++) store<u8>(isFront + <usize>load<u32>(list + ((<usize>i) << 2)), 1);
  }
}

function begin(): void {
  memory.fill(seen, 0, size * lineBytes);
  memory.fill(isDone, 0, size);
  const all = next; // Borrowed for the moment: it is clear between batches.
  length = 0;
  for (let i: usize = 0; i < 512; i++) {
    const source = load<u32>(sources + (i << 2));
    if (source === none) continue;
    const node = <usize>source;
    const word = (i >> 5) << 2;
    const bit: u32 = 1 << (<u32>i & 31);
    const at = (node << 6) + word;
    store<u32>(seen + at, load<u32>(seen + at) | bit);
    store<u32>(front + at, load<u32>(front + at) | bit);
    store<u32>(all + word, load<u32>(all + word) | bit);
    if (load<u8>(isFront + node) !== 0) continue;
    store<u8>(isFront + node, 1);
    store<u32>(list + ((<usize>length) << 2), source);
    length++;
  }
  allA = v128.load(all);
  allB = v128.load(all, 16);
  allC = v128.load(all, 32);
  allD = v128.load(all, 48);
  clear(all);
}

function isSmall(): bool {
  let out: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    const row = reverseOffsets + ((<usize>load<u32>(list + ((<usize>i) << 2))) << 2);
    out += load<i32>(row, 4) - load<i32>(row);
  }
  return out < arcs >> 3;
}

function push(steps: f64): void {
  let touched: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    const node = <usize>load<u32>(list + ((<usize>i) << 2));
    const from = front + (node << 6);
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    let arc = reverseTargets + ((<usize>load<u32>(reverseOffsets + (node << 2))) << 2);
    const rowEnd = reverseTargets + ((<usize>load<u32>(reverseOffsets + (node << 2), 4)) << 2);
    for (; arc < rowEnd; arc += 4) {
      const target = <usize>load<u32>(arc);
      if (load<u8>(isDone + target) !== 0) continue;
      if (load<u8>(isTouched + target) === 0) {
        store<u8>(isTouched + target, 1);
        store<u32>(nextList + ((<usize>touched) << 2), <u32>target);
        touched++;
      }
      const at = next + (target << 6);
      v128.store(at, v128.or(v128.load(at), a));
      v128.store(at, v128.or(v128.load(at, 16), b), 16);
      v128.store(at, v128.or(v128.load(at, 32), c), 32);
      v128.store(at, v128.or(v128.load(at, 48), d), 48);
    }
  }
  // Nodes that stay move up in the list that they are read from.
  for (let i: i32 = 0; i < touched; i++) {
    const node = <usize>load<u32>(nextList + ((<usize>i) << 2));
    store<u8>(isTouched + node, 0);
    const at = next + (node << 6);
    settle(node, steps, v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48));
  }
}

function pull(steps: f64): void {
  for (let node: usize = 0; node < size; node++) {
    if (load<u8>(isDone + node) !== 0) continue;
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    let arc = targets + ((<usize>load<u32>(offsets + (node << 2))) << 2);
    const rowEnd = targets + ((<usize>load<u32>(offsets + (node << 2), 4)) << 2);
    for (; arc < rowEnd; arc += 4) {
      const neighbour = <usize>load<u32>(arc);
      if (load<u8>(isFront + neighbour) === 0) continue;
      const at = front + (neighbour << 6);
      a = v128.or(a, v128.load(at));
      b = v128.or(b, v128.load(at, 16));
      c = v128.or(c, v128.load(at, 32));
      d = v128.or(d, v128.load(at, 48));
    }
    settle(node, steps, a, b, c, d);
  }
}

/** Of the sources that came to a node, counts those that had not seen it, and hands them on. */
function settle(node: usize, steps: f64, a: v128, b: v128, c: v128, d: v128): void {
  const known = seen + (node << 6);
  const seenA = v128.load(known);
  const seenB = v128.load(known, 16);
  const seenC = v128.load(known, 32);
  const seenD = v128.load(known, 48);
  a = v128.andnot(a, seenA);
  b = v128.andnot(b, seenB);
  c = v128.andnot(c, seenC);
  d = v128.andnot(d, seenD);
  const at = next + (node << 6);
  v128.store(at, a);
  v128.store(at, b, 16);
  v128.store(at, c, 32);
  v128.store(at, d, 48);
  if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) return;
  store<u32>(nextList + ((<usize>nextLength) << 2), <u32>node);
  nextLength++;
  const nowA = v128.or(seenA, a);
  const nowB = v128.or(seenB, b);
  const nowC = v128.or(seenC, c);
  const nowD = v128.or(seenD, d);
  v128.store(known, nowA);
  v128.store(known, nowB, 16);
  v128.store(known, nowC, 32);
  v128.store(known, nowD, 48);
  const missing = v128.or(
    v128.or(v128.andnot(allA, nowA), v128.andnot(allB, nowB)),
    v128.or(v128.andnot(allC, nowC), v128.andnot(allD, nowD)),
  );
  if (!v128.any_true(missing)) store<u8>(isDone + node, 1);
  const counts = i32x4.add(
    i32x4.add(
      i32x4.mul(wordCounts(a), v128.load(strengths)),
      i32x4.mul(wordCounts(b), v128.load(strengths, 16)),
    ),
    i32x4.add(
      i32x4.mul(wordCounts(c), v128.load(strengths, 32)),
      i32x4.mul(wordCounts(d), v128.load(strengths, 48)),
    ),
  );
  const found = <f64>(
    (i32x4.extract_lane(counts, 0) +
      i32x4.extract_lane(counts, 1) +
      i32x4.extract_lane(counts, 2) +
      i32x4.extract_lane(counts, 3))
  );
  const sum = node << 3;
  store<f64>(reached + sum, load<f64>(reached + sum) + found);
  store<f64>(far + sum, load<f64>(far + sum) + found * steps);
  store<f64>(near + sum, load<f64>(near + sum) + found / steps);
  store<f64>(farthest + sum, max<f64>(load<f64>(farthest + sum), steps));
}

/** Bits set in each of four words. */
function wordCounts(bits: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(bits)));
}

function clear(at: usize): void {
  const zero = i32x4.splat(0);
  v128.store(at, zero);
  v128.store(at, zero, 16);
  v128.store(at, zero, 32);
  v128.store(at, zero, 48);
}
