/** Example addresses for the documentation: real ones, with entities of the graph that is served. */
import type { GraphAnswer } from '../contract/answers.js';
import { type QuestionId, questions } from '../contract/questions.js';
import { addressOf, parametersOf, placesIn } from './question-addresses.js';
import type { ServedWorkspace } from './served-workspace.js';

export type Examples = Partial<Record<QuestionId, string>>;

/** Values for required parameters, found in the graph; `id` depends on what the question is about. */
interface Found {
  entity: string | undefined;
  relation: string | undefined;
  source: string | undefined;
  from: string | undefined;
  to: string | undefined;
  q: string | undefined;
}

const ID_OF: Partial<Record<QuestionId, keyof Found>> = {
  show: 'entity',
  neighbors: 'entity',
  relation: 'relation',
  source: 'source',
};

/**
 * One address for each question that this graph can give an example of, built around its first relation. A graph without relations
 * gives none where one is needed.
 */
export async function findExamples(workspace: ServedWorkspace): Promise<Examples> {
  const { entities, relations } = (await workspace.ask('graph', {})) as GraphAnswer;
  const end = (ends: readonly number[]) => (ends[0] === undefined ? undefined : entities.id[ends[0]]);
  const { sources } = (await workspace.ask('sources', {})) as { sources: readonly { id: string }[] };
  const from = end(relations.from);
  const found: Found = {
    entity: from ?? entities.id[0],
    relation: relations.id[0],
    source: sources[0]?.id,
    from,
    to: end(relations.to),
    q: entities.name[relations.from[0] ?? 0],
  };
  const examples: Examples = {};
  for (const id of Object.keys(questions) as QuestionId[]) {
    const example = exampleOf(id, found);
    if (example !== undefined) examples[id] = example;
  }
  return examples;
}

function exampleOf(id: QuestionId, found: Found): string | undefined {
  const given = new Map<string, string>();
  for (const { name, required } of parametersOf(id)) {
    if (!required) continue;
    const value = found[name === 'id' ? (ID_OF[id] ?? 'entity') : (name as keyof Found)];
    if (value === undefined) return undefined;
    given.set(name, value);
  }
  let address = addressOf(id);
  for (const place of placesIn(address)) {
    address = address.replace(`{${place}}`, encodeURIComponent(given.get(place)!));
    given.delete(place);
  }
  return given.size === 0 ? address : `${address}?${new URLSearchParams([...given])}`;
}
