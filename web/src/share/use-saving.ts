/** Saving, one thing at a time: what is being saved, and what is said of it in the end. */
import { useState } from 'react';
import { messageOf } from '../message-of.js';

export interface Saving {
  /** What is being saved now. */
  readonly busy: string | undefined;
  readonly said: string;
  say(words: string): void;
  /** Does the work and says that the thing is saved, or why not. */
  take(name: string, work: () => Promise<void>): void;
}

export function useSaving(): Saving {
  const [said, say] = useState('');
  const [busy, setBusy] = useState<string>();
  const take = async (name: string, work: () => Promise<void>) => {
    setBusy(name);
    say('');
    try {
      await work();
      say(`${name} is saved.`);
    } catch (error) {
      say(messageOf(error));
    } finally {
      setBusy(undefined);
    }
  };
  return { busy, said, say, take: (name, work) => void take(name, work) };
}
