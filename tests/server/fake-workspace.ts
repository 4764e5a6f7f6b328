/** A workspace of canned answers that notes what it was asked; heavy questions wait for the test. */
import { AppError } from '../../src/contract/errors.js';
import type { TaskControl } from '../../src/contract/questions.js';
import type { ServedWorkspace } from '../../src/server/served-workspace.js';

type Answer = (parameters: Record<string, unknown>, control: TaskControl | undefined) => unknown;

export interface FakeWorkspace extends ServedWorkspace {
  revision: string;
  build: string;
  readonly asked: { question: string; parameters: Record<string, unknown> }[];
  readonly answers: Record<string, Answer>;
  closed: number;
}

export function fakeWorkspace(answers: Record<string, Answer> = {}): FakeWorkspace {
  const fake: FakeWorkspace = {
    revision: 'r1',
    version: '9.9.9',
    build: 'b1',
    asked: [],
    closed: 0,
    answers: {
      graph: () => ({
        entities: { id: ['aß/1', 'b'], name: ['A & <B>', 'B'] },
        relations: { id: ['a--b'], from: [0], to: [1] },
      }),
      sources: () => ({ sources: [{ id: 's1' }] }),
      show: ({ id }) => {
        if (id === 'nobody')
          throw new AppError('unknown-entity', 'There is no entity “nobody”. Nearest: Noboru.', {
            nearest: [{ id: 'noboru', name: 'Noboru' }],
          });
        return { entity: id };
      },
      ...answers,
    },
    check(question, parameters) {
      if ((parameters as Record<string, unknown>)['lenz'] !== undefined)
        throw new AppError('unknown-parameter', `There is no parameter 'lenz' in ${question}.`);
    },
    async ask(question, parameters, control) {
      const given = parameters as Record<string, unknown>;
      fake.asked.push({ question, parameters: { ...given } });
      return (fake.answers[question] ?? (() => ({ revision: fake.revision })))(given, control);
    },
    async render(report) {
      return { mediaType: 'application/json', fileName: 'report.json', text: JSON.stringify(report) };
    },
    async export(parameters) {
      fake.asked.push({ question: 'export', parameters: { ...(parameters as Record<string, unknown>) } });
      return { mediaType: 'text/csv; charset=utf-8', fileName: 'asterism.csv', text: 'a,b' };
    },
    async close() {
      fake.closed++;
    },
  };
  return fake;
}

/** A promise and the functions that settle it. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}
