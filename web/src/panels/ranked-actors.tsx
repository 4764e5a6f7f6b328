/** Who matters, by which measure: questions in plain words, a table that answers them, and one measure drawn against another. */
import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { MeasureDescription } from '../../../src/contract/answers.js';
import { useAnswer } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { useMeta } from '../graph/meta.js';
import { changeView, scopeOf, useView, type View } from '../view.js';
import { AskedOf } from './asked-of.js';
import { MeasureChooser } from './measure-chooser.js';
import classes from './panel.module.css';
import { Empty, Failed, Loading } from './panel-states.js';
import { RankingChoices } from './ranking-choices.js';
import { FIRST_TOP, RankingControls } from './ranking-controls.js';
import { chosenMeasures, rankingQuestion } from './ranking-question.js';
import { RankingTable } from './ranking-table.js';
import { ReportLink } from './report-link.js';
import { TaskResult } from './task-result.js';

/** Above this many entities not every row travels: the table then holds the first ones by its first measure. */
const ALL_ROWS_BELOW = 20_000;
const ROWS_OF_LARGE = 2_000;

const RankingScatter = lazy(() =>
  import('./ranking-scatter.js').then((part) => ({ default: part.RankingScatter })),
);

export function RankedActors() {
  const view = useView();
  const described = useAnswer('measures');
  const measures = described.data?.measures ?? [];
  const meta = useMeta().data;
  const chosen = chosenMeasures(view);
  const isLarge = (meta?.entities ?? 0) > ALL_ROWS_BELOW;
  const question = {
    ...rankingQuestion(view, measures, chosen),
    // What a rank rests on is sought for the rows on show alone: of a few it is soon known.
    top:
      view.dependence === 'true' && view.top !== 'all'
        ? (view.top ?? FIRST_TOP)
        : isLarge
          ? ROWS_OF_LARGE
          : 0,
  };

  if (described.error) return <Failed error={described.error} retry={described.refetch} />;
  if (described.data === undefined) return <Loading what="the measures" />;
  return (
    <>
      <MeasureChooser measures={measures} chosen={chosen} />
      <RankingControls>
        <RankingChoices measures={measures} chosen={chosen} />
      </RankingControls>
      <div className={classes.results}>
        {chosen.length === 0 ? (
          <Empty title="Choose a question">
            <p>Each is answered by one measure; several stand side by side in one table.</p>
          </Empty>
        ) : (
          <TaskResult
            question="rank"
            parameters={question}
            isReady={meta !== undefined}
            doing="Ranking"
            what="the ranking"
            said={({ measures: [first], rows, total }) =>
              rows.length === 0
                ? ''
                : `Ranked by ${first!.title}: ${rows[0]!.name} comes first of ${total.toLocaleString('en')}.`
            }
            wayOn={chosen.length > 1 ? <LeaveOut chosen={chosen} measures={measures} /> : null}
          >
            {(answer) => (
              <>
                {answer.rows.length === 0 ? (
                  <NothingLeft />
                ) : (
                  <>
                    <div className={classes.actions}>
                      <ChartSwitch measures={measures} chosen={chosen} />
                      <ReportLink parameters={reportOf(view, question, chosen)} />
                    </div>
                    {view.chart === 'scatter' ? (
                      <Suspense fallback={<Loading what="the chart" />}>
                        <RankingScatter answer={answer} measures={measures} chosen={chosen} />
                      </Suspense>
                    ) : null}
                    <RankingTable key={answer.measures.map(({ id }) => id).join()} answer={answer} />
                  </>
                )}
                <AskedOf scope={answer.scope} />
              </>
            )}
          </TaskResult>
        )}
      </div>
    </>
  );
}

/** The table alone, or one measure against another over it; with a single measure the usual other one is asked for too. */
function ChartSwitch(properties: { measures: readonly MeasureDescription[]; chosen: readonly string[] }) {
  const { measures, chosen } = properties;
  const { chart } = useView();
  const other = ['degree', 'betweenness'].find(
    (id) => !chosen.includes(id) && measures.some((measure) => measure.id === id),
  );
  return (
    <SegmentedControl
      size="xs"
      aria-label="Show as"
      value={chart ?? 'table'}
      onChange={(next) =>
        changeView({
          chart: next === 'table' ? undefined : next,
          ...(next === 'table' || chosen.length > 1 || other === undefined
            ? {}
            : { measures: [...chosen, other].join(',') }),
        })
      }
      data={[
        { value: 'table', label: 'Table' },
        { value: 'scatter', label: 'One against another' },
      ]}
    />
  );
}

/** The scope holds nothing: the way on is to drop what narrows it. */
export function NothingLeft() {
  const view = useView();
  const cleared = Object.fromEntries(Object.keys(scopeOf(view)).map((field) => [field, undefined]));
  return (
    <Empty title="Nothing matches this scope">
      <SmallButton onClick={() => changeView(cleared)}>Drop the filters</SmallButton>
    </Empty>
  );
}

/** One measure that fails takes the whole answer with it: the way on is to ask without it. */
function LeaveOut(properties: { chosen: readonly string[]; measures: readonly MeasureDescription[] }) {
  const { chosen, measures } = properties;
  return (
    <div className={classes.actions}>
      {chosen.map((id) => (
        <SmallButton
          key={id}
          className={classes.wrapping}
          onClick={() => changeView({ measures: chosen.filter((other) => other !== id).join(',') })}
        >
          Without {measures.find((measure) => measure.id === id)?.title ?? id}
        </SmallButton>
      ))}
    </div>
  );
}

/** The same ranking as a document. */
function reportOf(view: View, question: ReturnType<typeof rankingQuestion>, chosen: readonly string[]) {
  const { measures: _measures, ...rest } = question;
  return {
    ...rest,
    name: 'centrality',
    measure: chosen.join(','),
    // What is asked for beside the ranking means nothing without it.
    seed: view.sensitivity === undefined ? undefined : view.seed,
    top: view.top === 'all' ? 0 : (view.top ?? FIRST_TOP),
  };
}
