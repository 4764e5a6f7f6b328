/** Asking what takes long: as a task of the server, with progress while it works, and an end to it when nobody waits any more. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer, QuestionId } from '../../src/contract/questions.js';
import type { TaskView } from '../../src/contract/tasks.js';
import { AskError, type Asked, manners, request } from './ask.js';
import { apiAddress } from './opened-graph.js';

/**
 * Asks a question as a task and follows it. Aborting the signal cancels the task on the server. Throws AskError with the server's own
 * words, also when it no longer knows the task.
 */
export async function askTask<Q extends QuestionId>(
  question: Q,
  parameters: Asked,
  signal: AbortSignal,
  tell: (task: TaskView) => void,
): Promise<Answer<Q>> {
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  const { id } = await request<TaskView>(apiAddress('tasks'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: question, parameters: given }),
    // Not to be aborted: a task whose id never arrives could not be cancelled.
  });
  const address = apiAddress(`tasks/${id}`);
  try {
    await untilDone(`${address}/events`, signal, tell);
    const { answer, problem } = await request<TaskView>(address, { signal });
    if (problem !== undefined) throw new AskError(problem);
    return answer as Answer<Q>;
  } finally {
    // Its outcome is here, or not wanted; a page that closes still says so.
    fetch(address, { method: 'DELETE', keepalive: true }).catch(() => {});
  }
}

/** Follows the events of a task to its end. A connection that breaks is opened again by the browser. */
function untilDone(address: string, signal: AbortSignal, tell: (task: TaskView) => void): Promise<void> {
  const events = new EventSource(address);
  return new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
    events.addEventListener('progress', ({ data }) => tell(JSON.parse(data) as TaskView));
    events.addEventListener('done', () => resolve());
    events.addEventListener('failed', () => resolve());
    events.addEventListener('error', () => {
      // Closed for good: the server has no such task, and says why when asked for it.
      if (events.readyState === EventSource.CLOSED) resolve();
    });
  }).finally(() => events.close());
}

/** The hook form, with the task under way. Its answers are kept with those of `useAnswer`. */
export function useTask<Q extends QuestionId>(question: Q, parameters: Asked, how: { enabled: boolean }) {
  const [task, setTask] = useState<TaskView>();
  const query = useQuery<Answer<Q>, AskError>({
    queryKey: [question, parameters],
    queryFn: ({ signal }) => {
      setTask(undefined);
      return askTask(question, parameters, signal, setTask);
    },
    enabled: how.enabled,
    ...manners,
  });
  return { ...query, task };
}
