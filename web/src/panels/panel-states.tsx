/** What a panel shows when it has nothing to show yet, found nothing, or failed: each says what to do next. */
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntityReference } from '../../../src/contract/answers.js';
import type { AskError } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { KindDot } from './kind-badge.js';
import classes from './panel.module.css';

export function Loading({ what }: { what: string }) {
  return (
    <div className={classes.stack} role="status" aria-label={`Loading ${what}`}>
      {[45, 100, 85, 100, 70].map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed decoration
        <Skeleton key={row} height={row === 0 ? 22 : 13} width={`${width}%`} />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.state}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** What the server offers instead: candidates of an ambiguous name or the nearest ones, as references or bare ids. */
function offers(error: AskError): Pick<EntityReference, 'id' | 'name'>[] {
  const { candidates, nearest } = error.problem;
  const offered: unknown = candidates ?? nearest;
  if (!Array.isArray(offered)) return [];
  return offered.map((offer: string | EntityReference) =>
    typeof offer === 'string' ? { id: offer, name: offer } : offer,
  );
}

/** An error in the server's own words, with the nearest names as buttons and another try where that can help. */
export function Failed(properties: { error: AskError; onPick?: (id: string) => void; retry?: () => void }) {
  const { error, onPick, retry } = properties;
  const choices = onPick === undefined ? [] : offers(error);
  // The server names ids for the command line; here they are buttons.
  const detail = choices.length === 0 ? error.message : error.message.replace(/[:.] (Nearest: )?[^:]*$/, '.');
  const canRetry = retry !== undefined && (error.problem.status ?? 500) >= 429;
  return (
    <div className={classes.state} data-failed role="alert">
      <h3>{error.problem.title ?? 'No answer'}</h3>
      <p>{detail}</p>
      {choices.length === 0 ? null : (
        <>
          <p className={classes.dim}>
            {error.problem.candidates === undefined ? 'Nearest:' : 'Which one is meant?'}
          </p>
          <div className={classes.choices}>
            {choices.map((choice) => (
              <SmallButton key={choice.id} className={classes.wrapping} onClick={() => onPick?.(choice.id)}>
                {'kind' in choice ? <KindDot kind={String(choice.kind)} /> : null}
                {choice.name}
              </SmallButton>
            ))}
          </div>
        </>
      )}
      {canRetry ? <SmallButton onClick={retry}>Try again</SmallButton> : null}
    </div>
  );
}
