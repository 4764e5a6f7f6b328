/** Sums of distances from every node, and the greatest of them: what closeness, harmonic centrality and eccentricity are made of. */
import { type Condensed, condense, separate } from './condense.js';
import { type Control, checkpoint } from './control.js';
import type { Csr } from './csr.js';
import { dijkstra } from './dijkstra.js';
import {
  type BitsKernel,
  bitsKernel,
  type DistanceSums,
  noSource,
  type SourceWords,
  sumsOver,
  wordBits,
} from './distance-bits.js';
import { type Part, sourcesOf } from './parts.js';
import { wasmBitsKernel } from './wasm-bits.js';

export interface DistanceSumsOptions {
  /** Distances are sums of `csr.values`, positive; otherwise steps. */
  valued?: boolean | undefined;
  /** Only some of the pairs of nodes; the sums over all parts are the sums over all pairs. */
  part?: Part | undefined;
  control?: Control | undefined;
}

/** Words searched from at once, at most: parts are cut between these. */
const batch = 16;

/**
 * For every node, over the others that it reaches along arcs: how many they are, the sum of their distances and that of the
 * reciprocals, and the greatest, its eccentricity, on islands that of the island (Hage & Harary 1995,
 * doi:10.1016/0378-8733(94)00248-9). In steps, searches from 512 nodes run at once, and nodes with the same neighbours are condensed into one.
 * O(nodes · arcs), in bits; valued O(nodes · arcs · log nodes).
 *
 * @throws RangeError when valued and a distance is missing, not finite or not above 0; an `AbortError` when cancelled
 * @example distanceSums(path0to1to2) // reached [2, 2, 2], far [3, 2, 3], near [1.5, 2, 1.5], farthest [2, 1, 2]
 */
export function distanceSums(csr: Csr, options: DistanceSumsOptions = {}): DistanceSums {
  return options.valued === true ? inDistances(csr, options) : inSteps(csr, options);
}

function inSteps(csr: Csr, { part, control }: DistanceSumsOptions): DistanceSums {
  const { graph, words, kernel } = readied(csr);
  const check = checkpoint(control);
  const { from, end } = sourcesOf(Math.ceil(words.strengths.length / batch), part);
  const last = Math.min(end * batch, words.strengths.length);
  // What an earlier part left when it was cancelled.
  kernel.takeSums();
  for (let word = from * batch; word < last; word += kernel.words) {
    check((word / batch - from) / (end - from));
    kernel.run(word);
  }
  const sums = kernel.takeSums();
  if (part === undefined || part.index === 0) addTwins(graph, sums);
  const spread = (column: Float64Array) => Float64Array.from(graph.classOf, (node) => column[node]!);
  return {
    reached: spread(sums.reached),
    far: spread(sums.far),
    near: spread(sums.near),
    farthest: spread(sums.farthest),
  };
}

interface Readied {
  graph: Condensed;
  words: SourceWords;
  kernel: BitsKernel;
}

/** Kept from one part of the work to the next. */
const kept = new WeakMap<Csr, Readied>();

function readied(csr: Csr): Readied {
  const known = kept.get(csr);
  if (known !== undefined) return known;
  // In a directed graph twins may be any distance apart.
  const graph = csr.directed ? separate(csr) : condense(csr);
  const words = sourceWords(graph);
  const kernel = wasmBitsKernel(graph.csr, words) ?? bitsKernel(graph.csr, words);
  const made = { graph, words, kernel };
  kept.set(csr, made);
  return made;
}

/**
 * Classes as sources: one of m members stands in a word for each power of two in m, so that counting the bits of a word and
 * multiplying once counts members.
 */
function sourceWords({ csr, members }: Condensed): SourceWords {
  const sources: number[] = [];
  const strengths: number[] = [];
  const most = members.reduce((a, b) => Math.max(a, b), 0);
  for (let strength = 1; strength <= most; strength *= 2) {
    for (let node = 0; node < csr.size; node++) {
      if ((members[node]! & strength) !== 0) sources.push(node);
    }
    while (sources.length % wordBits !== 0) sources.push(noSource);
    while (strengths.length < sources.length / wordBits) strengths.push(strength);
  }
  return { sources: Uint32Array.from(sources), strengths: Uint32Array.from(strengths) };
}

/** Others of a node's own class, which no search finds: two steps away over a common neighbour, or one when they are together. */
function addTwins({ csr, members, apart }: Condensed, { reached, far, near, farthest }: DistanceSums): void {
  for (let node = 0; node < csr.size; node++) {
    if (apart[node] === 1 && csr.offsets[node] === csr.offsets[node + 1]) continue;
    const twins = members[node]! - 1;
    const steps = apart[node] === 1 ? 2 : 1;
    reached[node]! += twins;
    far[node]! += twins * steps;
    near[node]! += twins / steps;
    if (twins > 0) farthest[node] = Math.max(farthest[node]!, steps);
  }
}

function inDistances(csr: Csr, { part, control }: DistanceSumsOptions): DistanceSums {
  const { size } = csr;
  const search = dijkstra(csr);
  const check = checkpoint(control);
  const order = new Uint32Array(size);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const sums = sumsOver(size);
  const { from, end } = sourcesOf(size, part);
  for (let source = from; source < end; source++) {
    check((source - from) / (end - from));
    const reached = search(source, order, distance);
    sums.reached[source] = reached - 1;
    for (let r = 1; r < reached; r++) {
      const length = distance[order[r]!]!;
      sums.far[source]! += length;
      sums.near[source]! += 1 / length;
      sums.farthest[source] = Math.max(sums.farthest[source]!, length);
    }
    for (let r = 0; r < reached; r++) distance[order[r]!] = Number.POSITIVE_INFINITY;
  }
  return sums;
}
