/** Giving way between the parts of a long answer. */
import { setImmediate } from 'node:timers/promises';
import type { TaskControl } from '../contract/questions.js';

/** Lets other questions have their turn. Throws the signal's reason where this one has been cancelled meanwhile. */
export async function otherWork({ signal }: TaskControl): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** As many records as are told in some milliseconds. */
const AT_A_TIME = 500;

/** What `make` makes of each, in their order, giving way in between: an answer may tell of a hundred thousand. */
export async function makeEach<T, R>(
  items: readonly T[],
  control: TaskControl,
  make: (item: T) => R,
): Promise<R[]> {
  const made: R[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % AT_A_TIME === 0) await otherWork(control);
  }
  return made;
}
