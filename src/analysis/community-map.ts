/** The communities of a scope as a map: a disc for each, apart from the others, near those that it is tied to. */
import type { TaskControl } from '../contract/questions.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import { buildCsr, type Csr } from '../kernels/csr.js';
import type { Context } from './context.js';

/** A disc: its middle, and its radius in entities. */
interface MappedCommunity {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** See `membersByGroup`. */
  readonly members: readonly { node: number; ties: number }[];
}

export interface CommunityMap {
  readonly modularity: number;
  /** Largest first; entities that are tied to nobody are not among them. */
  readonly communities: readonly MappedCommunity[];
  /** Pairs of communities by their places in the list, with the number of pairs of entities tied between them. */
  readonly ties: readonly { from: number; to: number; count: number }[];
}

/** Space between discs, as a share of the radius of one entity. */
const GAP = 6;

/** Communities of the undirected snapshot as kernels number them: as `communities` finds them where nobody says otherwise. */
export async function findCommunities(context: Context, csr: Csr, resolution: number, control: TaskControl) {
  const options = { algorithm: 'leiden', resolution, seed: 1 } as const;
  const found = await context.compute(control, 'Communities')('communities', csr, options);
  return { groups: found.groups, modularity: found.modularity[0]! };
}

/** Nodes of the snapshot by group, each with how many of its neighbours are in it too: those with the most first, then by node. */
export function membersByGroup({ offsets, targets }: Csr, groups: Uint32Array) {
  const members: { node: number; ties: number }[][] = [];
  groups.forEach((group, node) => {
    let ties = 0;
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++) if (groups[targets[i]!] === group) ties++;
    members[group] ??= [];
    members[group].push({ node, ties });
  });
  for (const each of members) each.sort((a, b) => b.ties - a.ties || a.node - b.node);
  return members;
}

const kept = new WeakMap<ScopedGraph, Map<number, CommunityMap>>();

/** The map, made once for a scope. Costs the communities, a layout of as many nodes as there are of them, and one look at each tie. */
export async function mapCommunities(
  context: Context,
  scoped: ScopedGraph,
  resolution: number,
  control: TaskControl,
): Promise<CommunityMap> {
  const known = kept.get(scoped) ?? new Map<number, CommunityMap>();
  kept.set(scoped, known);
  const before = known.get(resolution);
  if (before !== undefined) return before;
  const map = await makeMap(context, scoped, resolution, control);
  known.set(resolution, map);
  return map;
}

async function makeMap(
  context: Context,
  scoped: ScopedGraph,
  resolution: number,
  control: TaskControl,
): Promise<CommunityMap> {
  const { csr } = context.snapshot(scoped, { direction: 'any' });
  const { groups, modularity } = await findCommunities(context, csr, resolution, control);
  const members = membersByGroup(csr, groups);
  const between = new Map<number, number>();
  const size = members.length;
  groups.forEach((group, node) => {
    for (const target of csr.targets.subarray(csr.offsets[node], csr.offsets[node + 1])) {
      const pair = group * size + groups[target]!;
      if (group < groups[target]!) between.set(pair, (between.get(pair) ?? 0) + 1);
    }
  });
  const several = [...members.keys()].filter((group) => members[group]!.length > 1);
  const places = new Map(several.map((group, place) => [group, place]));
  const ties = [...between].flatMap(([pair, count]) => {
    const from = places.get(Math.floor(pair / size));
    const to = places.get(pair % size);
    return from === undefined || to === undefined ? [] : [{ from, to, count }];
  });
  ties.sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  const small = buildCsr(
    several.length,
    Uint32Array.from(ties, ({ from }) => from),
    Uint32Array.from(ties, ({ to }) => to),
    false,
  );
  const compute = context.compute(control, 'Picture');
  const laid = await compute('layout', small, {});
  const radii = Float64Array.from(several, (group) => Math.sqrt(members[group]!.length));
  // Discs are as wide as their members ask; the layout only says where. It is spread so that the discs find room on it.
  const room = Math.sqrt(radii.reduce((sum, radius) => sum + (2 * radius + GAP) ** 2, 0));
  const scale = room / Math.max(1, spread(laid.x), spread(laid.y));
  const [wideX, wideY] = [laid.x, laid.y].map((places) => places.map((place) => place * scale));
  const { x, y } = await compute('bubbles', small, { x: wideX!, y: wideY!, radii, gap: GAP });
  const communities = several.map((group, place) => ({
    x: x[place]!,
    y: y[place]!,
    radius: radii[place]!,
    members: members[group]!,
  }));
  return { modularity, communities, ties };
}

const spread = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
