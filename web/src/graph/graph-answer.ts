/**
 * The columns of the graph that the page holds. They are asked once for a lens; kinds, types, statuses, collections, confidence
 * and dates hide rows here in the page, so only what changes the set itself is part of the question.
 */
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import type { GraphAnswer } from '../../../src/contract/answers.js';
import type { OntologyRecord } from '../../../src/contract/ontology.js';
import { type AskError, type Asked, answerQuery, useAnswer } from '../ask.js';
import { splitIds } from '../id-list.js';
import { currentView, useView, type View } from '../view.js';
import { useMeta } from './meta.js';

/**
 * The graph question of a view. All types are loaded: rivalry and comparison are shown, though paths and measures leave them out
 * unless the view says `allTypes`.
 */
export function graphQuestion(view: View, ontology: OntologyRecord): Asked {
  return {
    lens: view.lens ?? ontology.defaultLens,
    allTypes: true,
    without: view.without,
    community: view.community,
    resolution: view.community === undefined ? undefined : view.resolution,
    expand: view.expand === undefined ? undefined : splitIds(view.expand),
  };
}

/**
 * Asks for what the first sight of every view needs before the page is built around it: building takes about as long as the answers.
 * What fails here is asked again, and told, by the parts that need it.
 */
export async function askAhead(answers: QueryClient): Promise<void> {
  await answers.prefetchQuery(answerQuery('meta'));
  const meta = answers.getQueryData(answerQuery('meta').queryKey);
  if (meta !== undefined)
    await answers.prefetchQuery(answerQuery('graph', graphQuestion(currentView(), meta.ontology)));
}

let names = new Map<string, string>();
let namedAnswer: GraphAnswer | undefined;

/** The columns of the current lens, cached by question. */
export function useGraphAnswer(): UseQueryResult<GraphAnswer, AskError> {
  const view = useView();
  const meta = useMeta();
  const result = useAnswer('graph', meta.data ? graphQuestion(view, meta.data.ontology) : {}, {
    enabled: meta.data !== undefined,
  });
  if (result.data !== undefined && result.data !== namedAnswer) {
    namedAnswer = result.data;
    const { id, name } = result.data.entities;
    names = new Map([...names, ...id.map((key, row) => [key, name[row]!] as const)]);
  }
  return result;
}

/** The name of an entity that some loaded graph holds; its id otherwise. */
export const entityName = (id: string): string => names.get(id) ?? id;
