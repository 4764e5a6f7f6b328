/** A small picture: some entities of a scope, the ties among them, and where they are drawn when nobody else is. */
import type { Answer, TaskControl } from '../contract/questions.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import { buildCsr } from '../kernels/csr.js';
import type { Context } from './context.js';

/** Lays out the named entities by themselves; parallel relations are one tie. Costs the layout of so many, and one look at each relation. */
export async function pictureOf(
  context: Context,
  scoped: ScopedGraph,
  ids: readonly string[],
  control: TaskControl,
): Promise<NonNullable<Answer<'report'>['picture']>> {
  const { knowledge } = context;
  const positions = ids.map((id) => knowledge.entityPosition.get(id)!);
  const places = new Map(positions.map((position, place) => [position, place]));
  const ties = new Map<string, { from: number; to: number }>();
  knowledge.relations.forEach((_, i) => {
    if (scoped.relations[i] === 0) return;
    const from = places.get(knowledge.from[i]!);
    const to = places.get(knowledge.to[i]!);
    if (from === undefined || to === undefined || from === to) return;
    ties.set(`${Math.min(from, to)} ${Math.max(from, to)}`, { from, to });
  });
  const ends = [...ties.values()];
  const csr = buildCsr(
    ids.length,
    Uint32Array.from(ends, ({ from }) => from),
    Uint32Array.from(ends, ({ to }) => to),
    false,
  );
  const { x, y } = await context.compute(control, 'Picture')('layout', csr, {});
  return {
    entities: positions.map((position, place) => ({
      ...context.reference(position),
      x: x[place]!,
      y: y[place]!,
    })),
    ties: ends,
  };
}
