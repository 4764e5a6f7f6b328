/** Puts paint on the stage: on all of it when filters or dress change, on few stars and ties when something is singled out. */
import type { Sky } from './camera.js';
import { changedBetween } from './changed-between.js';
import { drawnSky } from './drawn-sky.js';
import type { Colors } from './dress.js';
import { hiddenNeighbors } from './expansions.js';
import { setGlow } from './glow.js';
import { type Attention, affected, attend, type Singled } from './lit.js';
import { namesOf } from './names.js';
import { type Look, paint } from './paint.js';
import { currentPins } from './pins.js';
import { type LabelScene, MOST_TIES_WITH_WORDS } from './place-labels.js';
import type { Stage } from './stage.js';

/** Which names are written: in which language, and whose first. */
interface Naming {
  readonly names: string | undefined;
  /** Ids, largest star first. */
  readonly order: readonly string[];
}

/** Paints what looks otherwise than before: everything at first and in another dress. O(entities + relations). */
export function paintSky(stage: Stage, look: Look, colors: Colors, singled: Singled, naming: Naming): void {
  const { sky, graph, atlas, painter, attention } = stage;
  const before = drawnSky.get();
  const relit = relight(stage, singled);
  const { bundles, ...reducers } = paint(look, attention, graph, atlas);
  painter.current = reducers;
  const counts = [...bundles].map(([id, { count }]) => [id, count] as const).sort((a, b) => b[1] - a[1]);
  const scene = { ...wordsOf(stage, look, naming, counts), ...focusOf(attention.current, look) };
  drawnSky.set({ sky, graph, look, colors, singled, scene });
  const changed = before?.sky === sky ? changedBetween(before.look, look, graph) : undefined;
  if (changed === undefined) sky.scheduleRefresh();
  else
    repaint(sky, {
      nodes: [...new Set([...changed.nodes, ...relit.nodes])],
      edges: [...new Set([...changed.edges, ...relit.edges])],
    });
}

/** Paints what is singled out, and what was before; nothing while the sky has not been painted. */
export function singleOut(stage: Stage, singled: Singled): void {
  const { sky, attention } = stage;
  const drawn = drawnSky.get();
  if (drawn?.sky !== sky) return;
  const relit = relight(stage, singled);
  const scene = { ...drawn.scene, ...focusOf(attention.current, drawn.look) };
  drawnSky.set({ ...drawn, singled, scene });
  repaint(sky, relit);
}

/** Turns the attention to what is singled out; answers what looks otherwise by it. */
function relight({ graph, glow, attention }: Stage, singled: Singled) {
  const before = attention.current;
  attention.current = attend(singled, graph);
  setGlow(glow, attention.current.lit, singled.shown.visibleRelations);
  return affected(before, attention.current, graph);
}

/** The part of the names that goes with what is singled out. */
const focusOf = ({ lit, hovered, entity }: Attention, { picked }: Look) => ({
  lit,
  first: [hovered, entity, ...picked],
});

/** The part of the names that filters and dress decide. */
function wordsOf(
  { graph }: Stage,
  look: Look,
  { names, order }: Naming,
  counts: LabelScene['counts'],
): Omit<LabelScene, 'lit' | 'first'> {
  const { columns, ontology, shown, scheme } = look;
  const { relations } = columns;
  const hidden = hiddenNeighbors(columns, shown);
  const labels = new Map(ontology.types.map(({ id, label }) => [id, label]));
  const bundles = new Set(counts.map(([id]) => id));
  const rowOf = (id: string) => graph.getNodeAttribute(id, 'row');
  return {
    scheme,
    order,
    counts,
    pinned: (id) => currentPins().has(id),
    hidden: (id) => hidden[rowOf(id)]!,
    names: (id) => namesOf(columns, rowOf(id), names),
    relationLabel: (id) =>
      graph.hasEdge(id) && !bundles.has(id)
        ? labels.get(relations.type[graph.getEdgeAttribute(id, 'row')]!)
        : undefined,
    worded:
      shown.visibleRelations > MOST_TIES_WITH_WORDS
        ? []
        : relations.id.filter((_, row) => shown.relations[row] === 0),
  };
}

/** Paints some stars and ties in their places. */
function repaint(sky: Sky, partialGraph: { nodes: string[]; edges: string[] }): void {
  try {
    sky.refresh({ partialGraph, skipIndexation: true, schedule: true });
  } catch {
    // sigma has given up its places because it is about to index anew (after a resize, say), and refuses: so all is painted.
    sky.scheduleRefresh();
  }
}
