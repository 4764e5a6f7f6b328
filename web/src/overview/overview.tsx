/** A graph too large to read, as the communities it is made of: a bubble for each, lines for the ties between them; a click opens one. */
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { useAnswer } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { Condition } from '../conditions.js';
import { countText } from '../count-text.js';
import { slotColor } from '../graph/dress.js';
import { useNaming } from '../graph/names.js';
import { KIND_COLORS } from '../theme.js';
import { useScheme } from '../use-scheme.js';
import { changeView, useView, type View, viewAddress } from '../view.js';
import { placeBubbles } from './bubbles.js';
import { useOverview } from './use-overview.js';
import './overview.css';

type OverviewAnswer = Answer<'overview'>;

const MOST_TIES = 160;

/** The part of the view that decides which communities there are: filters hide stars, not communities. */
const questionOf = ({ lens, knownBy, without, resolution }: View) => ({ lens, knownBy, without, resolution });

export function Overview() {
  const view = useView();
  const { data, error, refetch, isPlaceholderData } = useAnswer('overview', questionOf(view));
  if (error)
    return (
      <div className="sky-condition" data-condition="overview-failed">
        <Condition
          title={error.problem.title ?? 'The overview did not come'}
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          <p role="alert">{error.message}</p>
        </Condition>
      </div>
    );
  if (data === undefined || isPlaceholderData)
    return (
      <p className="overview-waits" role="status">
        Finding the communities …
      </p>
    );
  return <Bubbles answer={data} />;
}

function Bubbles({ answer }: { answer: OverviewAnswer }) {
  const view = useView();
  const naming = useNaming();
  const scheme = useScheme();
  const { ref, width, height } = useElementSize();
  const [pointed, setPointed] = useState<number>();
  const { communities, ties } = answer;
  const names = useMemo(
    () => communities.map(({ central }) => central.map(({ id, name }) => naming(id, name))),
    [communities, naming],
  );
  const namesOf = (place: number) => names[place]!;
  const bubbles = useMemo(
    () => (width > 0 ? placeBubbles(communities, (place) => names[place]!, { width, height }) : []),
    [communities, names, width, height],
  );
  const isDrawn = bubbles.length > 0 || communities.length === 0;
  useEffect(() => {
    if (!isDrawn) return;
    document.documentElement.dataset['graph'] = 'ready';
    return () => {
      delete document.documentElement.dataset['graph'];
    };
  }, [isDrawn]);
  const most = ties[0]?.count ?? 1;
  const touches = ({ from, to }: OverviewAnswer['ties'][number]) => from === pointed || to === pointed;
  const open = (place: number) => ({
    community: communities[place]!.central[0]!.id,
    overview: undefined,
    camera: undefined,
    focus: undefined,
    select: undefined,
  });
  return (
    <>
      <OverviewNotice answer={answer} />
      <section className="overview" ref={ref} aria-label={`Overview: ${communities.length} communities`}>
        <svg width={width} height={height}>
          <title>Communities as bubbles</title>
          {bubbles.length > 0 &&
            ties.map((tie, at) => {
              if (at >= MOST_TIES && !touches(tie)) return null;
              const [a, b] = [bubbles[tie.from]!, bubbles[tie.to]!];
              const state = pointed === undefined ? undefined : touches(tie) ? 'lit' : 'dim';
              return (
                <line
                  key={`${tie.from} ${tie.to}`}
                  className="overview-tie"
                  data-state={state}
                  x1={a.x}
                  y1={a.y}
                  x2={b.x}
                  y2={b.y}
                  strokeWidth={1 + 9 * Math.sqrt(tie.count / most)}
                />
              );
            })}
          {bubbles.map(({ x, y, radius, lines, text }, place) => {
            const { size, central } = communities[place]!;
            const next = open(place);
            const isInside = text.x === x && text.y === y;
            const said = `${namesOf(place).join(', ')}: ${countText.entities(size)}`;
            const enter = () => setPointed(place);
            const leave = () => setPointed(undefined);
            const address = viewAddress(
              Object.fromEntries(
                Object.entries({ ...view, ...next }).filter(([, value]) => value !== undefined),
              ),
            );
            return (
              <a
                key={central[0]!.id}
                href={address}
                className="bubble"
                style={
                  {
                    '--bubble': slotColor(place < KIND_COLORS[scheme].length ? place : -1, scheme),
                  } as CSSProperties
                }
                onMouseEnter={enter}
                onMouseLeave={leave}
                onFocus={enter}
                onBlur={leave}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                  event.preventDefault();
                  changeView(next);
                }}
              >
                <title>{`${said}${tiesText(answer, place, namesOf)}`}</title>
                <circle cx={x} cy={y} r={radius} />
                <text x={text.x} y={text.y} fontSize={text.size}>
                  {[...lines, ...(isInside && lines.length > 0 ? [size.toLocaleString('en')] : [])].map(
                    (line, row, all) => (
                      <tspan
                        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
                        key={row}
                        x={text.x}
                        y={text.y + (row - (all.length - 1) / 2) * text.size * 1.25}
                        className={isInside && row === all.length - 1 ? 'bubble-size' : undefined}
                      >
                        {line}
                      </tspan>
                    ),
                  )}
                </text>
              </a>
            );
          })}
        </svg>
      </section>
    </>
  );
}

/** `. Most ties with A (12), B (3)`; empty for a community on its own. */
function tiesText(
  { ties }: OverviewAnswer,
  place: number,
  namesOf: (place: number) => readonly string[],
): string {
  const own = ties.filter(({ from, to }) => from === place || to === place).slice(0, 3);
  if (own.length === 0) return '';
  const others = own.map(
    ({ from, to, count }) => `${namesOf(from === place ? to : from)[0]} (${count.toLocaleString('en')})`,
  );
  return `. Most ties with ${others.join(', ')}`;
}

function OverviewNotice({ answer }: { answer: OverviewAnswer }) {
  const { isLarge } = useOverview();
  const { communities, alone, scope } = answer;
  return (
    <div className="panel overview-notice">
      <p>
        {isLarge ? (
          <>
            <b>{countText.entities(scope.entities)} are too many to read at once.</b> These are their{' '}
          </>
        ) : (
          <>
            <b>{countText.entities(scope.entities)}</b> in{' '}
          </>
        )}
        {communities.length.toLocaleString('en')} communities, each named after its members with the most ties
        inside. Click one to open it.
        {alone > 0 ? ` ${countText.entities(alone)} without ties left out.` : ''}
      </p>
      <SmallButton onClick={() => changeView({ overview: isLarge ? 'no' : undefined })}>
        {isLarge ? 'Draw them all the same' : 'Back to the graph'}
      </SmallButton>
    </div>
  );
}
