/** Every publication: its grade and date, how much it carries, and what rests on it alone. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { dateText } from '../../../src/model/period-text.js';
import { useAnswer } from '../ask.js';
import { SmallButton } from '../buttons.js';
import { countText } from '../count-text.js';
import { scopeOf, useView } from '../view.js';
import { AskedOf } from './asked-of.js';
import form from './form.module.css';
import { useOntology } from './kind-badge.js';
import classes from './panel.module.css';
import { Empty, Failed, Loading } from './panel-states.js';
import { ReportLink, ReportTable } from './report-link.js';
import { SelectLink } from './selection.js';
import { CopyCitations } from './source-facts.js';
import style from './sources-panel.module.css';

type SourceView = Answer<'sources'>['sources'][number];

const byTitle = (a: SourceView, b: SourceView) => a.title.localeCompare(b.title);
const ORDERS: Record<string, { label: string; compare(a: SourceView, b: SourceView): number }> = {
  claims: { label: 'Most claims', compare: (a, b) => b.claims - a.claims },
  sole: { label: 'Most resting on it alone', compare: (a, b) => b.sole - a.sole },
  newest: { label: 'Newest', compare: (a, b) => (b.date ?? '').localeCompare(a.date ?? '') },
  reliable: { label: 'Most reliable', compare: (a, b) => a.reliability.localeCompare(b.reliability) },
  title: { label: 'Title', compare: byTitle },
};
/** Drawn before "show all": a long list of cards is slow to lay out. */
const FIRST = 100;

export function SourcesPanel() {
  const view = useView();
  const lens = useOntology()?.defaultLens;
  // Asked of nobody's lens, the server would tell what stands behind everything.
  const scope = { ...scopeOf(view), lens: view.lens ?? lens };
  const { data, error, refetch } = useAnswer('sources', scope, { enabled: lens !== undefined });
  const [words, setWords] = useState('');
  const [order, setOrder] = useState('claims');
  const [showsAll, setShowsAll] = useState(false);
  if (error) return <Failed error={error} retry={refetch} />;
  if (data === undefined) return <Loading what="the sources" />;
  if (data.sources.length === 0)
    return (
      <Empty title="No sources">
        <p>No publication stands behind what is shown.</p>
        <AskedOf scope={data.scope} />
      </Empty>
    );
  const sorted = data.sources.toSorted((a, b) => ORDERS[order]!.compare(a, b) || byTitle(a, b));
  const found = sorted.filter(({ title, publisher = '' }) =>
    `${title}\n${publisher}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const report = { ...scope, name: 'sources' };
  const most = Math.max(1, ...sorted.map(({ claims }) => claims));
  return (
    <div className={classes.panel}>
      <p>{countText.sources(sorted.length)} behind what is shown.</p>
      <AskedOf scope={data.scope} />
      <div className={classes.actions}>
        <ReportLink parameters={report} />
        <ReportTable
          parameters={{ ...report, top: 0 }}
          title="Every source with its grade and what rests on it, for a spreadsheet"
        />
      </div>
      <div className={form.pair}>
        <TextInput
          size="xs"
          aria-label="Filter by title or publisher"
          placeholder="Filter by title or publisher"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <NativeSelect
          label="Order"
          size="xs"
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value)}
          data={Object.entries(ORDERS).map(([value, { label }]) => ({ value, label }))}
        />
      </div>
      <ul className={style.list}>
        {(showsAll ? found : found.slice(0, FIRST)).map((source) => (
          <SourceItem key={source.id} source={source} most={most} />
        ))}
      </ul>
      {found.length === 0 ? (
        <p className={classes.dim}>No title or publisher here holds these letters.</p>
      ) : null}
      {showsAll || found.length <= FIRST ? null : (
        <SmallButton onClick={() => setShowsAll(true)}>
          Show all {found.length.toLocaleString('en')}
        </SmallButton>
      )}
      <CopyCitations sources={found} />
    </div>
  );
}

function SourceItem({ source, most }: { source: SourceView; most: number }) {
  const words = useOntology()?.grading.reliability[source.reliability];
  const byline = [source.publisher, source.date === undefined ? 'undated' : dateText(source.date)];
  return (
    <li className={classes.item}>
      <h3 className={style.title}>
        <SelectLink what="source" id={source.id}>
          {source.title}
        </SelectLink>
      </h3>
      <p className={classes.dim}>{byline.filter((part) => part !== undefined).join(' · ')}</p>
      <p>
        <b>{source.reliability}</b> {words}
      </p>
      <p className={style.share}>
        <span aria-hidden className={style.bar} style={{ inlineSize: `${(100 * source.claims) / most}%` }} />
        {countText.claims(source.claims)}
        {source.sole === 0
          ? '; nothing rests on it alone'
          : `; ${countText.relations(source.sole)} rest${source.sole === 1 ? 's' : ''} on it alone`}
      </p>
    </li>
  );
}
