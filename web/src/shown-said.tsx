/** Says aloud what a filter, a date, a focus or a click in the graph made of the view: the eye sees it, a screen reader is told. */
import { useEffect, useRef, useState } from 'react';
import { countText } from './count-text.js';
import { useShown } from './graph/use-shown.js';
import { splitIds } from './id-list.js';
import { useView } from './view.js';

/** A slider that is dragged, years that are played: only what they come to is said. */
const REST_MS = 800;

export function ShownSaid() {
  const shown = useShown();
  const picked = splitIds(useView().picked).length;
  const [said, setSaid] = useState('');
  const before = useRef<{ view: string; picked: number }>(undefined);
  const view =
    shown === undefined
      ? undefined
      : `${countText.entities(shown.shown.visibleEntities)} and ${countText.relations(shown.shown.visibleRelations)} show`;
  useEffect(() => {
    if (view === undefined) return;
    const last = before.current;
    if (last === undefined) {
      // What the page opens with is said by the graph's own name.
      before.current = { view, picked };
      return;
    }
    const timer = setTimeout(() => {
      before.current = { view, picked };
      const words = [
        ...(last.picked === picked ? [] : [picked === 0 ? 'Nothing selected' : `${picked} selected`]),
        ...(last.view === view ? [] : [view]),
      ];
      if (words.length > 0) setSaid(`${words.join('. ')}.`);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [view, picked]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
