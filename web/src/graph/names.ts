/** In which language names are read: those of the data, Chinese ones where there are any, or both. */
import { useCallback } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useView, type View } from '../view.js';
import { useGraphAnswer } from './graph-answer.js';

type Columns = Answer<'graph'>;

/** Language tag of the second script that the page offers. */
const SECOND = 'zh';

/** Whether any loaded entity has a name to choose. */
export const hasSecondNames = (columns: Columns): boolean => columns.entities.names[SECOND] !== undefined;

/** The names of an entity as the view wants them: one, or two where both are wanted and there are two. */
export function namesOf(columns: Columns, row: number, names: View['names']): readonly string[] {
  const name = columns.entities.name[row]!;
  const second = columns.entities.names[SECOND]?.[row] ?? undefined;
  if (second === undefined || second === name || names === undefined) return [name];
  return names === 'zh' ? [second] : [name, second];
}

let rows: { columns: Columns; byId: ReadonlyMap<string, number> } | undefined;

function rowsOf(columns: Columns): ReadonlyMap<string, number> {
  if (rows?.columns !== columns)
    rows = { columns, byId: new Map(columns.entities.id.map((id, row) => [id, row])) };
  return rows.byId;
}

/** A function from id and the name that an answer gave to the name as it is read; those that are not loaded keep the given one. */
export function useNaming(): (id: string, name: string) => string {
  const { names } = useView();
  const columns = useGraphAnswer().data;
  return useCallback(
    (id, name) => {
      const row = columns !== undefined && names !== undefined ? rowsOf(columns).get(id) : undefined;
      return row === undefined ? name : namesOf(columns!, row, names).join(' ');
    },
    [columns, names],
  );
}
