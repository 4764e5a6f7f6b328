/** Who is placed like an entity: tied to the same others. Asked only when opened. */
import { useState } from 'react';
import { useAnswer } from '../ask.js';
import { scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { EntityLink } from './selection.js';

const SHOWN = 8;

export function PlacedAlike({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const question = { ...scopeOf(useView()), id, top: SHOWN };
  const answered = useAnswer('similar', question, { enabled: isOpen });
  return (
    <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Placed alike</summary>
      <AnswerResult
        answered={answered}
        what="who is placed alike"
        headline={({ similar }) => `${similar.length} placed alike`}
      >
        {({ similar, scope }) => (
          <>
            {similar.length === 0 ? <p>Nobody shares a neighbour with it.</p> : null}
            <ul>
              {similar.map(({ likeness, common, through, ...other }) => {
                const entities = [id, other.id, ...through.map((each) => each.id)];
                return (
                  <li key={other.id} className={classes.item} {...litOnHover({ entities })}>
                    <EntityLink {...other} />
                    <p className={classes.dim}>
                      {Math.round(100 * likeness)} % of neighbours shared:{' '}
                      {through.map(({ name }) => name).join(', ')}
                      {common > through.length ? ` and ${common - through.length} more` : ''}
                    </p>
                  </li>
                );
              })}
            </ul>
            <AskedOf scope={scope} />
          </>
        )}
      </AnswerResult>
    </details>
  );
}
