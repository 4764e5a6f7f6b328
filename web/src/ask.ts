/** Asking the server: one typed function and its React hook, after the table of questions in the contract. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Problem } from '../../src/contract/errors.js';
import type { Answer, QuestionId } from '../../src/contract/questions.js';
import { apiAddress, tellLost } from './opened-graph.js';

/** A failed request: the problem document that the server sent, or one that says it could not be reached. */
export class AskError extends Error {
  readonly problem: Partial<Problem>;
  constructor(problem: Partial<Problem>) {
    super(
      problem.detail ??
        (problem.status === undefined
          ? 'The server cannot be reached. Is it still running?'
          : `The server refused with status ${problem.status} and gave no reason.`),
    );
    this.problem = problem;
  }
}

const MOST_RETRIES = 30;

/** Parameters as text, or several texts for one that may be repeated. */
export type Asked = Record<string, string | number | boolean | readonly string[] | undefined>;

/** Addresses by question, where they differ from the question's name. Tested against the contract's table. */
export const ROUTES: Record<QuestionId, string> = {
  meta: 'meta',
  stats: 'stats',
  audit: 'audit',
  search: 'search',
  graph: 'graph',
  overview: 'overview',
  show: 'entities/{id}',
  neighbors: 'entities/{id}/neighborhood',
  relation: 'relations/{id}',
  sources: 'sources',
  source: 'sources/{id}',
  path: 'paths',
  connect: 'connections',
  cut: 'cuts',
  communities: 'communities',
  leads: 'leads',
  similar: 'entities/{id}/similar',
  compare: 'changes',
  without: 'without',
  rank: 'rankings',
  ties: 'ties',
  report: 'reports/{name}',
  measures: 'measures',
};

/** The address of a question with its parameters. */
export function questionAddress(question: QuestionId, parameters: Asked = {}): string {
  const rest = { ...parameters };
  const route = ROUTES[question].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name] ?? '');
    delete rest[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    for (const item of typeof value === 'object' ? value : [value]) query.append(name, String(item));
  }
  const text = query.toString();
  return apiAddress(`${route}${text === '' ? '' : `?${text}`}`);
}

/** Asks a question. Throws AskError with the server's own words. */
export async function ask<Q extends QuestionId>(
  question: Q,
  parameters: Asked = {},
  signal?: AbortSignal,
): Promise<Answer<Q>> {
  return await request<Answer<Q>>(questionAddress(question, parameters), signal ? { signal } : {});
}

/** What the server answers at an address, as JSON or as `read` takes it. Throws AskError with the server's own words. */
export async function request<T>(
  address: string,
  init: RequestInit,
  read: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>,
): Promise<T> {
  let problem: Partial<Problem> = {};
  try {
    const response = await fetch(address, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    });
    // Within the try: a connection may break in the middle of an answer.
    if (response.ok) return await read(response);
    problem = await response.json().catch(() => ({ status: response.status }));
  } catch (error) {
    if (init.signal?.aborted) throw error;
  }
  if (problem.code === 'unknown-workspace') tellLost();
  throw new AskError(problem);
}

/** The hook form: asks when `enabled`, keeps the last answer on screen while a new one comes. */
export function useAnswer<Q extends QuestionId>(
  question: Q,
  parameters: Asked = {},
  how: { enabled?: boolean } = {},
) {
  return useQuery({ ...answerQuery(question, parameters), enabled: how.enabled ?? true });
}

/** A question as the cache of answers takes it: equal parameters are one question, whoever asks. */
export const answerQuery = <Q extends QuestionId>(question: Q, parameters: Asked = {}) =>
  queryOptions<Answer<Q>, AskError>({
    queryKey: [question, parameters],
    queryFn: ({ signal }) => ask(question, parameters, signal),
    ...manners,
  });

/** How answers are kept, and when a question is asked again by itself. */
export const manners = {
  placeholderData: keepPreviousData,
  staleTime: Number.POSITIVE_INFINITY,
  // A server that is still opening its graph says so and when to ask again; every other error stands.
  retry: (count: number, { problem }: AskError) => problem.status === 503 && count < MOST_RETRIES,
  retryDelay: (_: number, { problem }: AskError) => 1000 * Number(problem['retryAfterSeconds'] ?? 2),
};
