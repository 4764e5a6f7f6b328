/** What stands before the sky when there is nothing to see: not come yet, refused, or hidden by filters. Each says what to do next. */

import { Button } from '@mantine/core';
import { Condition, GhostSky } from '../conditions.js';
import { lensesOf, lookThrough } from '../lenses.js';
import { changeView, useView, type View } from '../view.js';
import { FILTER_FIELDS } from './filter.js';
import { useGraphAnswer } from './graph-answer.js';
import { useMeta } from './meta.js';
import { useShown } from './use-shown.js';

/** Whether the view names a part of the graph that can be let go for the default lens. */
const asksPart = ({ lens, community }: View) => lens !== undefined || community !== undefined;

/** All lenses, the default one first in the eye. */
function LensButtons() {
  const ontology = useMeta().data?.ontology;
  if (ontology === undefined) return null;
  return (
    <div className="sky-actions">
      {lensesOf(ontology).map(({ id, label }) => (
        <Button
          key={id}
          variant={id === ontology.defaultLens ? 'filled' : 'default'}
          onClick={() => lookThrough(id, ontology)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

export function SkyConditions() {
  const view = useView();
  const answer = useGraphAnswer();
  const columns = answer.data;
  // What a link asks wrongly is refused again however often it is asked.
  const refused = answer.error?.problem.code === 'invalid-parameter' && asksPart(view);
  const empty = useShown()?.shown.visibleEntities === 0;
  return (
    <>
      {columns === undefined && !answer.isError && (
        <div role="status" aria-label="Loading the graph">
          <GhostSky />
        </div>
      )}
      {answer.error?.problem['parameter'] === 'lens' && (
        <div className="sky-condition" data-condition="graph-failed">
          <Condition title="There is no such lens" action={<LensButtons />}>
            <p role="alert">
              This address asks for a lens named {view.lens}. It may be of another graph, or have another name
              by now. Look through one of these:
            </p>
          </Condition>
        </div>
      )}
      {answer.isError && answer.error.problem['parameter'] !== 'lens' && (
        <div className="sky-condition" data-condition="graph-failed">
          <Condition
            title={answer.error.problem.title ?? 'The graph did not come'}
            action={
              <div className="sky-actions">
                {!refused && <Button onClick={() => void answer.refetch()}>Try again</Button>}
                {asksPart(view) && (
                  <Button
                    variant={refused ? 'filled' : 'default'}
                    onClick={() => changeView({ lens: undefined, community: undefined, camera: undefined })}
                  >
                    Use the default lens
                  </Button>
                )}
              </div>
            }
          >
            <p role="alert">{answer.error.message}</p>
          </Condition>
        </div>
      )}
      {empty && (
        <div className="sky-condition" data-condition="empty">
          <Condition
            title={
              columns?.entities.id.length === 0 ? 'This lens holds nothing' : 'Nothing matches this scope'
            }
            action={
              <div className="sky-actions">
                <Button
                  onClick={() =>
                    changeView(Object.fromEntries(FILTER_FIELDS.map((field) => [field, undefined])))
                  }
                >
                  Drop all filters
                </Button>
                <Button variant="default" onClick={() => changeView({ lens: 'everything' })}>
                  Show everything
                </Button>
              </div>
            }
          >
            <p>
              {columns?.entities.id.length === 0
                ? 'Choose another lens, or look at everything that is loaded.'
                : 'The filters together hide every entity. Drop one in the legend, or all of them at once.'}
            </p>
          </Condition>
        </div>
      )}
    </>
  );
}
