/** Questions to research: with whom an entity shares neighbours and no tie that a source states. Asked only when opened; never a finding. */
import { useState } from 'react';
import { useAnswer } from '../ask.js';
import { scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import { litOnHover } from './lights.js';
import classes from './panel.module.css';
import { EntityLink } from './selection.js';

const SHOWN = 8;

export function Leads({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const question = { ...scopeOf(useView()), entity: id, top: SHOWN };
  const answered = useAnswer('leads', question, { enabled: isOpen });
  return (
    <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Questions to research</summary>
      <AnswerResult
        answered={answered}
        what="questions to research"
        headline={({ leads }) => `${leads.length} questions to research`}
      >
        {({ leads, scope }) => (
          <>
            <p>
              {leads.length === 0
                ? 'It shares a neighbour with nobody to whom it is not tied.'
                : 'These share neighbours with it, and no source here states a tie. That is a question, not a finding.'}
            </p>
            <ul>
              {leads.map(({ a, b, common, through }) => {
                const other = a.id === id ? b : a;
                const entities = [id, other.id, ...through.map((each) => each.id)];
                return (
                  <li key={other.id} className={classes.item} {...litOnHover({ entities })}>
                    <EntityLink {...other} />
                    <p className={classes.dim}>
                      Both tied to {through.map(({ name }) => name).join(', ')}
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
