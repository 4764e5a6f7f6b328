/** What is selected, in full: an entity, a relation or a source. */
import { useEffect } from 'react';
import { useView } from '../view.js';
import { EntityInspector } from './entity-inspector.js';
import { useLightsOutAfter } from './lights.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { fulfilPick, usePick } from './pick.js';
import { RelationInspector } from './relation-inspector.js';
import { parseSelection } from './selection.js';
import { SourceInspector } from './source-inspector.js';

const PARTS = { entity: EntityInspector, relation: RelationInspector, source: SourceInspector } as const;

export function Inspector() {
  useLightsOutAfter();
  const selection = parseSelection(useView().select);
  const pick = usePick();
  const picked = pick !== undefined && selection?.what === 'entity' ? selection.id : undefined;
  useEffect(() => {
    if (picked !== undefined) fulfilPick(picked);
  }, [picked]);
  if (picked !== undefined) return null;
  if (selection === undefined)
    return (
      <div className={classes.panel}>
        <Empty title="Nothing is selected">
          <p>Click an entity or a relation in the graph, or search for a name with the / key.</p>
        </Empty>
      </div>
    );
  const Part = PARTS[selection.what];
  // The key starts each subject with its folds closed.
  return (
    <article className={classes.panel}>
      <Part key={selection.id} id={selection.id} />
    </article>
  );
}
