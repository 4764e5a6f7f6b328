/** Where the entities of a scope are drawn: each island laid out on its own, then all packed; the same scope, the same picture. */
import potpack from 'potpack';
import { communities } from './communities.js';
import { components } from './components.js';
import { type Control, checkpoint } from './control.js';
import { buildCsr, type Csr, graphOf } from './csr.js';
import { forceLayout } from './force-layout.js';
import { removeOverlap } from './overlap-removal.js';
import { stressLayout } from './stress-layout.js';

/** Positions by node. A tie is about 100 units long in small graphs. */
interface Positions {
  x: Float64Array;
  y: Float64Array;
}

/** Above this size an island's pairs are too many for stress; forces take over. */
const MOST_FOR_STRESS = 600;
/** How much longer a tie between communities is than one within, under stress; and how much weaker it pulls, under forces. */
const BETWEEN_COMMUNITIES = { longer: 3, weaker: 0.03 };
/** Radius of the disc that each node has for itself under forces, in ties: of one without a tie, and how it grows, as stars do. */
const DISC = { least: 0.175, most: 3.4, growth: 0.35 };
const UNIT = 100;
/** Free space between islands, in ties. */
const MARGIN = 2;
/** Screens are wide, and so are names: width by height that a picture should have, and the most that an island is stretched for it. */
const SHAPE = { width: 1.7, mostStretch: 1.5 };

/**
 * Lays an undirected graph out, communities apart. Islands of up to 600 nodes by stress (see `stress-layout`), larger ones by
 * ForceAtlas2 (see `force-layout`) and removal of overlaps; each turned and stretched so that it is wide rather than high,
 * and all packed into a rectangle of that shape. Progress and cancellation are seen to between islands, and between the iterations of large ones.
 */
export function layoutGraph(csr: Csr, control?: Control): Positions {
  const positions = { x: new Float64Array(csr.size), y: new Float64Array(csr.size) };
  const check = checkpoint(control);
  let placed = 0;
  const islands = splitIslands(csr).map(({ nodes, csr: island }) => {
    check(placed / csr.size);
    const before = placed;
    placed += nodes.length;
    const within: Control | undefined = control && {
      cancelled: () => control.cancelled(),
      progress: (share) => control.progress((before + share * nodes.length) / csr.size),
    };
    const { groups } = communities(island, { algorithm: 'leiden' });
    const drawn = widen(
      island.size > MOST_FOR_STRESS
        ? byForces(island, groups, within)
        : stressLayout(withLengths(island, groups)),
    );
    return { nodes, drawn, box: boxOf(drawn) };
  });
  islands.sort((a, b) => b.nodes.length - a.nodes.length);
  const boxes = islands.map(({ box }) => box);
  pack(boxes).forEach(({ x, y }, i) => {
    const { nodes, drawn, box } = islands[i]!;
    nodes.forEach((node, at) => {
      positions.x[node] = Math.round(UNIT * (x + drawn[2 * at]! - box.left));
      // Upwards is positive, as in the page.
      positions.y[node] = -Math.round(UNIT * (y + drawn[2 * at + 1]! - box.top));
    });
  });
  return positions;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Left upper corners of boxes, packed into a rectangle of the picture's shape: potpack fills squares, so heights are stretched for it. */
function pack(boxes: readonly Box[]): { x: number; y: number }[] {
  const packed = boxes.map(({ width, height }) => ({
    w: width + MARGIN,
    h: (height + MARGIN) * SHAPE.width,
    x: 0,
    y: 0,
  }));
  potpack([...packed]);
  return packed.map(({ x, y }) => ({ x, y: y / SHAPE.width }));
}

/**
 * The same graph with a length for every tie: longer the fewer neighbours its ends share, so that hubs get the room that their
 * neighbours need (after Gansner, Koren & North 2004, doi:10.1007/978-3-540-31843-9_25), and three times as long between
 * communities, so that these stand apart.
 */
function withLengths(csr: Csr, groups: Uint32Array): Csr {
  const neighbors = Array.from(
    { length: csr.size },
    (_, v) => new Set(csr.targets.subarray(csr.offsets[v], csr.offsets[v + 1])),
  );
  const values = new Float64Array(csr.targets.length);
  for (let v = 0; v < csr.size; v++) {
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const u = csr.targets[i]!;
      const [few, many] =
        neighbors[v]!.size < neighbors[u]!.size
          ? [neighbors[v]!, neighbors[u]!]
          : [neighbors[u]!, neighbors[v]!];
      let shared = 0;
      for (const node of few) if (many.has(node)) shared++;
      const room = 1 + Math.log(few.size + many.size - 2 * shared);
      values[i] = groups[v] === groups[u] ? room : BETWEEN_COMMUNITIES.longer * room;
    }
  }
  return graphOf(csr.size, { ...csr, values });
}

