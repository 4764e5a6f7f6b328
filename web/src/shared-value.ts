/** A value that parts of the page share without handing it down: read anywhere, drawn again in components that use it. */
import { useSyncExternalStore } from 'react';

export interface SharedValue<T> {
  get(): T;
  set(value: T): void;
  /** Calls back on each change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  use(): T;
}

/** Makes one. Example: `const open = shareValue(false); open.set(true); open.get() // true` */
export function shareValue<T>(initial: T): SharedValue<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  const get = () => current;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe,
    use: () => useSyncExternalStore(subscribe, get),
  };
}
