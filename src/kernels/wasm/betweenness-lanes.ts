/**
 * Betweenness from eight sources at a time, in AssemblyScript: the same steps as `../betweenness-lanes.ts`, which explains them, with
 * four vectors of two Float64 for the eight lanes. The host lays the memory out by `reserve`, writes the graph, and calls `run`.
 */
import { take, taken } from './memory';

const laneBytes: usize = 64;
const mostPaths: f64 = 3.273390607896142e150; // 2^500

let size: i32 = 0;
let arcs: i32 = 0;

// Addresses. Written by the host: rows of the graph and of its reverse; members, ends and own (Float64).
export let offsets: usize = 0;
export let targets: usize = 0;
export let reverseOffsets: usize = 0;
export let reverseTargets: usize = 0;
export let members: usize = 0;
export let ends: usize = 0;
export let own: usize = 0;
/** Read by the host. */
export let scores: usize = 0;

let paths: usize = 0;
let here: usize = 0;
let there: usize = 0;
let seen: usize = 0;
let front: usize = 0;
let next: usize = 0;
let visited: usize = 0;
let visitors: usize = 0;
let levelStart: usize = 0;
/** For each of the 256 sets of lanes, 64 bytes with all bits of its lanes set. */
let masks: usize = 0;

let visits: i32 = 0;
let most: v128 = f64x2.splat(0);

/** Lays out memory for a graph, and returns where it ends. The host must have the memory there, and zeroed. */
export function reserve(nodes: i32, arcCount: i32): usize {
  size = nodes;
  arcs = arcCount;
  const n = <usize>nodes;
  offsets = take((n + 1) * 4);
  targets = take(<usize>arcs * 4);
  reverseOffsets = take((n + 1) * 4);
  reverseTargets = take(<usize>arcs * 4);
  // Room for a whole batch after the last class.
  ends = take((n + 8) * 8);
  members = take(n * 8);
  own = take(n * 8);
  scores = take(n * 8);
  paths = take(n * laneBytes);
  here = take(n * laneBytes);
  there = take(n * laneBytes);
  seen = take(n);
  front = take(n);
  next = take(n);
  visited = take((n + 1) * 32);
  visitors = take((n + 1) * 8);
  levelStart = take((n + 3) * 4);
  masks = take(256 * laneBytes);
  return taken();
}

/** To be called once the memory is there. */
export function prepare(): void {
  for (let set: usize = 0; set < 256; set++) {
    for (let lane: usize = 0; lane < 8; lane++) {
      store<i64>(masks + (set << 6) + (lane << 3), (set >> lane) & 1 ? -1 : 0);
    }
  }
}

/** Runs the batch that begins with class `first`; returns the mean number of sources to a visit, 0 when paths are too many. */
export function run(first: i32): f64 {
  const batch = min(8, size - first);
  const all: u32 = (1 << batch) - 1;
  visits = 0;
  most = f64x2.splat(0);
  for (let lane: i32 = 0; lane < batch; lane++) {
    const node = <usize>(first + lane);
    store<f64>(here + (node << 6) + (lane << 3), 1);
    const source: u32 = 1 << lane;
    store<u8>(front + node, <u8>source);
    visit(node, source);
  }
  let level: usize = 0;
  store<i32>(levelStart, 0);
  store<i32>(levelStart + 4, visits);
  while (start(level + 1) > start(level)) {
    if (isSmall(level)) push(level);
    else pull(all);
    store<i32>(levelStart + ((level + 2) << 2), visits);
    leave(level, here);
    swap();
    enter(++level);
  }
  const fits = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1)) <= mostPaths;
  if (fits) carryBack(first, level - 1);
  const shared = countVisitors();
  for (let i: i32 = 0; i < visits; i++) {
    const node = visitedAt(i);
    store<u8>(seen + node, 0);
    store<u8>(front + node, 0);
  }
  return fits ? <f64>shared / <f64>visits : 0;
}

function start(level: usize): i32 {
  return load<i32>(levelStart + (level << 2));
}

function visitedAt(i: i32): usize {
  return <usize>load<u32>(visited + ((<usize>i) << 2));
}

function visit(node: usize, sources: u32): void {
  store<u32>(visited + ((<usize>visits) << 2), <u32>node);
  store<u8>(visitors + <usize>visits, <u8>sources);
  visits++;
}

