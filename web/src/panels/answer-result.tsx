/** A quick question on a panel: what to ask first, then its answer, or that it failed; a screen reader is told its headline alone. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AskError } from '../ask.js';
import classes from './panel.module.css';
import { Failed, Loading } from './panel-states.js';

export function AnswerResult<A>(properties: {
  answered: UseQueryResult<A, AskError>;
  /** What stands there while nothing is asked; undefined once something is. */
  invitation?: ReactNode;
  /** What is waited for: `the groups`. */
  what: string;
  headline: (answer: A) => string;
  /** Takes one of the names that an error offers. */
  onPick?: (id: string, error: AskError) => void;
  children: (answer: A) => ReactNode;
}) {
  const { answered, invitation, what, headline, onPick, children } = properties;
  const { data, error, isPlaceholderData, refetch } = answered;
  const answer = error || isPlaceholderData || invitation !== undefined ? undefined : data;
  return (
    <div className={classes.results}>
      <p role="status" className={classes.hidden}>
        {answer === undefined ? '' : headline(answer)}
      </p>
      {invitation ??
        (error ? (
          <Failed error={error} retry={refetch} {...(onPick && { onPick: (id) => onPick(id, error) })} />
        ) : answer === undefined ? (
          <Loading what={what} />
        ) : (
          children(answer)
        ))}
    </div>
  );
}
