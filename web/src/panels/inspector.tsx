/** What is selected, in full: an entity, a relation, a source, or the relations that a line stands for. */
import { useEffect } from 'react';
import { bundleEnds } from '../graph/build-graph.js';
import { parseSelection } from '../selected.js';
import { useView } from '../view.js';
import { BundleInspector } from './bundle-inspector.js';
import { EntityInspector } from './entity-inspector.js';
import { useLightsOutAfter } from './lights.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { fulfilPick, usePick } from './pick.js';
import { RelationInspector } from './relation-inspector.js';
import { SourceInspector } from './source-inspector.js';

const PARTS = { entity: EntityInspector, relation: RelationInspector, source: SourceInspector } as const;

export function Inspector() {
  useLightsOutAfter();
  const { select } = useView();
  const selection = parseSelection(select);
  const ends = bundleEnds(select);
  const pick = usePick();
  const picked = pick !== undefined && selection?.what === 'entity' ? selection.id : undefined;
  useEffect(() => {
    if (picked !== undefined) fulfilPick(picked);
  }, [picked]);
  if (picked !== undefined) return null;
  if (ends !== undefined)
    return (
      <article className={classes.panel}>
        <BundleInspector ends={ends} />
      </article>
    );
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
