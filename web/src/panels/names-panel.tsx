/** A list of names, one a line: which are known, which are close, which are not; those found are selected, connected, compared. */
import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerQuery } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { MOST_BY_HAND, pickAll } from '../by-hand.js';
import { useShowAlone } from '../graph/use-show-alone.js';
import { joinIds } from '../id-list.js';
import { shareValue } from '../shared-value.js';
import { changeView } from '../view.js';
import { KindBadge } from './kind-badge.js';
import { type Hit, judgeName, MOST_NAMES, namesIn } from './names.js';
import names from './names-panel.module.css';
import classes from './panel.module.css';
import { EntityLink } from './selection.js';

const TYPING_REST_MS = 300;
const CANDIDATES = 4;
/** The list outlives the panel; it is not part of the address. */
const pasted = shareValue('');

/** Which of the candidates a line means, where somebody has said so. */
type Meant = Readonly<Record<string, string | undefined>>;

export function NamesPanel() {
  const text = pasted.use();
  const [asked] = useDebouncedValue(text, TYPING_REST_MS);
  const [meant, setMeant] = useState<Meant>({});
  const lines = namesIn(asked);
  const tooMany = lines.length - MOST_NAMES;
  const { known, close, unknown, pending, fault } = useJudged(lines.slice(0, MOST_NAMES), meant);
  return (
    <div className={classes.panel}>
      <Textarea
        label="Names, one a line"
        description={`English, 中文, pinyin, ids, unit codes, catalogue numbers. At most ${MOST_NAMES} lines.`}
        placeholder={'PLA Aerospace Force\n长征五号\n63600'}
        value={text}
        onChange={(event) => pasted.set(event.currentTarget.value)}
        autosize
        minRows={4}
        maxRows={10}
      />
      <div className={classes.results}>
        {lines.length === 0 ? null : (
          <p role="status">
            {pending > 0
              ? `Looking up ${pending} …`
              : `${known.length} known, ${close.length} close, ${unknown.length} not known`}
            {tooMany > 0 ? `; lines left out: ${tooMany}` : ''}
          </p>
        )}
        {fault === undefined ? null : <p role="alert">{fault}</p>}
        <Actions ids={[...new Set(known.map(({ hits }) => hits[0]!.id))]} />
        <Part title="Close: which is meant?">
          {close.map(({ line, hits }) => (
            <CloseLine
              key={line}
              line={line}
              hits={hits}
              choose={(id) => setMeant({ ...meant, [line]: id })}
            />
          ))}
        </Part>
        <Part title="Known">
          {known.map(({ line, hits: [hit] }) => (
            <KnownLine
              key={line}
              line={line}
              hit={hit!}
              chooseAgain={
                meant[line] === undefined ? undefined : () => setMeant({ ...meant, [line]: undefined })
              }
            />
          ))}
        </Part>
        <Part title="Not known">
          {unknown.map(({ line }) => (
            <li key={line}>{line}</li>
          ))}
        </Part>
      </div>
    </div>
  );
}

/** Each line looked up by a search of its own, and judged by what it finds. */
function useJudged(lines: readonly string[], meant: Meant) {
  const answers = useQueries({
    queries: lines.map((line) => {
      // Without what stood there before: a line is not to be judged by the hits of another.
      const { placeholderData: _, ...query } = answerQuery('search', {
        q: line.slice(0, 200),
        top: CANDIDATES,
        allTypes: true,
      });
      return query;
    }),
  });
  const judged = lines.flatMap((line, at) => {
    const hits = answers[at]!.data?.hits;
    if (hits === undefined) return [];
    const chosen = hits.find(({ id }) => id === meant[line]);
    if (chosen !== undefined) return [{ line, verdict: 'known' as const, hits: [chosen] }];
    return [{ line, ...judgeName(line, hits) }];
  });
  const of = (verdict: 'known' | 'close' | 'unknown') => judged.filter((row) => row.verdict === verdict);
  return {
    known: of('known'),
    close: of('close'),
    unknown: of('unknown'),
    pending: answers.filter(({ data, error }) => data === undefined && error === null).length,
    fault: answers.find(({ error }) => error !== null)?.error?.message,
  };
}

/** What can be done with those found. */
function Actions({ ids }: { ids: readonly string[] }) {
  const showAlone = useShowAlone();
  if (ids.length === 0) return null;
  const isAlone = ids.length === 1;
  return (
    <div className={classes.actions}>
      <Button size="compact-sm" onClick={() => pickAll(ids)}>
        Select {isAlone ? 'it' : `the ${ids.length}`}
      </Button>
      <SmallButton
        disabled={isAlone}
        onClick={() =>
          changeView({ panel: 'paths', tab: 'connect', ids: joinIds(ids.slice(0, MOST_BY_HAND)) })
        }
      >
        Connect
      </SmallButton>
      <SmallButton
        disabled={isAlone}
        onClick={() => {
          showAlone(ids);
          changeView({ panel: 'table' }, { replace: true });
        }}
      >
        Compare
      </SmallButton>
    </div>
  );
}

/** A list under its heading, left out while it is empty. */
function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className={names.list}>{children}</ul>
    </section>
  );
}

function CloseLine(properties: { line: string; hits: readonly Hit[]; choose: (id: string) => void }) {
  const { line, hits, choose } = properties;
  return (
    <li>
      <span className={names.line}>{line}</span>
      <span className={classes.choices}>
        {hits.map(({ id, name, matched }) => (
          <SmallButton key={id} className={classes.wrapping} onClick={() => choose(id)}>
            {name}
            {matched === name ? '' : ` (${matched})`}
          </SmallButton>
        ))}
      </span>
    </li>
  );
}

function KnownLine(properties: { line: string; hit: Hit; chooseAgain: (() => void) | undefined }) {
  const { line, hit, chooseAgain } = properties;
  return (
    <li className={classes.row}>
      <EntityLink id={hit.id} name={hit.name} />
      <KindBadge kind={hit.kind} />
      {line === hit.name ? null : <span className={classes.dim}>{line}</span>}
      {chooseAgain === undefined ? null : (
        <Button size="compact-xs" variant="subtle" onClick={chooseAgain}>
          Choose again
        </Button>
      )}
    </li>
  );
}
