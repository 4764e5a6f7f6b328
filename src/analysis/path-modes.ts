/** The ways to look for paths, by mode: each gives routes through the nodes of a snapshot, best first. */
import { AppError } from '../contract/errors.js';
import type { Parameters, TaskControl } from '../contract/questions.js';
import { type Snapshot, scopedArcs } from '../graph/projection.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import { buildCsr } from '../kernels/csr.js';
import { type TimedArcs, timeRespectingPath } from '../kernels/time-respecting-path.js';
import { UnitFlow } from '../kernels/unit-flow.js';
import { widestValue } from '../kernels/widest-path.js';
import type { Context } from './context.js';
import { otherWork } from './other-work.js';
import { routesThrough } from './routes-through.js';

type Asked = Parameters<'path'>;

/** What is looked for: nodes to pass in order (ends included), nodes to keep clear of. */
export interface Sought {
  waypoints: readonly number[];
  blocked: readonly number[];
}

/** Routes found. `complete`: with modes `all` and `disjoint`, whether there are no more. `keep` narrows the relations shown of a step. */
export interface Found {
  routes: number[][];
  complete?: boolean;
  keep?: (step: number, relation: number) => boolean;
}

const COUNT = 5;
const COUNT_OF_ALL = 100;
/** Most steps with mode `all`, unless said. */
export const LENGTH_OF_ALL = 4;

type Mode = (
  context: Context,
  scoped: ScopedGraph,
  snapshot: Snapshot,
  asked: Asked,
  sought: Sought,
  control: TaskControl,
) => Found | Promise<Found>;

export const pathModes: Record<Asked['mode'], Mode> = {
  shortest: (_, __, { csr }, { maxLength }, { waypoints, blocked }) => ({
    routes: routesThrough(csr, waypoints, blocked, 1, maxLength).routes,
  }),

  'k-shortest': (_, __, { csr }, { k, maxLength }, { waypoints, blocked }) => ({
    routes: routesThrough(csr, waypoints, blocked, k ?? COUNT, maxLength).routes,
  }),

  all: (_, __, { csr }, { k, maxLength }, { waypoints, blocked }) => {
    const most = k ?? COUNT_OF_ALL;
    const found = routesThrough(csr, waypoints, blocked, most + 1, maxLength ?? LENGTH_OF_ALL);
    return { routes: found.routes.slice(0, most), complete: found.complete && found.routes.length <= most };
  },

  // Arcs weaker than the widest path's weakest are taken away; among what is left the shortest come first.
  credible: (context, scoped, _, asked, { waypoints, blocked }) => {
    refuseVia(asked, waypoints);
    const { csr } = context.snapshot(scoped, { direction: asked.direction, confidence: true });
    const [from, to] = [waypoints[0]!, waypoints[1]!];
    const least = widestValue(csr, from, to, mask(csr.size, blocked));
    if (least === undefined) return { routes: [] };
    const kept = { from: [] as number[], to: [] as number[] };
    for (let v = 0; v < csr.size; v++) {
      for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
        if (csr.values![i]! < least || (!csr.directed && csr.targets[i]! < v)) continue;
        kept.from.push(v);
        kept.to.push(csr.targets[i]!);
      }
    }
    const strong = buildCsr(csr.size, Uint32Array.from(kept.from), Uint32Array.from(kept.to), csr.directed);
    return { routes: routesThrough(strong, waypoints, blocked, asked.k ?? COUNT, asked.maxLength).routes };
  },

  disjoint: async (_, __, { csr }, asked, { waypoints, blocked }, control) => {
    refuseVia(asked, waypoints);
    const [from, to] = [waypoints[0]!, waypoints[1]!];
    const flow = new UnitFlow(
      csr,
      from,
      to,
      asked.disjoint === 'entities' ? 'nodes' : 'arcs',
      mask(csr.size, blocked),
    );
    const most = asked.maxLength;
    let within: number[][] = [];
    while (flow.value < (asked.k ?? COUNT) && flow.augment()) {
      await otherWork(control);
      if (most === undefined) continue;
      // One more path may make the others longer, beyond the limit: the most that keep within it count.
      const short = flow.paths().filter((path) => path.length - 1 <= most);
      if (short.length > within.length) within = short;
    }
    return most === undefined ? { routes: flow.paths(), complete: !flow.augment() } : { routes: within };
  },

  'time-respecting': ({ knowledge }, scoped, { csr, nodeOf }, asked, { waypoints, blocked }) => {
    refuseVia(asked, waypoints);
    const closed = mask(csr.size, blocked);
    const arcs = scopedArcs(scoped, asked.direction === 'any' ? 'out' : asked.direction, nodeOf);
    // Read either way, every relation is an arc back as well.
    const both = asked.direction === 'any';
    const list = (forth: Uint32Array, back: Uint32Array) =>
      both ? Uint32Array.from([...forth, ...back]) : forth;
    const relation = list(arcs.relation, arcs.relation);
    const from = list(arcs.from, arcs.to);
    const to = list(arcs.to, arcs.from);
    const periods = Array.from(relation, (position) => knowledge.relationPeriods[position]);
    // An arc to a blocked node never opens.
    const opens = Float64Array.from(periods, (period, i) =>
      closed[to[i]!] === 1 ? Number.POSITIVE_INFINITY : (period?.startMin ?? Number.NEGATIVE_INFINITY),
    );
    const closes = Float64Array.from(periods, (period, i) =>
      closed[to[i]!] === 1 ? Number.NEGATIVE_INFINITY : (period?.endMax ?? Number.POSITIVE_INFINITY),
    );
    const timed = { from, to, opens, closes };
    const path = timeRespectingPath(csr.size, timed, waypoints[0]!, waypoints[1]!, asked.maxLength);
    if (path === undefined) return { routes: [] };
    const route = [waypoints[0]!, ...path.arcs.map((arc) => to[arc]!)];
    const carriers = carriersOf(timed, route, path.days);
    return {
      routes: [route],
      keep: (step, position) => carriers[step]!.some((arc) => relation[arc] === position),
    };
  },
};

/** By step, the arcs that can be taken in time: after what leads there earliest, before what must still follow. */
function carriersOf(
  { from, to, opens, closes }: TimedArcs,
  route: readonly number[],
  days: readonly number[],
) {
  let latest = Number.POSITIVE_INFINITY;
  const carriers: number[][] = [];
  for (let step = days.length - 1; step >= 0; step--) {
    const [earliest, until] = [days[step - 1] ?? Number.NEGATIVE_INFINITY, latest];
    const arcs = Array.from(from.keys()).filter(
      (arc) =>
        from[arc] === route[step] &&
        to[arc] === route[step + 1] &&
        Math.max(opens[arc]!, earliest) <= Math.min(closes[arc]!, until),
    );
    latest = Math.max(...arcs.map((arc) => Math.min(closes[arc]!, until)));
    carriers.unshift(arcs);
  }
  return carriers;
}

function mask(size: number, nodes: readonly number[]): Uint8Array {
  const closed = new Uint8Array(size);
  for (const node of nodes) closed[node] = 1;
  return closed;
}

function refuseVia({ mode }: Asked, waypoints: readonly number[]): void {
  if (waypoints.length === 2) return;
  throw new AppError(
    'invalid-parameter',
    `via: mode ${mode} goes straight from one end to the other. Use shortest, k-shortest or all.`,
    {
      parameter: 'via',
    },
  );
}
