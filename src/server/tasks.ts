/** Tasks that the server has in hand: so many under way, the outcomes of so many kept for a while, each with those who follow it. */
import { randomUUID } from 'node:crypto';
import { AppError, toAppError } from '../contract/errors.js';
import type { QuestionId, TaskControl } from '../contract/questions.js';
import type { TaskView } from '../contract/tasks.js';
import { stackOf } from './problems.js';
import type { ServedWorkspace } from './served-workspace.js';
import type { TaskQueue } from './task-queue.js';
import { outOfTime, untilAborted } from './time-limit.js';

export interface TaskLimits {
  /** How long a task may take, from its beginning to its answer. */
  taskMs: number;
  /** How long an outcome is kept, and how many are. */
  outcomeMs: number;
  outcomes: number;
  /** How many tasks may be under way, waiting ones included. */
  tasks: number;
}

/** Told of every change of a task; the last time when it has ended. */
type Follower = (task: TaskView) => void;

interface Held {
  view: TaskView;
  readonly abort: AbortController;
  readonly followers: Set<Follower>;
  expiry?: NodeJS.Timeout;
}

/** Ids of tasks that are gone, remembered to tell them from ids that never were. */
const MOST_GONE = 1_000;

export class Tasks {
  readonly #queue: TaskQueue;
  readonly #limits: TaskLimits;
  readonly #log: (text: string) => void;
  /** In order of their beginning. */
  readonly #held = new Map<string, Held>();
  readonly #gone = new Set<string>();

  constructor(queue: TaskQueue, limits: TaskLimits, log: (text: string) => void) {
    this.#queue = queue;
    this.#limits = limits;
    this.#log = log;
  }

  /** Begins a task. Throws AppError `too-many-requests` when too many are under way. */
  begin(workspace: ServedWorkspace, kind: QuestionId, parameters: Record<string, unknown>): TaskView {
    const underWay = [...this.#held.values()].filter(({ view }) => !isOver(view)).length;
    const { running, waiting, isFull } = this.#queue;
    if (underWay >= this.#limits.tasks || isFull)
      throw new AppError(
        'too-many-requests',
        isFull
          ? `${running} heavy questions run and ${waiting} wait, which is all this server takes. Begin the task again in a moment.`
          : `${underWay} tasks are under way, which is all this server takes. Cancel one, or begin this one again in a moment.`,
        { retryAfterSeconds: 5 },
      );
    const task: Held = {
      view: {
        id: randomUUID(),
        kind,
        parameters,
        status: 'waiting',
        progress: { share: 0, doing: '' },
        begun: new Date().toISOString(),
        kept: null,
      },
      abort: new AbortController(),
      followers: new Set(),
    };
    this.#held.set(task.view.id, task);
    void this.#work(task, workspace);
    return task.view;
  }

  /** Throws AppError `unknown-task`, or `gone` when it was removed or its outcome has expired. */
  find(id: string): TaskView {
    return this.#find(id).view;
  }

  /** Tells `follower` how the task stands, now and at each change until it ends; returns how to stop that. */
  follow(id: string, follower: Follower): () => void {
    const { view, followers } = this.#find(id);
    if (!isOver(view)) followers.add(follower);
    follower(view);
    return () => followers.delete(follower);
  }

  /** Cancels a task that is under way, and forgets it. */
  remove(id: string): void {
    const task = this.#find(id);
    task.abort.abort(new AppError('cancelled', 'The task was cancelled.'));
    this.#forget(task);
  }

  /** Cancels all. */
  close(): void {
    for (const task of [...this.#held.values()]) {
      task.abort.abort(new AppError('cancelled', 'The server is stopping.'));
      this.#forget(task);
    }
  }

  #find(id: string): Held {
    const task = this.#held.get(id);
    if (task !== undefined) return task;
    if (this.#gone.has(id))
      throw new AppError(
        'gone',
        `Task '${id}' was cancelled, or its outcome is no longer kept. Begin it again.`,
      );
    throw new AppError('unknown-task', `There is no task '${id}'. POST /api/v1/tasks begins one.`);
  }

  /** Never rejects: an outcome is told to whoever follows or comes to look. */
  async #work(task: Held, workspace: ServedWorkspace): Promise<void> {
    const { signal } = task.abort;
    const { taskMs } = this.#limits;
    const timer = setTimeout(() => task.abort.abort(outOfTime(taskMs)), taskMs);
    const control: TaskControl = {
      signal,
      progress: (share, doing) => {
        if (!isOver(task.view)) this.#change(task, { progress: { share, doing } });
      },
    };
    const answer = async () => {
      this.#change(task, { status: 'running' });
      return await workspace.ask(task.view.kind, task.view.parameters, control);
    };
    try {
      const found = await untilAborted(signal, this.#queue.run(answer, signal));
      this.#end(task, { status: 'done', answer: found, progress: { share: 1, doing: '' } });
    } catch (thrown) {
      const error = toAppError(signal.aborted ? signal.reason : thrown);
      if (error.code === 'internal') this.#log(`task ${task.view.id} ${task.view.kind}\n${stackOf(thrown)}`);
      this.#end(task, { status: 'failed', problem: error.toProblem() });
    } finally {
      clearTimeout(timer);
    }
  }

  #end(task: Held, outcome: Partial<TaskView>): void {
    const { outcomeMs, outcomes } = this.#limits;
    this.#change(task, { ...outcome, kept: new Date(Date.now() + outcomeMs).toISOString() });
    task.followers.clear();
    if (!this.#held.has(task.view.id)) return;
    task.expiry = setTimeout(() => this.#forget(task), outcomeMs).unref();
    const over = [...this.#held.values()].filter(({ view }) => isOver(view));
    for (const oldest of over.slice(0, Math.max(0, over.length - outcomes))) this.#forget(oldest);
  }

  #change(task: Held, change: Partial<TaskView>): void {
    task.view = { ...task.view, ...change };
    for (const follower of task.followers) follower(task.view);
  }

  #forget(task: Held): void {
    clearTimeout(task.expiry);
    this.#held.delete(task.view.id);
    this.#gone.add(task.view.id);
    if (this.#gone.size > MOST_GONE) this.#gone.delete(this.#gone.values().next().value!);
  }
}

export const isOver = ({ status }: TaskView): boolean => status === 'done' || status === 'failed';
