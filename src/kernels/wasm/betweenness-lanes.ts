/**
 * Betweenness from eight sources at a time, in AssemblyScript: the same steps as `../betweenness-lanes.ts`, which explains them, with
 * vectors of two Float64. The host lays the memory out by `reserve`, writes the graph, and calls `run`.
 */
import { take, taken } from './memory';

/** Sources of a batch, one bit each. */
type Sources = u8;
const lanes: i32 = 8;
/** A line holds a Float64 for each lane: a cache line. */
const line: usize = 64;
/** What every visit asks about its class lies together, in 2^5 bytes: four Float64. */
const record: usize = 5;
const members: usize = 0;
const ends: usize = 8;
const searchOf: usize = 16;
const score: usize = 24;
const mostPaths: f64 = 3.273390607896142e150; // 2^500

let searches: i32 = 0;
let tied: bool = false;
let mostVisits: usize = 0;

// Addresses. Written by the host: rows of the graph, roots (Uint32), starts (Float64), and of classes own (Float64) and a record.
export let offsets: usize = 0;
export let targets: usize = 0;
export let roots: usize = 0;
export let starts: usize = 0;
export let own: usize = 0;
/** The score is read by the host. */
export let classes: usize = 0;
/** Read by the host; scores of arcs only when asked for. */
export let arcScores: usize = 0;
export let found: usize = 0;
export let met: usize = 0;

let here: usize = 0;
let there: usize = 0;
let seen: usize = 0;
let next: usize = 0;
let visited: usize = 0;
let visitors: usize = 0;
let paths: usize = 0;
let rows: usize = 0;
let onward: usize = 0;
let onwardEnd: usize = 0;
let levelStart: usize = 0;
/** For each of the 256 sets of lanes, a line with all bits of its lanes set. */
let masks: usize = 0;
let zeros: usize = 0;
/** By lane: the paths that a visit hands on, as often as its source stands for others. */
let given: usize = 0;

let visits: usize = 0;

/** Lays out memory for a graph, and returns where it ends. The host must have the memory there, and zeroed. */
export function reserve(nodes: i32, arcs: i32, sources: i32, areTied: bool, visitsPerNode: i32): usize {
  searches = sources;
  tied = areTied;
  const n = <usize>nodes;
  mostVisits = n * <usize>visitsPerNode + lanes;
  offsets = take((n + 1) * 4);
  targets = take(<usize>arcs * 4);
  roots = take(<usize>sources * 4);
  own = take(n * 8);
  classes = take(n << record);
  // Room for a whole batch after the last search.
  starts = take((<usize>sources + lanes) * 8);
  found = take(<usize>sources * 8);
  met = take(n * 8);
  if (tied) arcScores = take(<usize>arcs * 8);
  here = take(n * line);
  there = take(n * line);
  seen = take(n);
  next = take(n);
  visited = take(mostVisits * 4);
  visitors = take(mostVisits);
  paths = take(mostVisits * line);
  rows = take((mostVisits + 1) * 4);
  onward = take(<usize>arcs * <usize>visitsPerNode * 4);
  onwardEnd = taken();
  levelStart = take((n + 3) * 4);
  masks = take(256 * line);
  zeros = take(line);
  given = take(line);
  return taken();
}

/** To be called once the memory is there. */
export function prepare(): void {
  for (let set: usize = 0; set < 256; set++) {
    for (let lane: usize = 0; lane < 8; lane++) {
      store<i64>(masks + set * line + (lane << 3), (set >> lane) & 1 ? -1 : 0);
    }
  }
}

/** Runs the batch that begins with search `first`; returns whether it fitted. */
export function run(first: i32): bool {
  visits = <usize>min(lanes, searches - first);
  for (let lane: usize = 0; lane < visits; lane++) {
    const node = <usize>load<u32>(roots + ((<usize>first + lane) << 2));
    store<u32>(visited + (lane << 2), <u32>node);
    store<Sources>(visitors + lane, <Sources>((<u32>1) << (<u32>lane)));
    store<f64>(there + node * line + (lane << 3), 1);
  }
  store<u32>(levelStart, 0);
  store<u32>(levelStart, <u32>visits, 4);
  let arcs = onward;
  let level: usize = 0;
  while (arcs !== 0 && start(level + 1) > start(level)) {
    swap();
    arcs = push(level++, arcs);
    store<u32>(levelStart + (level << 2), <u32>visits, 4);
  }
  if (arcs !== 0) carryBack(first, level - 1);
  for (let i: usize = 0; i < visits; i++) store<Sources>(seen + visitedAt(i), 0);
  return arcs !== 0;
}

function start(level: usize): usize {
  return <usize>load<u32>(levelStart + (level << 2));
}

function visitedAt(i: usize): usize {
  return <usize>load<u32>(visited + (i << 2));
}

