/** A question that takes long, on a panel: its progress, then its answer, pale while another is awaited; or that it failed or was ended. */
import type { ReactNode } from 'react';
import type { Answer, QuestionId } from '../../../src/contract/questions.js';
import type { Asked } from '../ask.js';
import { useTask } from '../ask-task.js';
import { SmallButton } from '../buttons.js';
import classes from './panel.module.css';
import { Empty, Failed, Loading } from './panel-states.js';
import { TaskProgress } from './task-progress.js';

export function TaskResult<Q extends QuestionId>(properties: {
  question: Q;
  parameters: Asked;
  isReady: boolean;
  /** What is done, and what comes of it: `Ranking`, `the ranking`. */
  doing: string;
  what: string;
  /** What a screen reader is told of it. */
  said?: (answer: Answer<Q>) => string;
  /** A way on where it fails. */
  wayOn?: ReactNode;
  children: (answer: Answer<Q>) => ReactNode;
}) {
  const { question, parameters, isReady, doing, what, said, wayOn, children } = properties;
  const { data, error, isFetching, isPlaceholderData, refetch, task } = useTask(question, parameters, {
    enabled: isReady,
  });
  return (
    <>
      <p role="status" className={classes.hidden}>
        {data === undefined || isFetching ? '' : said?.(data)}
      </p>
      {isFetching ? (
        <TaskProgress task={task} question={question} parameters={parameters} what={doing} />
      ) : null}
      {error ? (
        <>
          <Failed error={error} retry={refetch} />
          {wayOn}
        </>
      ) : data !== undefined && !(isPlaceholderData && !isFetching) ? (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? classes.stale : undefined}>
          {children(data)}
        </div>
      ) : isFetching ? (
        <Loading what={what} />
      ) : (
        <Empty title="Cancelled">
          <SmallButton onClick={() => refetch()}>Ask again</SmallButton>
        </Empty>
      )}
    </>
  );
}
