/** Writes GML as NetworkX and igraph read it. */
import type { Attributes, AttributeValue } from './attribute-values.js';
import { entityColumns, escapeName, relationColumns } from './columns.js';
import { type Exporter, each, isDirected } from './exporter.js';
import { encodeGmlKey, encodeGmlText } from './gml-tokens.js';

export const gmlExporter: Exporter = {
  id: 'gml',
  extension: '.gml',
  mediaType: 'text/x-gml',
  *write({ entities, relations, ontology }) {
    const directed = relations.map((relation) => isDirected(relation, ontology));
    const byDefault = directed.includes(true);
    const positions = new Map(entities.map(({ id }, i) => [id, i]));
    const bearers = new Map<string, number>();
    for (const { name } of entities) bearers.set(name, (bearers.get(name) ?? 0) + 1);
    const nodes = yield* each(entities, (entity, i) => {
      const shared = bearers.get(entity.name) !== 1;
      const label = shared
        ? { label: `${entity.name} (${entity.id})`, name: entity.name }
        : { label: entity.name };
      return block('node', { id: i, ...label, entityId: entity.id }, entityColumns(entity));
    });
    const edges = yield* each(relations, (relation, i) => {
      const { from, to, id } = relation;
      const own = directed[i] === byDefault ? {} : { directed: directed[i]! };
      // GML names ends by number.
      const source = positions.get(from);
      const target = positions.get(to);
      if (source === undefined || target === undefined)
        throw new RangeError(`${id} ends outside the graph to write`);
      return block('edge', { source, target, id, ...own }, relationColumns(relation));
    });
    const head = ['Creator "Asterism"', 'graph [', `  directed ${byDefault ? 1 : 0}`, '  multigraph 1'];
    return [...head, ...nodes, ...edges, ']', ''].join('\n');
  },
};

/** Names that are keys of GML itself, or that our importer reads as such, and the one that is no key at all. */
const RESERVED = new Set(['', 'id', 'source', 'target', 'directed', 'entityId', 'graphics', 'LabelGraphics']);

function block(kind: 'node' | 'edge', own: Attributes, columns: Attributes): string {
  const lines = [
    ...Object.entries(own),
    ...Object.entries(columns).map(
      ([name, value]) => [RESERVED.has(name) ? escapeName(name) : name, value] as const,
    ),
  ].flatMap(([name, value]) => {
    const key = encodeGmlKey(name);
    return valuesOf(value).map((text) => `    ${key} ${text}`);
  });
  return [`  ${kind} [`, ...lines, '  ]'].join('\n');
}

/** A list repeats its key; one of less than two items needs the mark that NetworkX uses to be seen as a list. */
function valuesOf(value: AttributeValue): string[] {
  if (!Array.isArray(value)) return [scalar(value)];
  const items = value.map(scalar);
  return items.length < 2 ? ['"_networkx_list_start"', ...items] : items;
}

function scalar(value: string | number | boolean): string {
  if (typeof value === 'string') return encodeGmlText(value);
  return String(Number(value));
}
