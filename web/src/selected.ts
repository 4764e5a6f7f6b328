/** What is selected, as the field `select` of the view says it: `entity:argentina`. */

export interface Selection {
  what: 'entity' | 'relation' | 'source';
  id: string;
}

/** `entity:argentina` → its two parts; undefined for anything else. */
export function parseSelection(select: string | undefined): Selection | undefined {
  const match = /^(entity|relation|source):(.+)$/s.exec(select ?? '');
  return match ? { what: match[1] as Selection['what'], id: match[2]! } : undefined;
}

/** The id of the selected entity; undefined where none or something else is selected. */
export function selectedEntity(select: string | undefined): string | undefined {
  const selection = parseSelection(select);
  return selection?.what === 'entity' ? selection.id : undefined;
}
