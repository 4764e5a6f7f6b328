/** Faults of a relation against its type: which kinds it may join, which attributes it may bear. */
import type { RelationType } from '../contract/ontology.js';
import { didYouMean } from '../model/nearest.js';
import type { Ontology } from '../model/ontology.js';
import { checkDate } from './check-dates.js';
import type { Report } from './drafts.js';

/** Domain and range, with the ancestors of the kinds; a symmetric type may be read either way round. */
export function checkEnds(
  type: RelationType,
  ends: { from?: string | undefined; to?: string | undefined },
  kindOf: (id: string) => string | undefined,
  ontology: Ontology,
  report: Report,
): void {
  const [from, to] = [kindOf(ends.from ?? ''), kindOf(ends.to ?? '')];
  if (from !== undefined && to !== undefined && ontology.allows(type, from, to)) return;
  const kinds = { from, to };
  for (const [end, allowed] of [
    ['from', type.domain],
    ['to', type.range],
  ] as const) {
    const kind = kinds[end];
    if (kind === undefined || allowed.some((ancestor) => ontology.isA(kind, ancestor))) continue;
    // A kind that does not exist is a fault of the entity or the ontology, not of each relation.
    if ([kind, ...allowed].some((id) => ontology.kind(ontology.rootOf(id))?.parent !== undefined)) continue;
    if ([kind, ...allowed].some((id) => ontology.kind(id) === undefined)) continue;
    report(
      [end],
      `${ends[end]} is of kind ${kind}; the ${end} of ${type.id} must be ${allowed.join(' or ')}`,
    );
  }
}

const ATTRIBUTE_KINDS = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
} as const;

/** Attributes that the type does not declare, or declares otherwise. A list stands for several values. */
export function checkAttributes(
  type: RelationType,
  attributes: Record<string, unknown>,
  report: Report,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    const path = ['attributes', name];
    const declared = Object.hasOwn(type.attributes, name) ? type.attributes[name] : undefined;
    if (declared === undefined) {
      const known = Object.keys(type.attributes);
      const remedy = didYouMean(name, known) || (known.length === 0 ? '' : `; it has ${known.join(', ')}`);
      report(path, `${type.id} has no attribute ${name}${remedy}`);
      continue;
    }
    const wanted = declared.type === 'text' || declared.type === 'date' ? 'string' : declared.type;
    for (const [i, item] of (Array.isArray(value) ? value : [value]).entries()) {
      const place = Array.isArray(value) ? [...path, i] : path;
      if (typeof item !== wanted)
        report(place, `${name} must be ${ATTRIBUTE_KINDS[declared.type]}, not ${String(item)}`);
      else if (declared.type === 'date') checkDate(item, place, report);
    }
  }
}
