/** Ties between marks, folded: one arc for all relations of a family between the same two. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import type { Mark } from './arrange.js';

export interface Arc {
  readonly from: Mark;
  readonly to: Mark;
  readonly family: string;
  /** Rows of the relations; some may point the other way. */
  readonly rows: readonly number[];
  /** Whether any directed relation points at that end. */
  readonly atTo: boolean;
  readonly atFrom: boolean;
  /** Its place among the arcs of the same two marks: 0 in the middle, then to both sides. */
  readonly lane: number;
}

/** Folds the relations of these rows. Relations inside one mark have no arc. O(rows). */
export function foldTies(
  { relations }: GraphAnswer,
  ontology: OntologyRecord,
  rows: Iterable<number>,
  markOf: ReadonlyMap<number, Mark>,
): Arc[] {
  const types = new Map(ontology.types.map((type) => [type.id, type]));
  const numbers = new Map<Mark, number>();
  const numberOf = (mark: Mark) => {
    const known = numbers.get(mark) ?? numbers.size;
    numbers.set(mark, known);
    return known;
  };
  const pairs = new Map<string, Map<string, { from: Mark; to: Mark; rows: number[]; ends: Set<Mark> }>>();
  for (const row of rows) {
    const from = markOf.get(relations.from[row]!);
    const to = markOf.get(relations.to[row]!);
    if (from === undefined || to === undefined || from === to) continue;
    const key = [numberOf(from), numberOf(to)].sort((a, b) => a - b).join(' ');
    const families = pairs.get(key) ?? new Map();
    pairs.set(key, families);
    const type = types.get(relations.type[row]!);
    const family = type?.family ?? '';
    const arc = families.get(family) ?? { from, to, rows: [], ends: new Set() };
    families.set(family, arc);
    arc.rows.push(row);
    if (type?.symmetric !== true) arc.ends.add(to);
  }
  return [...pairs.values()].flatMap((families) =>
    [...families].map(([family, { from, to, rows, ends }], place): Arc => {
      // 0, 1, -1, 2, -2 …, turned round for arcs that run the other way, which bend to the other side.
      const side = place % 2 === 1 ? (place + 1) / 2 : -place / 2;
      return {
        from,
        to,
        family,
        rows,
        atTo: ends.has(to),
        atFrom: ends.has(from),
        lane: numbers.get(from)! < numbers.get(to)! ? side : -side,
      };
    }),
  );
}
