/** Through whom several actors hang together: a small tree that joins them, with the evidence of every tie. */
import { useMemo } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { countText } from '../count-text.js';
import type { Highlight } from '../graph/highlight.js';
import { joinIds, splitIds } from '../id-list.js';
import { changeView, scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import { EntitiesField } from './entity-field.js';
import form from './form.module.css';
import { useLitAnswer } from './lights.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { correctedView } from './path-question.js';
import { StepList } from './path-result.js';
import { EntityLink } from './selection.js';
import { SpotlightButton } from './spotlight-button.js';

export function ConnectActors() {
  const view = useView();
  const ids = splitIds(view.ids);
  const avoid = splitIds(view.avoid);
  const isAsked = ids.length >= 2;
  const question = { ...scopeOf(view), ids, ...(avoid.length === 0 ? {} : { avoid }) };
  const answered = useAnswer('connect', question, { enabled: isAsked });
  return (
    <>
      <div className={form.form}>
        <EntitiesField label="Connect" value={ids} onChange={(next) => changeView({ ids: joinIds(next) })} />
        <EntitiesField
          label="Avoid"
          value={avoid}
          onChange={(next) => changeView({ avoid: joinIds(next) })}
        />
      </div>
      <AnswerResult
        answered={answered}
        invitation={isAsked ? undefined : INVITATION}
        what="the connection"
        headline={headline}
        onPick={(id, { message }) => changeView(correctedView(message, view, id))}
      >
        {(answer) => <Connection answer={answer} />}
      </AnswerResult>
    </>
  );
}

const INVITATION = (
  <Empty title="Name three actors or more">
    <p>They are joined by as few ties as can be found quickly; two will do as well.</p>
  </Empty>
);

const headline = ({ connected, groups, steps, terminals }: Answer<'connect'>): string =>
  connected
    ? `${countText.ties(steps.length)} ${steps.length === 1 ? 'joins' : 'join'} the ${terminals.length}`
    : `They do not all hang together: ${groups.length} islands`;

const lightOf = ({ entities, steps }: Answer<'connect'>): Highlight => ({
  entities: entities.map(({ id }) => id),
  relations: steps.flatMap(({ relations }) => relations.map(({ id }) => id)),
  reason: 'path',
});

function Connection({ answer }: { answer: Answer<'connect'> }) {
  const { connected, groups, entities, steps, bound } = answer;
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id;
  const between = entities.filter(({ terminal }) => !terminal);
  const light = useMemo(() => lightOf(answer), [answer]);
  useLitAnswer(useMemo(() => [light], [light]));
  return (
    <>
      <h3>{headline(answer)}</h3>
      <AskedOf scope={answer.scope} />
      {connected ? null : (
        <ul>
          {groups.map((group) => (
            <li key={group.join()} className={classes.item}>
              {group.map(nameOf).join(', ')}
            </li>
          ))}
        </ul>
      )}
      {steps.length === 0 ? null : (
        <>
          <p>
            {between.length === 0
              ? 'They are tied to each other directly.'
              : `It takes ${countText.entities(between.length)} between them:`}
          </p>
          <ul>
            {between.map((entity) => (
              <li key={entity.id}>
                <EntityLink {...entity} />
              </li>
            ))}
          </ul>
          <p className={classes.dim}>{boundText(bound)}</p>
          <div className={classes.actions}>
            <SpotlightButton light={light} label="Spotlight the connection" />
          </div>
          <StepList steps={steps} />
        </>
      )}
    </>
  );
}

/** How near the fewest possible ties the answer is sure to be: 1 → none fewer, 4/3 → at most a third more. */
function boundText(bound: number): string {
  const more = Math.floor(100 * (bound - 1));
  return more === 0
    ? 'Fewer ties cannot do it.'
    : `The fewest possible are hard to find; these are at most ${more} % more than those.`;
}
