/** A list of names, one a line: which are known, which are close, which are not; those found are selected, connected, compared. */
import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, manners } from '../ask.js';
import { MOST_BY_HAND, pickAll, showOnly } from '../by-hand.js';
import { notShownAlone } from '../graph/filter.js';
import { useShown } from '../graph/use-shown.js';
import { joinIds } from '../id-list.js';
import { shareValue } from '../shared-value.js';
import { changeView } from '../view.js';
import { KindBadge } from './kind-badge.js';
import { judgeName, MOST_NAMES, namesIn } from './names.js';
import names from './names-panel.module.css';
import classes from './panel.module.css';
import { EntityLink } from './selection.js';

const TYPING_REST_MS = 300;
const CANDIDATES = 4;
/** The list outlives the panel; it is not part of the address. */
const pasted = shareValue('');

export function NamesPanel() {
  const text = pasted.use();
  const [asked] = useDebouncedValue(text, TYPING_REST_MS);
  const all = namesIn(asked);
  const lines = all.slice(0, MOST_NAMES);
  const answers = useQueries({
    queries: lines.map((line) => {
      const question = { q: line.slice(0, 200), limit: CANDIDATES, allTypes: true };
      return {
        queryKey: ['search', question],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask('search', question, signal),
        staleTime: manners.staleTime,
      };
    }),
  });
  const graph = useShown();
  // Which of the candidates a line means, once somebody has said so.
  const [meant, setMeant] = useState<Readonly<Record<string, string>>>({});
  const rows = lines.map((line, at) => {
    const { data, error } = answers[at]!;
    const hits = data?.hits ?? [];
    const chosen = hits.find(({ id }) => id === meant[line]);
    const judged =
      chosen === undefined ? judgeName(line, hits) : { verdict: 'known' as const, hits: [chosen] };
    return { line, error, isPending: data === undefined && error === null, ...judged };
  });
  const pending = rows.filter(({ isPending }) => isPending).length;
  const failed = rows.find(({ error }) => error !== null)?.error;
  const of = (verdict: 'known' | 'close' | 'unknown') =>
    rows.filter((row) => row.verdict === verdict && !row.isPending && row.error === null);
  const [known, close, unknown] = [of('known'), of('close'), of('unknown')];
  const ids = [...new Set(known.map(({ hits }) => hits[0]!.id))];
  const few = ids.length < 2;
  const plain = { size: 'compact-sm', variant: 'default' } as const;
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
            {all.length > lines.length ? `; ${all.length - lines.length} lines too many are left out` : ''}
          </p>
        )}
        {failed === undefined || failed === null ? null : <p role="alert">{failed.message}</p>}
        {ids.length === 0 ? null : (
          <div className={classes.actions}>
            <Button size="compact-sm" onClick={() => pickAll(ids)}>
              Select {ids.length === 1 ? 'it' : `the ${ids.length}`}
            </Button>
            <Button
              {...plain}
              disabled={few}
              onClick={() =>
                changeView({ panel: 'paths', tab: 'connect', ids: joinIds(ids.slice(0, MOST_BY_HAND)) })
              }
            >
              Connect
            </Button>
            <Button
              {...plain}
              disabled={few}
              onClick={() => {
                if (graph !== undefined) showOnly(ids, notShownAlone(graph.columns, graph.shown, ids));
                changeView({ panel: 'table' }, { replace: true });
              }}
            >
              Compare
            </Button>
          </div>
        )}
        {close.length === 0 ? null : (
          <section>
            <h3>Close: which is meant?</h3>
            <ul className={names.list}>
              {close.map(({ line, hits }) => (
                <li key={line}>
                  <span className={names.line}>{line}</span>
                  <span className={classes.choices}>
                    {hits.map(({ id, name, matched }) => (
                      <Button
                        {...plain}
                        key={id}
                        className={classes.wrapping}
                        onClick={() => setMeant({ ...meant, [line]: id })}
                      >
                        {name}
                        {matched === name ? '' : ` (${matched})`}
                      </Button>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {known.length === 0 ? null : (
          <section>
            <h3>Known</h3>
            <ul className={names.list}>
              {known.map(({ line, hits: [hit] }) => (
                <li key={line} className={classes.row}>
                  <EntityLink id={hit!.id} name={hit!.name} />
                  <KindBadge kind={hit!.kind} />
                  {line === hit!.name ? null : <span className={classes.dim}>{line}</span>}
                  {meant[line] === undefined ? null : (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      onClick={() =>
                        setMeant(
                          Object.fromEntries(Object.entries(meant).filter(([other]) => other !== line)),
                        )
                      }
                    >
                      Choose again
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {unknown.length === 0 ? null : (
          <section>
            <h3>Not known</h3>
            <ul className={names.list}>
              {unknown.map(({ line }) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
