/** Where the entities of a scope too large for a layout of its own are drawn: each in the disc of its community. */
import type { TaskControl } from '../contract/questions.js';
import type { ScopedGraph } from '../graph/scoped-graph.js';
import { GOLDEN_ANGLE } from '../kernels/golden-angle.js';
import { mapCommunities } from './community-map.js';
import type { Context } from './context.js';

/** Above this many entities a picture of all is for orientation, and forces would keep the reader waiting. */
export const MOST_LAID_OUT = 5_000;
/** Distance between entities in a disc. */
const UNIT = 100;

/** Members lie in a spiral from the middle of their community's disc, those with the most ties inside first; loners lie below all. */
export async function layoutLarge(context: Context, scoped: ScopedGraph, control: TaskControl) {
  const { csr } = context.snapshot(scoped, { direction: 'any' });
  const { communities } = await mapCommunities(context, scoped, 1, control);
  const x = new Float64Array(csr.size).fill(Number.NaN);
  const y = new Float64Array(csr.size);
  let [left, right, bottom] = [0, 0, 0];
  for (const { members, radius, ...center } of communities) {
    members.forEach(({ node }, at) => {
      const reach = Math.sqrt(at);
      x[node] = Math.round(UNIT * (center.x + reach * Math.cos(at * GOLDEN_ANGLE)));
      y[node] = Math.round(UNIT * (center.y + reach * Math.sin(at * GOLDEN_ANGLE)));
    });
    left = Math.min(left, center.x - radius);
    right = Math.max(right, center.x + radius);
    bottom = Math.min(bottom, center.y - radius);
  }
  const columns = Math.max(1, Math.floor((right - left) / 2));
  let loners = 0;
  for (let node = 0; node < csr.size; node++) {
    if (!Number.isNaN(x[node])) continue;
    x[node] = Math.round(UNIT * (left + 2 * (loners % columns)));
    y[node] = Math.round(UNIT * (bottom - 6 - 2 * Math.floor(loners / columns)));
    loners++;
  }
  return { x, y };
}
