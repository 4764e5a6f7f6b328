/** Flights: to whom a graph holds at once, to whom it does not when one comes that does. */
import { expect, it } from 'vitest';
import { flyTo, flyToAwaited, onFlight } from '../../web/src/graph/highlight.js';

it('waits for whom no graph holds yet, and forgets them at the next flight', () => {
  const flown: string[] = [];
  const pilot = (held: readonly string[]) =>
    onFlight((id) => {
      if (held.includes(id)) flown.push(id);
      return held.includes(id);
    });
  const land = pilot(['a']);
  flyTo('a');
  flyTo('b');
  flyToAwaited();
  expect(flown).toEqual(['a']);
  land();
  const landWider = pilot(['a', 'b']);
  flyToAwaited();
  flyToAwaited();
  expect(flown).toEqual(['a', 'b']);
  landWider();

  flyTo('a');
  const landAgain = pilot(['a', 'b']);
  flyTo('b');
  flyToAwaited();
  expect(flown).toEqual(['a', 'b', 'b']);
  landAgain();
});
