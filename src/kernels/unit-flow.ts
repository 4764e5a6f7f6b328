/** Disjoint paths and the smallest cuts between two nodes: a flow of single units, cheapest first (Menger's theorem both ways). */
import type { Csr } from './csr.js';
import { byLengthThenNodes } from './path-order.js';

/** What disjoint paths may not share, and what a cut removes: nodes between the ends, or arcs. */
export type Separator = 'nodes' | 'arcs';

const ANY_NUMBER = 0x7fffffff;

/**
 * A flow from source to target in which every inner node (or every arc) carries one unit at most. Each `augment` adds one unit
 * along the cheapest residual path, so that the units together always take the fewest steps (Ford & Fulkerson 1962,
 * Busacker & Gowen 1960). An undirected edge is an arc each way; the cheapest flow never uses both, nor goes in rounds.
 *
 * Memory about 60 bytes an arc. Building costs O(nodes + arcs), an augmentation as much at most.
 */
export class UnitFlow {
  /** Units so far: the number of disjoint paths, or when no more can be added, the size of the smallest cut. */
  value = 0;
  readonly #csr: Csr;
  readonly #by: Separator;
  readonly #source: number;
  readonly #target: number;
  /** Residual arcs in pairs: arc 2i and its reverse 2i + 1. */
  readonly #head: Uint32Array;
  readonly #room: Int32Array;
  readonly #cost: Int8Array;
  readonly #offsets: Uint32Array;
  readonly #arcsFrom: Uint32Array;
  /** By node of the flow: least costs so far, up to a constant. */
  readonly #potential: Int32Array;

