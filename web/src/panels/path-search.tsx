/** How does A reach B: the question, its answers as chains with their evidence, and what to try when there is none. */
import { useMemo } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { type Asked, useAnswer } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { countText } from '../count-text.js';
import { changeView, useView } from '../view.js';
import { AnswerResult } from './answer-result.js';
import { AskedOf } from './asked-of.js';
import { CiteClaims } from './cite-claims.js';
import { useLitAnswer } from './lights.js';
import classes from './panel.module.css';
import { Empty } from './panel-states.js';
import { PathForm } from './path-form.js';
import { HubsOnTheWay } from './path-hubs.js';
import { correctedView, LENGTH_OF_ALL, pathQuestion, relaxedView } from './path-question.js';
import { lightOf, PathResult } from './path-result.js';
import { ReportLink } from './report-link.js';

export function PathSearch() {
  const view = useView();
  const question = pathQuestion(view);
  const answered = useAnswer('path', question ?? {}, { enabled: question !== undefined });
  const { data, error, isPlaceholderData } = answered;
  useLitAnswer(
    useMemo(() => {
      if (error) return [];
      return isPlaceholderData ? undefined : data?.paths.map(lightOf);
    }, [data, error, isPlaceholderData]),
  );
  return (
    <>
      <PathForm />
      <AnswerResult
        answered={answered}
        invitation={question === undefined ? INVITATION : undefined}
        what="paths"
        headline={headline}
        onPick={(id, { message }) => changeView(correctedView(message, view, id))}
      >
        {(answer) => (
          <>
            <PathAnswer answer={answer} />
            <CiteClaims
              title={`${answer.from.name} to ${answer.to.name}`}
              claims={answer.paths.flatMap(({ steps }) =>
                steps.flatMap(({ relations }) => relations.flatMap(({ claims }) => claims)),
              )}
            />
            <ReportLink parameters={reportOf(question ?? {})} />
          </>
        )}
      </AnswerResult>
    </>
  );
}

const INVITATION = (
  <Empty title="Name two ends">
    <p>
      Each path comes with the claims behind every step. A click on the cross hairs takes an end from the
      graph.
    </p>
  </Empty>
);

function headline({ paths, from, to }: Answer<'path'>): string {
  const many = paths.length === 0 ? 'No path' : paths.length === 1 ? 'One path' : `${paths.length} paths`;
  return `${many} from ${from.name} to ${to.name}`;
}

/** The same question as a document, its two ends in one list. */
const reportOf = ({ from, to, ...rest }: Asked) => ({
  ...rest,
  name: 'path',
  of: [String(from), String(to)],
});

function PathAnswer({ answer }: { answer: Answer<'path'> }) {
  const { paths } = answer;
  if (paths.length === 0) return <NoPath answer={answer} />;
  return (
    <>
      <h3>{headline(answer)}</h3>
      <AskedOf scope={answer.scope} />
      <HubsOnTheWay answer={answer} />
      <WhetherAll answer={answer} />
      <ol className={classes.stack}>
        {paths.map((path, position) => (
          <PathResult
            key={path.steps.map((step) => step.relations[0]?.id).join(' ')}
            path={path}
            position={position}
            isFirst={position === 0}
          />
        ))}
      </ol>
    </>
  );
}

/** Whether there are more than were asked for: a number of paths says little without it. */
function WhetherAll({ answer: { complete, mode, searched } }: { answer: Answer<'path'> }) {
  if (complete === undefined) return null;
  if (mode === 'disjoint')
    return (
      <p>
        {complete
          ? 'There are no more beside them.'
          : 'There are more: raise how many. Cut tells how many at most.'}
      </p>
    );
  return (
    <p>
      {complete
        ? 'There are no more'
        : 'There are more: raise how many, or shorten the length. These come first'}{' '}
      up to {searched.maxLength ?? LENGTH_OF_ALL} steps.
    </p>
  );
}

function NoPath({ answer }: { answer: Answer<'path'> }) {
  const { searched, relaxations } = answer;
  const most = searched.maxLength ?? (answer.mode === 'all' ? LENGTH_OF_ALL : null);
  return (
    <Empty title={headline(answer)}>
      <p>
        Looked through {countText.entities(searched.entities)} and {countText.relations(searched.relations)}
        {most === null ? ', at any length' : `, up to ${most === 1 ? '1 step' : `${most} steps`}`}.
      </p>
      <AskedOf scope={answer.scope} counted={false} />
      {relaxations.length === 0 ? (
        <p>No single change of the question would find one.</p>
      ) : (
        <>
          <p>This would find one:</p>
          <div className={classes.choices}>
            {relaxations.map(({ text, parameters }) => (
              <SmallButton
                key={text}
                className={classes.wrapping}
                onClick={() => changeView(relaxedView(parameters))}
              >
                {text}
              </SmallButton>
            ))}
          </div>
        </>
      )}
    </Empty>
  );
}
