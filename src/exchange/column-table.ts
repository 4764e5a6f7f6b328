/** Declares the columns of an export: every attribute name that occurs, with the narrowest type that holds its values. */
import { type Attributes, type AttributeValue, type ColumnType, columnType } from './attribute-values.js';

export interface DeclaredColumn {
  name: string;
  type: ColumnType;
}

/** In the order in which names first occur. O(all attributes). */
export function declareColumns(rows: readonly Attributes[]): DeclaredColumn[] {
  const types = new Map<string, ColumnType>();
  for (const row of rows) {
    for (const name in row) {
      const here = columnType(row[name]!);
      const known = types.get(name);
      types.set(name, known === undefined || known === here ? here : widen(known, here));
    }
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

/** An empty list has no type of its own, so lists of texts hold lists of numbers; nothing but text holds the rest. */
function widen(a: ColumnType, b: ColumnType): ColumnType {
  return a.endsWith('-list') && b.endsWith('-list') ? 'text-list' : 'text';
}

/** A value as XML formats write it: lists as JSON, which GEXF and GraphML readers take for their own. */
export function valueText(value: AttributeValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}
