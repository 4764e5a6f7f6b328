/** Whose removal would part two actors: the choke points between them, as few as can be. */
import { useMemo } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import type { Highlight } from '../graph/highlight.js';
import { changeView, scopeOf, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import form from './form.module.css';
import { KindBadge } from './kind-badge.js';
import { litOnHover, useLitAnswer } from './lights.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { DirectionField, EndsFields, SharedField } from './path-form.js';
import { correctedView } from './path-question.js';
import { StepList } from './path-result.js';
import { SelectLink } from './selection.js';
import { SpotlightButton } from './spotlight-button.js';

export function CutBetween() {
  const view = useView();
  const { from, to, by, direction } = view;
  const isAsked = from !== undefined && to !== undefined;
  const answered = useAnswer('cut', { ...scopeOf(view), from, to, by, direction }, { enabled: isAsked });
  return (
    <>
      <div className={form.form}>
        <EndsFields />
        <SharedField label="Take away" value={by} onChange={(next) => changeView({ by: next })} />
        <DirectionField
          value={direction ?? 'any'}
          onChange={(next) => changeView({ direction: next === 'any' ? undefined : next })}
        />
      </div>
      <AnswerResult
        answered={answered}
        invitation={isAsked ? undefined : INVITATION}
        what="the cut"
        headline={headline}
        onPick={(id, { message }) => changeView(correctedView(message, view, id))}
      >
        {(answer) => <Cut answer={answer} />}
      </AnswerResult>
    </>
  );
}

const INVITATION = (
  <Empty title="Name two ends">
    <p>The fewest actors, or ties, are sought through which everything between the two must pass.</p>
  </Empty>
);

const lightOf = ({ from, to, entities, ties }: Answer<'cut'>): Highlight => ({
  entities: [from.id, to.id, ...entities.map(({ id }) => id)],
  relations: ties.flatMap(({ relations }) => relations.map(({ id }) => id)),
  reason: 'path',
});

function Cut({ answer }: { answer: Answer<'cut'> }) {
  const { by, size, entities, ties } = answer;
  const light = useMemo(() => lightOf(answer), [answer]);
  useLitAnswer(useMemo(() => (size === 0 ? [] : [light]), [light, size]));
  if (size === 0)
    return (
      <Empty title={headline(answer)}>
        <p>They are parted already.</p>
        <AskedOf scope={answer.scope} />
      </Empty>
    );
  return (
    <>
      <h3>{headline(answer)}</h3>
      <AskedOf scope={answer.scope} />
      {size === null ? <p>No others can part them while this tie stands; take away ties instead.</p> : null}
      <div className={classes.actions}>
        <SpotlightButton light={light} label="Spotlight the cut" />
      </div>
      <ul>
        {entities.map((entity) => (
          <li key={entity.id} className={classes.item} {...litOnHover({ entities: [entity.id] })}>
            <div className={classes.row}>
              <SelectLink what="entity" id={entity.id}>
                {entity.name}
              </SelectLink>
              <KindBadge kind={entity.kind} />
            </div>
          </li>
        ))}
      </ul>
      {by === 'ties' || size === null ? <StepList steps={ties} /> : null}
    </>
  );
}

function headline({ from, to, by, size }: Answer<'cut'>): string {
  if (size === 0) return `Nothing leads from ${from.name} to ${to.name}`;
  if (size === null) return `${from.name} and ${to.name} are tied directly`;
  const what = by === 'ties' ? ['tie', 'ties'] : ['actor', 'actors'];
  return size === 1
    ? `Everything from ${from.name} to ${to.name} passes through one ${what[0]}`
    : `Without these ${size} ${what[1]} nothing leads from ${from.name} to ${to.name}`;
}