function swap(): void {
  const other = here;
  here = there;
  there = other;
}

function isSmall(level: usize): bool {
  let out: i32 = 0;
  for (let i = start(level), last = start(level + 1); i < last; i++) {
    const row = offsets + (visitedAt(i) << 2);
    out += load<i32>(row, 4) - load<i32>(row);
  }
  return out < arcs >> 2;
}

function push(level: usize): void {
  const begin = visits;
  for (let i = start(level), last = start(level + 1); i < last; i++) {
    const node = visitedAt(i);
    const sources: u32 = load<u8>(visitors + <usize>i);
    const values = here + (node << 6);
    const a = v128.load(values);
    const b = v128.load(values, 16);
    const c = v128.load(values, 32);
    const d = v128.load(values, 48);
    let arc = targets + ((<usize>load<u32>(offsets + (node << 2))) << 2);
    const rowEnd = targets + ((<usize>load<u32>(offsets + (node << 2), 4)) << 2);
    for (; arc < rowEnd; arc += 4) {
      const target = <usize>load<u32>(arc);
      const fresh = sources & ~(<u32>load<u8>(seen + target));
      if (fresh === 0) continue;
      const found: u32 = load<u8>(next + target);
      if (found === 0) visit(target, 0);
      store<u8>(next + target, <u8>(found | fresh));
      const at = there + (target << 6);
      v128.store(at, f64x2.add(v128.load(at), a));
      v128.store(at, f64x2.add(v128.load(at, 16), b), 16);
      v128.store(at, f64x2.add(v128.load(at, 32), c), 32);
      v128.store(at, f64x2.add(v128.load(at, 48), d), 48);
    }
  }
  for (let i = begin; i < visits; i++) {
    const node = visitedAt(i);
    const sources: u32 = load<u8>(next + node);
    store<u8>(visitors + <usize>i, <u8>sources);
    store<u8>(next + node, 0);
    const at = there + (node << 6);
    settle(node, sources, v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48));
  }
}

function pull(all: u32): void {
  for (let node: usize = 0, last = <usize>size; node < last; node++) {
    const unseen = all & ~(<u32>load<u8>(seen + node));
    if (unseen === 0) continue;
    let sources: u32 = 0;
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    let arc = reverseTargets + ((<usize>load<u32>(reverseOffsets + (node << 2))) << 2);
    const rowEnd = reverseTargets + ((<usize>load<u32>(reverseOffsets + (node << 2), 4)) << 2);
    for (; arc < rowEnd; arc += 4) {
      const neighbour = <usize>load<u32>(arc);
      const common = unseen & <u32>load<u8>(front + neighbour);
      if (common === 0) continue;
      sources |= common;
      const at = here + (neighbour << 6);
      a = f64x2.add(a, v128.load(at));
      b = f64x2.add(b, v128.load(at, 16));
      c = f64x2.add(c, v128.load(at, 32));
      d = f64x2.add(d, v128.load(at, 48));
    }
    if (sources === 0) continue;
    visit(node, sources);
    settle(node, sources, a, b, c, d);
  }
}

function settle(node: usize, sources: u32, a: v128, b: v128, c: v128, d: v128): void {
  const mask = masks + ((<usize>sources) << 6);
  const count = f64x2.splat(load<f64>(members + (node << 3)));
  const at = node << 6;
  store<u8>(seen + node, <u8>(load<u8>(seen + node) | <u8>sources));
  settlePair(at, v128.load(mask), a, count);
  settlePair(at + 16, v128.load(mask, 16), b, count);
  settlePair(at + 32, v128.load(mask, 32), c, count);
  settlePair(at + 48, v128.load(mask, 48), d, count);
}

function settlePair(at: usize, mask: v128, found: v128, count: v128): void {
  const counted = v128.and(found, mask);
  const onward = f64x2.mul(counted, count);
  v128.store(paths + at, v128.bitselect(counted, v128.load(paths + at), mask));
  v128.store(there + at, onward);
  most = f64x2.max(most, onward);
}

function enter(level: usize): void {
  for (let i = start(level), last = start(level + 1); i < last; i++) {
    store<u8>(front + visitedAt(i), load<u8>(visitors + <usize>i));
  }
}