function swap(): void {
  const other = here;
  here = there;
  there = other;
}

/** Finds the next level. Returns where the arcs onward end, 0 when they, the visits or the paths do not fit. */
function push(level: usize, begin: usize): usize {
  const last = start(level + 1);
  // Copies: what the module may change is read anew after each store.
  const listed = visited;
  const sets = visitors;
  const known = seen;
  const fresh = next;
  const lines = there;
  const zero = zeros;
  let arcs = begin;
  let most = f64x2.splat(0);
  let found = last;
  for (let i = start(level); i < last; i++) {
    const node = <usize>load<u32>(listed + (i << 2));
    const sources: u32 = load<Sources>(sets + i);
    const row = offsets + (node << 2);
    let arc = targets + ((<usize>load<u32>(row)) << 2);
    const arcEnd = targets + ((<usize>load<u32>(row, 4)) << 2);
    const from = arcs;
    store<u32>(rows + (i << 2), <u32>from);
    if (arcs + (arcEnd - arc) > onwardEnd) return forget(last, found);
    // Written in any case and kept by a step onward: a branch would be mispredicted half of the time.
    for (; arc < arcEnd; arc += 4) {
      const target = load<u32>(arc);
      store<u32>(arcs, target);
      arcs += (<usize>((sources & ~(<u32>load<Sources>(known + <usize>target))) !== 0)) << 2;
    }
    if (found + ((arcs - from) >> 2) > mostVisits) return forget(last, found);
    const counted = paths + i * line;
    most = f64x2.pmax(
      most,
      settle(
        counted,
        here + node * line,
        sources,
        level === 0 ? 1 : load<f64>(classes + (node << record), members),
      ),
    );
    for (let at = from; at < arcs; at += 4) {
      const target = <usize>load<u32>(at);
      const set = fresh + target;
      const before: u32 = load<Sources>(set);
      store<u32>(listed + (found << 2), <u32>target);
      found += <usize>(before === 0);
      store<Sources>(set, <Sources>(before | (sources & ~(<u32>load<Sources>(known + target)))));
      const to = lines + target * line;
      // What an earlier level left there does not count.
      const sum = select<usize>(to, zero, before !== 0);
      v128.store(to, f64x2.add(v128.load(sum), v128.load(counted)));
      v128.store(to, f64x2.add(v128.load(sum, 16), v128.load(counted, 16)), 16);
      v128.store(to, f64x2.add(v128.load(sum, 32), v128.load(counted, 32)), 32);
      v128.store(to, f64x2.add(v128.load(sum, 48), v128.load(counted, 48)), 48);
    }
  }
  store<u32>(rows + (last << 2), <u32>arcs);
  visits = found;
  for (let i = last; i < found; i++) {
    const node = <usize>load<u32>(listed + (i << 2));
    const sources = load<Sources>(fresh + node);
    store<Sources>(sets + i, sources);
    store<Sources>(fresh + node, 0);
    store<Sources>(known + node, load<Sources>(known + node) | sources);
  }
  return max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1)) <= mostPaths ? arcs : 0;
}

/** Notes the paths that a visit hands on, those of its lanes times `count`; returns the most of them in each half of the vectors. */
function settle(to: usize, from: usize, sources: u32, count: f64): v128 {
  const factor = f64x2.splat(count);
  const mask = masks + <usize>sources * line;
  const p = f64x2.mul(v128.and(v128.load(from), v128.load(mask)), factor);
  const q = f64x2.mul(v128.and(v128.load(from, 16), v128.load(mask, 16)), factor);
  const r = f64x2.mul(v128.and(v128.load(from, 32), v128.load(mask, 32)), factor);
  const s = f64x2.mul(v128.and(v128.load(from, 48), v128.load(mask, 48)), factor);
  v128.store(to, p);
  v128.store(to, q, 16);
  v128.store(to, r, 32);
  v128.store(to, s, 48);
  return f64x2.pmax(f64x2.pmax(p, q), f64x2.pmax(r, s));
}

/** Gives up the level that was begun, and the batch. */
function forget(begin: usize, end: usize): usize {
  for (let i = begin; i < end; i++) store<Sources>(next + visitedAt(i), 0);
  return 0;
}

