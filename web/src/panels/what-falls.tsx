/** What falls when a source, an entity or a relation is taken away; asked only when opened. */
import { useEffect, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { countText } from '../count-text.js';
import type { Selection } from '../selected.js';
import { scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import { ConfidenceBar } from './confidence-bar.js';
import { setSpotlight } from './lights.js';
import { MovementsTable } from './movements-table.js';
import classes from './panel.module.css';
import { RelationList } from './relation-list.js';
import { EntityLink } from './selection.js';
import { SpotlightButton } from './spotlight-button.js';

const MOVEMENTS = 10;

export function WhatFalls({ what, id }: Selection) {
  const [isOpen, setOpen] = useState(false);
  const question = { ...scopeOf(useView()), [what]: [id], top: MOVEMENTS };
  const answered = useAnswer('without', question, { enabled: isOpen });
  return (
    <>
      <h3>If it were not there</h3>
      <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>What falls without it</summary>
        {isOpen ? (
          <AnswerResult answered={answered} what="what falls" headline={headline}>
            {(answer) => <Fall answer={answer} />}
          </AnswerResult>
        ) : null}
      </details>
    </>
  );
}

const headline = ({ fallen }: Answer<'without'>): string =>
  `${countText.relations(fallen.length)} would fall`;

function Fall({ answer }: { answer: Answer<'without'> }) {
  const { fallen, weakened, cutOff } = answer;
  // The light is this fold's: it goes when the fold does.
  useEffect(() => () => setSpotlight(undefined), []);
  const light = {
    entities: [...answer.without.entities, ...cutOff.map(({ id }) => id)],
    relations: [...fallen, ...weakened].map(({ id }) => id),
    reason: 'path' as const,
  };
  const isLit = light.entities.length + light.relations.length > 0;
  const moved = answer.movements.length > 0;
  return (
    <>
      {isLit || moved ? null : <p>Nothing: all that is in scope stands as firmly as before.</p>}
      {isLit ? (
        <div className={classes.actions}>
          <SpotlightButton light={light} label="Spotlight what falls" />
        </div>
      ) : null}
      {fallen.length === 0 ? null : (
        <>
          <h4>{headline(answer)}</h4>
          <RelationList relations={fallen} />
        </>
      )}
      {weakened.length === 0 ? null : (
        <>
          <h4>{countText.relations(weakened.length)} would stand on less</h4>
          <RelationList
            relations={weakened}
            note={({ confidenceAfter }) => (
              <span className={classes.row}>
                without it <ConfidenceBar confidence={confidenceAfter} />
              </span>
            )}
          />
        </>
      )}
      {cutOff.length === 0 ? null : (
        <>
          <h4>{countText.entities(cutOff.length)} would be cut off from the rest</h4>
          <ul>
            {cutOff.map((entity) => (
              <li key={entity.id}>
                <EntityLink {...entity} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isLit || moved ? (
        <>
          <h4>Who would move</h4>
          <MovementsTable movements={answer.movements} measure={answer.measure} heads={['With', 'Without']} />
        </>
      ) : null}
      <AskedOf scope={answer.scope} />
    </>
  );
}