function leave(level: usize, values: usize): void {
  const zero = f64x2.splat(0);
  for (let i = start(level), last = start(level + 1); i < last; i++) {
    const node = visitedAt(i);
    store<u8>(front + node, 0);
    const at = values + (node << 6);
    v128.store(at, zero);
    v128.store(at, zero, 16);
    v128.store(at, zero, 32);
    v128.store(at, zero, 48);
  }
}

function carryBack(first: i32, deepest: usize): void {
  const zero = f64x2.splat(0);
  // How many sources each lane stands for; lanes without a source are never among the visitors.
  const ofLanes = ends + ((<usize>first) << 3);
  const strengthA = v128.load(ofLanes);
  const strengthB = v128.load(ofLanes, 16);
  const strengthC = v128.load(ofLanes, 32);
  const strengthD = v128.load(ofLanes, 48);
  for (let level = deepest; level > 0; level--) {
    for (let i = start(level), last = start(level + 1); i < last; i++) {
      const node = visitedAt(i);
      const sources: u32 = load<u8>(visitors + <usize>i);
      let a = zero;
      let b = zero;
      let c = zero;
      let d = zero;
      let found: u32 = 0;
      let arc = targets + ((<usize>load<u32>(offsets + (node << 2))) << 2);
      const rowEnd = targets + ((<usize>load<u32>(offsets + (node << 2), 4)) << 2);
      for (; arc < rowEnd; arc += 4) {
        const neighbour = <usize>load<u32>(arc);
        const common = sources & <u32>load<u8>(front + neighbour);
        if (common === 0) continue;
        found |= common;
        const at = there + (neighbour << 6);
        a = f64x2.add(a, v128.load(at));
        b = f64x2.add(b, v128.load(at, 16));
        c = f64x2.add(c, v128.load(at, 32));
        d = f64x2.add(d, v128.load(at, 48));
      }
      const mask = masks + ((<usize>sources) << 6);
      const counted = paths + (node << 6);
      const values = here + (node << 6);
      const count = f64x2.splat(load<f64>(members + (node << 3)));
      const standing = f64x2.splat(load<f64>(ends + (node << 3)));
      const maskA = v128.load(mask);
      const maskB = v128.load(mask, 16);
      const maskC = v128.load(mask, 32);
      const maskD = v128.load(mask, 48);
      const pathsA = v128.load(counted);
      const pathsB = v128.load(counted, 16);
      const pathsC = v128.load(counted, 32);
      const pathsD = v128.load(counted, 48);
      if (found !== 0) {
        a = v128.and(f64x2.mul(a, pathsA), maskA);
        b = v128.and(f64x2.mul(b, pathsB), maskB);
        c = v128.and(f64x2.mul(c, pathsC), maskC);
        d = v128.and(f64x2.mul(d, pathsD), maskD);
        const carried = f64x2.add(
          f64x2.add(f64x2.mul(a, strengthA), f64x2.mul(b, strengthB)),
          f64x2.add(f64x2.mul(c, strengthC), f64x2.mul(d, strengthD)),
        );
        const score = scores + (node << 3);
        store<f64>(score, load<f64>(score) + f64x2.extract_lane(carried, 0) + f64x2.extract_lane(carried, 1));
      }
      v128.store(values, v128.and(onward(a, pathsA, count, standing), maskA));
      v128.store(values, v128.and(onward(b, pathsB, count, standing), maskB), 16);
      v128.store(values, v128.and(onward(c, pathsC, count, standing), maskC), 32);
      v128.store(values, v128.and(onward(d, pathsD, count, standing), maskD), 48);
      const lane = <i32>node - first;
      if (lane >= 0 && lane < 8 && (sources >> lane) & 1) {
        // A source found again: the ends of paths are its twins, and nothing lies beyond it.
        const others = load<f64>(own + (node << 3));
        const at = (<usize>lane) << 3;
        store<f64>(values + at, others / load<f64>(counted + at));
      }
    }
    leave(level + 1, there);
    swap();
    enter(level);
  }
  leave(1, there);
}

/** What a node gives to each path that comes to it: those it stands for as ends, and what its members carry. */
function onward(carried: v128, counted: v128, count: v128, standing: v128): v128 {
  return f64x2.div(f64x2.add(standing, f64x2.mul(count, carried)), counted);
}

function countVisitors(): i32 {
  let count: i32 = 0;
  for (let i: i32 = 0; i < visits; i++) count += popcnt<u32>(load<u8>(visitors + <usize>i));
  return count;
}
