/** Who matters, by which measure: questions in plain words, and a table that answers them. */
import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import type { TaskView } from '../../../src/contract/tasks.js';
import { useAnswer } from '../ask.js';
import { useTask } from '../ask-task.js';
import { changeView, scopeOf, useView } from '../view.js';
import { AskedOf } from './asked-of.js';
import { useLightsOutAfter } from './lights.js';
import { MeasureChooser } from './measure-chooser.js';
import classes from './panel.module.css';
import { Empty, Failed, Loading } from './panel-states.js';
import { FIRST_TOP, RankingControls } from './ranking-controls.js';
import { RankingTable } from './ranking-table.js';
import { ReportLink } from './report-link.js';

/** The measure asked for when the address names none: the cheapest, and the one that the nodes are sized by. */
const FIRST_MEASURE = 'degree';
/** Above this many entities not every row travels: the table then holds the first ones by its first measure. */
const ALL_ROWS_BELOW = 20_000;
const ROWS_OF_LARGE = 2_000;

export function RankingsPanel() {
  useLightsOutAfter();
  const view = useView();
  const client = useQueryClient();
  const measures = useAnswer('measures');
  const meta = useAnswer('meta').data;
  const chosen = (view.measures ?? FIRST_MEASURE).split(',').filter((id) => id !== '');
  const question = {
    ...scopeOf(view),
    measures: chosen.join(','),
    raw: view.raw,
    direction: view.direction,
    sensitivity: view.sensitivity,
    dependence: view.dependence,
    top: (meta?.entities ?? 0) > ALL_ROWS_BELOW ? ROWS_OF_LARGE : 0,
  };
  const isAsked = meta !== undefined && chosen.length > 0;
  const { data, error, isFetching, isPlaceholderData, refetch, task } = useTask('rank', question, {
    enabled: isAsked,
  });
  const percent = Math.round(100 * (task?.progress.share ?? 0));

  if (measures.error) return <Failed error={measures.error} retry={measures.refetch} />;
  if (measures.data === undefined) return <Loading what="the measures" />;
  return (
    <div className={classes.panel}>
      <MeasureChooser measures={measures.data.measures} chosen={chosen} />
      <RankingControls />
      <div className={classes.results}>
        {isFetching ? (
          <div className={classes.row} role="status">
            <Progress
              value={percent === 0 ? 100 : percent}
              animated
              className={classes.progress}
              aria-label="Ranking"
            />
            {doingOf(task)} …
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => client.cancelQueries({ queryKey: ['rank', question] })}
            >
              Cancel
            </Button>
          </div>
        ) : null}
        {chosen.length === 0 ? (
          <Empty title="Choose a question">
            <p>Each is answered by one measure; several stand side by side in one table.</p>
          </Empty>
        ) : error ? (
          <>
            <Failed error={error} retry={refetch} />
            {chosen.length > 1 ? <LeaveOut chosen={chosen} measures={measures.data.measures} /> : null}
          </>
        ) : data !== undefined && !(isPlaceholderData && !isFetching) ? (
          <div aria-busy={isPlaceholderData} className={isPlaceholderData ? classes.stale : undefined}>
            <AskedOf scope={data.scope} />
            {data.rows.length === 0 ? (
              <Empty title="Nothing matches this scope">
                <Button size="compact-sm" variant="default" onClick={() => changeView(emptyScope(view))}>
                  Drop the filters
                </Button>
              </Empty>
            ) : (
              <>
                <div className={classes.actions}>
                  <ReportLink parameters={reportOf(view, chosen)} />
                </div>
                <RankingTable key={data.measures.map(({ id }) => id).join()} answer={data} />
              </>
            )}
          </div>
        ) : isFetching ? (
          <Loading what="the ranking" />
        ) : (
          <Empty title="Cancelled">
            <Button size="compact-sm" variant="default" onClick={() => refetch()}>
              Ask again
            </Button>
          </Empty>
        )}
      </div>
    </div>
  );
}

/** One measure that fails takes the whole answer with it: the way on is to ask without it. */
function LeaveOut(properties: { chosen: readonly string[]; measures: readonly MeasureDescription[] }) {
  const { chosen, measures } = properties;
  return (
    <div className={classes.actions}>
      {chosen.map((id) => (
        <Button
          key={id}
          className={classes.wrapping}
          size="compact-sm"
          variant="default"
          onClick={() => changeView({ measures: chosen.filter((other) => other !== id).join(',') })}
        >
          Without {measures.find((measure) => measure.id === id)?.title ?? id}
        </Button>
      ))}
    </div>
  );
}

/** What the server is at. */
function doingOf(task: TaskView | undefined): string {
  if (task?.status === 'waiting') return 'Waiting for its turn';
  return task === undefined || task.progress.doing === '' ? 'Ranking' : task.progress.doing;
}

/** The same ranking as a document. */
const reportOf = (view: ReturnType<typeof useView>, chosen: readonly string[]) => ({
  ...scopeOf(view),
  name: 'centrality',
  measure: chosen.join(','),
  raw: view.raw,
  direction: view.direction,
  sensitivity: view.sensitivity,
  dependence: view.dependence,
  top: view.top === 'all' ? 0 : (view.top ?? FIRST_TOP),
});

const emptyScope = (view: ReturnType<typeof useView>) =>
  Object.fromEntries(Object.keys(scopeOf(view)).map((field) => [field, undefined]));
