/** The communities of a scope as a map: a disc for each, apart from the others, near those that it is tied to. */
import type { TaskControl } from '../contract/questions.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import { buildCsr, type Csr } from '../kernels/csr.js';
import type { Context } from './context.js';
import { type Disc, packBubbles } from './pack-bubbles.js';

/** How communities are found where nobody says otherwise: the same in the map, in a graph that opens one, and in the Groups panel. */
export interface Grouping {
  resolution: number;
  seed: number;
}
export const USUAL_GROUPING: Grouping = { resolution: 1, seed: 1 };

export interface MappedCommunity extends Disc {
  /** Nodes of the snapshot, those with the most ties inside first, and how many these are. */
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

/** Communities of the undirected snapshot with all ties inside, as kernels number them. */
export async function findCommunities(context: Context, csr: Csr, grouping: Grouping, control: TaskControl) {
  const found = await context.compute(control, 'Communities')('communities', csr, {
    algorithm: 'leiden',
    ...grouping,
  });
  return { groups: found.groups, modularity: found.modularity[0]! };
}

const kept = new WeakMap<ScopedGraph, Map<string, CommunityMap>>();

/** The map, made once for a scope. Costs the communities, a layout of as many nodes as there are of them, and one look at each tie. */
export async function mapCommunities(
  context: Context,
  scoped: ScopedGraph,
  grouping: Grouping,
  control: TaskControl,
): Promise<CommunityMap> {
  const known = kept.get(scoped) ?? new Map<string, CommunityMap>();
  kept.set(scoped, known);
  const key = `${grouping.resolution} ${grouping.seed}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const map = await makeMap(context, scoped, grouping, control);
  known.set(key, map);
  return map;
}

async function makeMap(
  context: Context,
  scoped: ScopedGraph,
  grouping: Grouping,
  control: TaskControl,
): Promise<CommunityMap> {
  const { csr } = context.snapshot(scoped, { direction: 'any' });
  const { groups, modularity } = await findCommunities(context, csr, grouping, control);
  const members: { node: number; ties: number }[][] = [];
  const between = new Map<number, number>();
  const size = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  groups.forEach((group, node) => {
    let ties = 0;
    for (const target of csr.targets.subarray(csr.offsets[node], csr.offsets[node + 1])) {
      const other = groups[target]!;
      if (other === group) ties++;
      else if (group < other) between.set(group * size + other, (between.get(group * size + other) ?? 0) + 1);
    }
    members[group] ??= [];
    members[group].push({ node, ties });
  });
  const kept = [...members.keys()].filter((group) => members[group]!.length > 1);
  kept.sort((a, b) => members[b]!.length - members[a]!.length || a - b);
  const places = new Map(kept.map((group, place) => [group, place]));
  const ties = [...between].flatMap(([pair, count]) => {
    const from = places.get(Math.floor(pair / size));
    const to = places.get(pair % size);
    return from === undefined || to === undefined ? [] : [{ from, to, count }];
  });
  ties.sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  const small = buildCsr(
    kept.length,
    Uint32Array.from(ties, ({ from }) => from),
    Uint32Array.from(ties, ({ to }) => to),
    false,
  );
  const { x, y } = await context.compute(control, 'Picture')('layout', small, {});
  const radii = kept.map((group) => Math.sqrt(members[group]!.length));
  // Discs are as wide as their members ask; the layout only says where. It is spread so that the discs find room on it.
  const room = Math.sqrt(radii.reduce((sum, radius) => sum + (2 * radius + GAP) ** 2, 0));
  const extent = Math.max(1, spread(x), spread(y));
  const communities = kept.map((group, place) => ({
    x: (x[place]! * room) / extent,
    y: (y[place]! * room) / extent,
    radius: radii[place]!,
    members: members[group]!.sort((a, b) => b.ties - a.ties || a.node - b.node),
  }));
  packBubbles(communities, GAP);
  return { modularity, communities, ties };
}

const spread = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
