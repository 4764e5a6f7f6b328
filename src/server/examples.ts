/** Example addresses for the documentation: real ones, with entities of the graph that is served. */
import type { GraphAnswer } from '../contract/answers.js';
import { type QuestionId, questions } from '../contract/questions.js';
import { addressOf, placesIn } from './question-addresses.js';
import type { ServedWorkspace } from './served-workspace.js';

export type Examples = Partial<Record<QuestionId, string>>;

/** Values for required parameters, found in the graph. */
interface Found {
  entity: string | undefined;
  relation: string | undefined;
  source: string | undefined;
  to: string | undefined;
  name: string | undefined;
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Required parameters of each question that has any; two dates are as good as others. */
const VALUES: Partial<Record<QuestionId, (found: Found) => Values>> = {
  search: ({ name }) => ({ q: name }),
  show: ({ entity }) => ({ id: entity }),
  neighbors: ({ entity }) => ({ id: entity }),
  similar: ({ entity }) => ({ id: entity }),
  relation: ({ relation }) => ({ id: relation }),
  source: ({ source }) => ({ id: source }),
  path: ({ entity, to }) => ({ from: entity, to }),
  cut: ({ entity, to }) => ({ from: entity, to }),
  connect: ({ entity, to }) => ({ ids: entity === undefined || to === undefined ? undefined : [entity, to] }),
  compare: () => ({ from: '2016', to: '2025' }),
  without: ({ entity }) => ({ entity }),
  report: ({ entity }) => ({ name: 'actor', of: entity, format: 'json' }),
};

/**
 * One address for each question that this graph can give an example of, built around its first relation. A graph without relations
 * gives none where one is needed.
 */
export async function findExamples(workspace: ServedWorkspace): Promise<Examples> {
  const { entities, relations } = (await workspace.ask('graph', {})) as GraphAnswer;
  const end = (ends: readonly number[]) => (ends[0] === undefined ? undefined : entities.id[ends[0]]);
  const { sources } = (await workspace.ask('sources', {})) as { sources: readonly { id: string }[] };
  const found: Found = {
    entity: end(relations.from) ?? entities.id[0],
    relation: relations.id[0],
    source: sources[0]?.id,
    to: end(relations.to),
    name: entities.name[relations.from[0] ?? 0],
  };
  const examples: Examples = {};
  for (const id of Object.keys(questions) as QuestionId[]) {
    const example = exampleOf(id, found);
    if (example !== undefined) examples[id] = example;
  }
  return examples;
}

function exampleOf(id: QuestionId, found: Found): string | undefined {
  let address = addressOf(id);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(VALUES[id]?.(found) ?? {})) {
    if (value === undefined) return undefined;
    if (placesIn(address).includes(name))
      address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    else for (const each of [value].flat()) query.append(name, each);
  }
  return query.size === 0 ? address : `${address}?${query}`;
}