function carryBack(first: i32, deepest: usize): void {
  // How many sources each lane stands for; lanes without a source are never among the visitors.
  const sources = starts + ((<usize>first) << 3);
  for (let level = deepest + 1; level-- > 0; ) {
    swap();
    for (let i = start(level), last = start(level + 1); i < last; i++) {
      if (tied) carryArcs(i, sources);
      if (level === 0) {
        carryHome(i, first);
        continue;
      }
      const node = visitedAt(i);
      const set: u32 = load<Sources>(visitors + i);
      const its = classes + (node << record);
      const count = load<f64>(its, members);
      const factor = f64x2.splat(count);
      const standing = f64x2.splat(load<f64>(its, ends));
      let p = f64x2.splat(0);
      let q = f64x2.splat(0);
      let r = f64x2.splat(0);
      let s = f64x2.splat(0);
      const rowEnd = <usize>load<u32>(rows + (i << 2), 4);
      for (let arc = <usize>load<u32>(rows + (i << 2)); arc < rowEnd; arc += 4) {
        const from = there + <usize>load<u32>(arc) * line;
        p = f64x2.add(p, v128.load(from));
        q = f64x2.add(q, v128.load(from, 16));
        r = f64x2.add(r, v128.load(from, 32));
        s = f64x2.add(s, v128.load(from, 48));
      }
      const mask = masks + <usize>set * line;
      const counted = paths + i * line;
      const to = here + node * line;
      const pathsP = v128.load(counted);
      const pathsQ = v128.load(counted, 16);
      const pathsR = v128.load(counted, 32);
      const pathsS = v128.load(counted, 48);
      // Paths are 0 in the lanes of others.
      p = f64x2.mul(p, pathsP);
      q = f64x2.mul(q, pathsQ);
      r = f64x2.mul(r, pathsR);
      s = f64x2.mul(s, pathsS);
      const left = f64x2.add(f64x2.mul(p, v128.load(sources)), f64x2.mul(q, v128.load(sources, 16)));
      const right = f64x2.add(f64x2.mul(r, v128.load(sources, 32)), f64x2.mul(s, v128.load(sources, 48)));
      const sum = f64x2.add(left, right);
      v128.store(to, v128.and(share(p, pathsP, factor, standing), v128.load(mask)));
      v128.store(to, v128.and(share(q, pathsQ, factor, standing), v128.load(mask, 16)), 16);
      v128.store(to, v128.and(share(r, pathsR, factor, standing), v128.load(mask, 32)), 32);
      v128.store(to, v128.and(share(s, pathsS, factor, standing), v128.load(mask, 48)), 48);
      const carried = (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)) / count;
      store<f64>(its, load<f64>(its, score) + carried, score);
      const lane = load<f64>(its, searchOf) - <f64>first;
      if (lane >= 0 && lane < lanes && (set >> <u32>lane) & 1) {
        // A search that finds whom it stands for.
        store<f64>(met + (node << 3), 1);
        const at = (<usize>lane) << 3;
        const given = to + at;
        const vain = load<f64>(its, ends) - load<f64>(own + (node << 3));
        store<f64>(given, load<f64>(given) - (count * vain) / load<f64>(counted + at));
      }
    }
  }
}

/** Notes how many ends the search of a lane found; at its root each lane has made the visit of its own number. */
function carryHome(lane: usize, first: i32): void {
  let sum: f64 = 0;
  const shares = there + (lane << 3);
  const last = <usize>load<u32>(rows + (lane << 2), 4);
  for (let arc = <usize>load<u32>(rows + (lane << 2)); arc < last; arc += 4) {
    sum += load<f64>(shares + <usize>load<u32>(arc) * line);
  }
  const to = found + ((<usize>first + lane) << 3);
  store<f64>(to, load<f64>(to) + sum);
}

/** Finds the arcs that a visit noted among all of its node, both lists ascending. */
function carryArcs(visit: usize, sources: usize): void {
  const counted = paths + visit * line;
  for (let at: usize = 0; at < line; at += 16) {
    v128.store(given + at, f64x2.mul(v128.load(counted + at), v128.load(sources + at)));
  }
  const shares = there;
  const factors = given;
  let at = <usize>load<u32>(rows + (visit << 2));
  const last = <usize>load<u32>(rows + (visit << 2), 4);
  let arc = targets + ((<usize>load<u32>(offsets + (visitedAt(visit) << 2))) << 2);
  for (; at < last; arc += 4) {
    const target = load<u32>(arc);
    if (target !== load<u32>(at)) continue;
    at += 4;
    const from = shares + <usize>target * line;
    const p = f64x2.mul(v128.load(from), v128.load(factors));
    const q = f64x2.mul(v128.load(from, 16), v128.load(factors, 16));
    const r = f64x2.mul(v128.load(from, 32), v128.load(factors, 32));
    const s = f64x2.mul(v128.load(from, 48), v128.load(factors, 48));
    const sum = f64x2.add(f64x2.add(p, q), f64x2.add(r, s));
    const score = arcScores + ((arc - targets) << 1);
    store<f64>(score, load<f64>(score) + f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
  }
}

/** What a node gives to each path that comes to it: those it stands for as ends, and what its members carry (here `count` times as much). */
function share(carried: v128, handedOn: v128, count: v128, standing: v128): v128 {
  return f64x2.div(f64x2.mul(count, f64x2.add(standing, carried)), handedOn);
}
