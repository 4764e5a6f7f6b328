/** Writes a Pajek network: vertices by name, a section of lines for each type of relation. */
import type { Relation } from '../contract/records.js';
import { type Exporter, each, isDirected } from './exporter.js';

export const pajekExporter: Exporter = {
  id: 'pajek',
  extension: '.net',
  mediaType: 'text/plain; charset=utf-8',
  *write({ entities, relations, ontology }) {
    const numbers = new Map(entities.map(({ id }, i) => [id, i + 1]));
    const byType = new Map<string, Relation[]>();
    for (const relation of relations) {
      const known = byType.get(relation.type);
      if (known === undefined) byType.set(relation.type, [relation]);
      else known.push(relation);
    }
    const lines = [
      `*Vertices ${entities.length}`,
      ...(yield* each(entities, ({ name }, i) => `${i + 1} ${quoted(name)}`)),
    ];
    [...byType].forEach(([type, ofType], i) => {
      const section = isDirected(ofType[0]!, ontology) ? '*Arcs' : '*Edges';
      lines.push(`${section} :${i + 1} ${quoted(type)}`);
      for (const { from, to, attributes } of ofType) {
        const { weight } = attributes;
        const value = typeof weight === 'number' ? ` ${weight}` : '';
        lines.push(`${numbers.get(from)} ${numbers.get(to)}${value}`);
      }
    });
    return `${lines.join('\n')}\n`;
  },
};

const quoted = (text: string) => `"${text.replaceAll('"', "'").replace(/\s+/g, ' ')}"`;
