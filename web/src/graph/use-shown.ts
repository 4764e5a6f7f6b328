/** The loaded columns with the filters of the view applied, computed once per change however many parts of the page ask. */
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { useViewInTime } from '../time/played.js';
import { applyFilters, FILTER_FIELDS, type Shown } from './filter.js';
import { useGraphAnswer } from './graph-answer.js';
import { useMeta } from './meta.js';

export interface ShownGraph {
  columns: GraphAnswer;
  ontology: OntologyRecord;
  shown: Shown;
}

let last: { columns: GraphAnswer; key: string; result: ShownGraph } | undefined;

/** Undefined until the graph has come. */
export function useShown(): ShownGraph | undefined {
  const view = useViewInTime();
  const columns = useGraphAnswer().data;
  const ontology = useMeta().data?.ontology;
  if (columns === undefined || ontology === undefined) return undefined;
  const key = JSON.stringify(FILTER_FIELDS.map((field) => view[field]));
  if (last?.columns !== columns || last.key !== key)
    last = {
      columns,
      key,
      result: { columns, ontology, shown: applyFilters(columns, ontology, view) },
    };
  return last.result;
}
