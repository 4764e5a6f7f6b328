/** What the server is at while it works on a question, with an end to it. */
import { Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { QuestionId } from '../../../src/contract/questions.js';
import type { TaskView } from '../../../src/contract/tasks.js';
import type { Asked } from '../ask.js';
import { SmallButton } from '../buttons.js';
import classes from './panel.module.css';

export function TaskProgress(properties: {
  task: TaskView | undefined;
  question: QuestionId;
  parameters: Asked;
  what: string;
}) {
  const { task, question, parameters, what } = properties;
  const client = useQueryClient();
  const percent = Math.round(100 * (task?.progress.share ?? 0));
  return (
    <div className={classes.row} role="status">
      <Progress
        value={percent === 0 ? 100 : percent}
        animated
        className={classes.progress}
        aria-label={what}
      />
      {doingOf(task, what)} …
      <SmallButton onClick={() => client.cancelQueries({ queryKey: [question, parameters] })}>
        Cancel
      </SmallButton>
    </div>
  );
}

function doingOf(task: TaskView | undefined, what: string): string {
  if (task?.status === 'waiting') return 'Waiting for its turn';
  return task === undefined || task.progress.doing === '' ? what : task.progress.doing;
}
