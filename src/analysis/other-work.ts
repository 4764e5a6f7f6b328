/** Giving way between the parts of a long answer. */
import { setImmediate } from 'node:timers/promises';
import type { TaskControl } from '../contract/questions.js';

/** Lets other questions have their turn. Throws the signal's reason where this one has been cancelled meanwhile. */
export async function otherWork({ signal }: TaskControl): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