  constructor(csr: Csr, source: number, target: number, by: Separator, blocked?: Uint8Array) {
    this.#csr = csr;
    this.#by = by;
    this.#source = by === 'nodes' ? 2 * source + 1 : source;
    this.#target = by === 'nodes' ? 2 * target : target;
    const arcs = csr.targets.length;
    const inner = by === 'nodes' ? csr.size : 0;
    const tail = new Uint32Array(2 * (arcs + inner));
    this.#head = new Uint32Array(2 * (arcs + inner));
    this.#room = new Int32Array(2 * (arcs + inner));
    this.#cost = new Int8Array(2 * (arcs + inner));
    const add = (pair: number, from: number, to: number, room: number, cost: number) => {
      tail[2 * pair] = from;
      this.#head[2 * pair] = to;
      tail[2 * pair + 1] = to;
      this.#head[2 * pair + 1] = from;
      this.#room[2 * pair] = room;
      this.#cost[2 * pair] = cost;
      this.#cost[2 * pair + 1] = -cost;
    };
    for (let v = 0; v < csr.size; v++) {
      for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
        const u = csr.targets[i]!;
        const closed = blocked !== undefined && (blocked[v] !== 0 || blocked[u] !== 0);
        // Between nodes there is room for all, but a direct tie of the ends is one path, not many.
        const room = by === 'arcs' || (v === source && u === target) ? 1 : ANY_NUMBER;
        if (by === 'nodes') add(i, 2 * v + 1, 2 * u, closed ? 0 : room, 1);
        else add(i, v, u, closed ? 0 : room, 1);
      }
    }
    for (let v = 0; v < inner; v++) add(arcs + v, 2 * v, 2 * v + 1, 1, 0);
    const nodes = by === 'nodes' ? 2 * csr.size : csr.size;
    this.#offsets = new Uint32Array(nodes + 1);
    for (const node of tail) this.#offsets[node + 1]!++;
    for (let v = 0; v < nodes; v++) this.#offsets[v + 1]! += this.#offsets[v]!;
    this.#potential = new Int32Array(nodes);
    const next = this.#offsets.slice();
    this.#arcsFrom = new Uint32Array(tail.length);
    tail.forEach((node, arc) => {
      this.#arcsFrom[next[node]!++] = arc;
    });
  }

  /** Adds one unit; false when there is no room for another. */
  augment(): boolean {
    const reachedBy = this.#cheapest();
    if (reachedBy[this.#target] === -1) return false;
    for (let node = this.#target; node !== this.#source; ) {
      const arc = reachedBy[node]!;
      this.#move(arc);
      node = this.#head[arc ^ 1]!;
    }
    this.value++;
    return true;
  }

  /** Adds all the units that there is room for, whatever ways they take (Dinic 1970): O(arcs · √arcs) in all. */
  fill(): void {
    for (let steps = this.#steps(); steps[this.#target] !== -1; steps = this.#steps()) {
      const next = this.#offsets.slice();
      const path: number[] = [];
      for (let node = this.#source; ; ) {
        const last = this.#offsets[node + 1]!;
        while (next[node]! < last && !this.#leadsOn(this.#arcsFrom[next[node]!]!, steps)) next[node]!++;
        if (next[node]! < last) {
          const arc = this.#arcsFrom[next[node]!]!;
          path.push(arc);
          node = this.#head[arc]!;
          if (node !== this.#target) continue;
          for (const each of path) this.#move(each);
          this.value++;
          path.length = 0;
          node = this.#source;
        } else {
          const back = path.pop();
          if (back === undefined) break;
          node = this.#head[back ^ 1]!;
          next[node]!++;
        }
      }
    }
  }

  /** Whether there is room along an arc, one step away from the source. */
  #leadsOn(arc: number, steps: Int32Array): boolean {
    return this.#room[arc]! > 0 && steps[this.#head[arc]!] === steps[this.#head[arc ^ 1]!]! + 1;
  }

  #move(arc: number): void {
    this.#room[arc]! -= 1;
    this.#room[arc ^ 1]! += 1;
  }

  /** The paths that the units take, as node positions, shortest first, ties by position. After `augment` alone. */
  paths(): number[][] {
    const nextOf = new Map<number, number[]>();
    for (let v = 0; v < this.#csr.size; v++) {
      for (let i = this.#csr.offsets[v]!; i < this.#csr.offsets[v + 1]!; i++) {
        if (this.#room[2 * i + 1]! > 0) nextOf.set(v, [...(nextOf.get(v) ?? []), this.#csr.targets[i]!]);
      }
    }
    const node = (of: number) => (this.#by === 'nodes' ? of >> 1 : of);
    const from = node(this.#source);
    const to = node(this.#target);
    const paths = Array.from({ length: this.value }, () => {
      const path = [from];
      for (let at = from; at !== to; path.push(at)) at = nextOf.get(at)!.shift()!;
      return path;
    });
    return paths.sort(byLengthThenNodes);
  }

  /** Steps with room from the source to each node (in `nodes`: entries 2v for arriving at v, 2v + 1 for leaving it); -1 out of reach. */
  #steps(): Int32Array {
    const steps = new Int32Array(this.#offsets.length - 1).fill(-1);
    const queue = [this.#source];
    steps[this.#source] = 0;
    for (const node of queue) {
      for (let i = this.#offsets[node]!; i < this.#offsets[node + 1]!; i++) {
        const arc = this.#arcsFrom[i]!;
        const to = this.#head[arc]!;
        if (this.#room[arc]! <= 0 || steps[to] !== -1) continue;
        steps[to] = steps[node]! + 1;
        queue.push(to);
      }
    }
    return steps;
  }

  /**
   * The smallest cut that is nearest to the source: node positions, or pairs [tail, head]. Call it after `fill`, or when `augment` says false. With
   * `nodes` the ends must not be tied directly: no set of others would part them.
   */
  cut(): number[][] {
    const steps = this.#steps();
    if (this.#by === 'nodes') {
      return Array.from({ length: this.#csr.size }, (_, v) => [v]).filter(
        ([v]) => steps[2 * v!] !== -1 && steps[2 * v! + 1] === -1,
      );
    }
    const pairs: number[][] = [];
    for (let v = 0; v < this.#csr.size; v++) {
      if (steps[v] === -1) continue;
      for (let i = this.#csr.offsets[v]!; i < this.#csr.offsets[v + 1]!; i++) {
        if (steps[this.#csr.targets[i]!] === -1 && this.#room[2 * i + 1]! > 0)
          pairs.push([v, this.#csr.targets[i]!]);
      }
    }
    return pairs;
  }

  /**
   * For nodes up to the target the residual arc by which each is reached most cheaply, -1 for others: Dijkstra's search, with a bucket for
   * each cost. Potentials, which are those of the search before, leave no arc with a cost below 0 (Edmonds & Karp 1972).
   */
  #cheapest(): Int32Array {
    const nodes = this.#offsets.length - 1;
    const reachedBy = new Int32Array(nodes).fill(-1);
    const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const settled: number[] = [];
    const isSettled = new Uint8Array(nodes);
    cost[this.#source] = 0;
    const buckets = [[this.#source]];
    for (let at = 0; at < buckets.length; at++) {
      for (const node of buckets[at] ?? []) {
        if (isSettled[node] !== 0) continue;
        isSettled[node] = 1;
        settled.push(node);
        if (node === this.#target) {
          for (const each of settled) this.#potential[each]! += cost[each]! - at;
          return reachedBy;
        }
        for (let i = this.#offsets[node]!; i < this.#offsets[node + 1]!; i++) {
          const arc = this.#arcsFrom[i]!;
          if (this.#room[arc]! <= 0) continue;
          const to = this.#head[arc]!;
          const through = at + this.#cost[arc]! + this.#potential[node]! - this.#potential[to]!;
          if (through >= cost[to]!) continue;
          cost[to] = through;
          reachedBy[to] = arc;
          buckets[through] ??= [];
          buckets[through].push(to);
        }
      }
    }
    return reachedBy;
  }
}
