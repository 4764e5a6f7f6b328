/** What the page shows, row by row: an export of it needs no words for filters, focus, what is shown alone and what was brought in. */
import type { ShownGraph } from '../graph/use-shown.js';

/** Ids of the visible rows, as the export route takes them. */
export function rowsInView({ columns, shown }: ShownGraph): { entities: string[]; relations: string[] } {
  const visible = (ids: readonly string[], bits: Uint16Array) => ids.filter((_, row) => bits[row] === 0);
  return {
    entities: visible(columns.entities.id, shown.entities),
    relations: visible(columns.relations.id, shown.relations),
  };
}
