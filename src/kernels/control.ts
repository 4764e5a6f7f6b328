/** How a long kernel is cancelled and tells of its progress, without knowing who runs it. */

/** Given by the caller. `cancelled` is asked and `progress` (a share, 0 to 1) is told every few milliseconds. */
export interface Control {
  cancelled(): boolean;
  progress(share: number): void;
}

const intervalMs = 4;

/**
 * Returns a function for a kernel to call once a unit of work with the share done; it reads the clock and turns to the
 * control at most every 4 ms, and at the first call. A kernel's unit is one source, one iteration or one node.
 *
 * @throws (the returned function) an Error named `AbortError` once the control is cancelled
 * @example const check = checkpoint(control); for (let v = 0; v < size; v++) { check(v / size); … }
 */
export function checkpoint(control: Control | undefined): (share: number) => void {
  if (control === undefined) return () => {};
  let next = Number.NEGATIVE_INFINITY;
  return (share) => {
    const now = performance.now();
    if (now < next) return;
    next = now + intervalMs;
    if (control.cancelled()) throw Object.assign(new Error('Cancelled'), { name: 'AbortError' });
    control.progress(share);
  };
}