/** The components as graphs of their own, nodes in the same order. */
function splitIslands(csr: Csr): { nodes: number[]; csr: Csr }[] {
  const { labels, sizes } = components(csr);
  const nodes = Array.from(sizes, (): number[] => []);
  const place = new Uint32Array(csr.size);
  labels.forEach((label, node) => {
    place[node] = nodes[label]!.push(node) - 1;
  });
  return nodes.map((members) => {
    const arcs = members.flatMap((node) =>
      Array.from(
        csr.targets.subarray(csr.offsets[node], csr.offsets[node + 1]),
        (target) => [place[node]!, place[target]!] as const,
      ),
    );
    const from = Uint32Array.from(arcs, ([tail]) => tail);
    const to = Uint32Array.from(arcs, ([, head]) => head);
    return { nodes: members, csr: buildCsr(members.length, from, to, false) };
  });
}

/** Ties within communities pull as ForceAtlas2 has it; those between only say which communities lie side by side. */
function byForces(csr: Csr, groups: Uint32Array, control: Control | undefined): Float64Array {
  const { size, offsets, targets } = csr;
  const strengths = new Float64Array(targets.length);
  for (let v = 0; v < size; v++) {
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      strengths[i] = groups[v] === groups[targets[i]!] ? 1 : BETWEEN_COMMUNITIES.weaker;
    }
  }
  const drawn = forceLayout(csr, {
    iterations: Math.max(20, Math.round(600_000 / size)),
    strengths,
    order: Uint32Array.from(groups.keys()).sort((a, b) => groups[a]! - groups[b]! || a - b),
    control,
  });
  // Scaled to the density that stress gives: about one node in a square of one tie.
  const { width, height } = boxOf(drawn);
  const scale = Math.sqrt(size / Math.max(width * height, Number.EPSILON));
  const radii = Float64Array.from(groups, (_, v) => {
    const ties = offsets[v + 1]! - offsets[v]!;
    return DISC.least * Math.min(DISC.most, 1 + DISC.growth * Math.sqrt(ties));
  });
  return removeOverlap(
    drawn.map((value) => value * scale),
    radii,
  );
}

/** Turns it to lie flat and, where it is large enough to fill the picture, stretches it towards the picture's shape. */
function widen(drawn: Float64Array): Float64Array {
  const flat = turnFlat(drawn);
  const { width, height } = boxOf(flat);
  const stretch = Math.max(1, Math.min(SHAPE.mostStretch, (SHAPE.width * height) / width));
  return flat.map((value, i) => (i % 2 === 0 && width > 0 ? stretch * value : value));
}

/** Moves the centre to 0 and turns the longest extent (the first principal axis) to lie flat. */
function turnFlat(drawn: Float64Array): Float64Array {
  const at = centred(drawn);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < at.length; i += 2) {
    xx += at[i]! * at[i]!;
    xy += at[i]! * at[i + 1]!;
    yy += at[i + 1]! * at[i + 1]!;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return at.map((value, i) =>
    i % 2 === 0 ? cos * value + sin * at[i + 1]! : cos * value - sin * at[i - 1]!,
  );
}

function centred(drawn: Float64Array): Float64Array {
  const sums = [0, 0];
  drawn.forEach((value, i) => {
    sums[i % 2]! += value;
  });
  return drawn.map((value, i) => value - sums[i % 2]! / (drawn.length / 2));
}

function boxOf(drawn: Float64Array): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < drawn.length; i += 2) {
    left = Math.min(left, drawn[i]!);
    right = Math.max(right, drawn[i]!);
    top = Math.min(top, drawn[i + 1]!);
    bottom = Math.max(bottom, drawn[i + 1]!);
  }
  return { left, top, width: right - left, height: bottom - top };
}
