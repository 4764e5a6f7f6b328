/** Which ties hold the rest together: pairs of actors by the share of ways that run along them, each with the relations that carry it. */
import { IconDownload } from '@tabler/icons-react';
import type { Answer } from '../../../src/contract/questions.js';
import { SmallButton } from '../buttons.js';
import { useMeta } from '../graph/meta.js';
import { saveCsv } from '../share/save-file.js';
import { scopeOf, useView } from '../view.js';
import { AskedOf } from './asked-of.js';
import form from './form.module.css';
import classes from './panel.module.css';
import { NothingLeft } from './ranked-actors.js';
import { RankedRow, RankedTable, ValueCell } from './ranked-table.js';
import { ValueField } from './ranking-choices.js';
import { FIRST_TOP, ReadingControls } from './ranking-controls.js';
import style from './ranking-table.module.css';
import { StatusMark } from './relation-line.js';
import { EntityLink, SelectLink } from './selection.js';
import { TaskResult } from './task-result.js';

type Ties = Answer<'ties'>;
type Tie = Ties['ties'][number];

/** More rows than this are a file, not a list to read. */
const MOST_ROWS = 2_000;

export function RankedTies() {
  const view = useView();
  const isReady = useMeta().data !== undefined;
  const top = view.top ?? FIRST_TOP;
  const question = {
    ...scopeOf(view),
    raw: view.raw,
    direction: view.direction,
    distance: view.distance,
    top: top === 'all' ? MOST_ROWS : Number(top),
  };
  return (
    <>
      <p>
        A tie matters to the whole when many of the shortest ways between the others run along it. Those
        without which nothing joins their two ends are marked.
      </p>
      <div className={form.form}>
        <ReadingControls />
        <ValueField options={['distance']} />
      </div>
      <div className={classes.results}>
        <TaskResult
          question="ties"
          parameters={question}
          isReady={isReady}
          doing="Ranking ties"
          what="the ties"
        >
          {(answer) => (
            <>
              <AskedOf scope={answer.scope} />
              {answer.ties.length === 0 ? <NothingLeft /> : <TiesTable answer={answer} />}
            </>
          )}
        </TaskResult>
      </div>
    </>
  );
}

function TiesTable({ answer }: { answer: Ties }) {
  const { ties, total, title, unit, projection } = answer;
  const most = ties.reduce((greatest, { value }) => Math.max(greatest, value), 0);
  return (
    <>
      <div className={classes.actions}>
        <SmallButton leftSection={<IconDownload size={14} aria-hidden />} onClick={() => saveTies(answer)}>
          CSV
        </SmallButton>
      </div>
      <RankedTable
        label={`Ties by ${title}`}
        heads={
          <>
            <th scope="col" title={`Rank by ${title.toLowerCase()}`}>
              #
            </th>
            <th scope="col">Tie</th>
            <th scope="col">{unit === 'pairs' ? 'Pairs' : 'Share of pairs'}</th>
          </>
        }
      >
        {ties.map((tie) => (
          <TieRow key={`${tie.from.id} ${tie.to.id}`} tie={tie} most={most} />
        ))}
      </RankedTable>
      <p className={classes.dim}>
        {ties.length.toLocaleString('en')} of {total.toLocaleString('en')} ties shown. {title}, {unit}:{' '}
        {projection}. Parallel relations share the value of their tie.
      </p>
    </>
  );
}

function TieRow({ tie, most }: { tie: Tie; most: number }) {
  const { from, to, value, rank, bridge, relations } = tie;
  const lit = { entities: [from.id, to.id], relations: relations.map(({ id }) => id) };
  const [first] = relations;
  return (
    <RankedRow lit={lit} select={first && `relation:${first.id}`} place={from.id}>
      <td className={style.rank}>{rank.toLocaleString('en')}</td>
      <th scope="row" className={style.name}>
        <EntityLink {...from} /> <span className={classes.dim}>and</span> <EntityLink {...to} />
        <ul className={classes.dim}>
          {relations.map((relation) => {
            const forward = relation.from === from.id;
            return (
              <li key={relation.id}>
                <span aria-hidden>{relation.symmetric ? '↔ ' : forward ? '→ ' : '← '}</span>
                <SelectLink what="relation" id={relation.id}>
                  {relation.label}
                  <span className={classes.hidden}>
                    : {relation.fromName} {relation.label} {relation.toName}
                  </span>
                </SelectLink>{' '}
                <StatusMark status={relation.status} />
              </li>
            );
          })}
        </ul>
        {bridge ? <span className={classes.mark}>nothing else joins them</span> : null}
      </th>
      <ValueCell value={value} most={most} title={String(value)} />
    </RankedRow>
  );
}

/** One line a relation, so that each keeps its id; every figure in full. */
function saveTies({ ties, revision }: Ties): void {
  const head = [
    'rank',
    'from',
    'from name',
    'to',
    'to name',
    'value of the tie',
    'bridge',
    'relation',
    'type',
    'relation from',
    'relation to',
    'value of the relation',
  ];
  const body = ties.flatMap(({ rank, from, to, value, bridge, relations }) =>
    relations.map((relation) => [
      rank,
      from.id,
      from.name,
      to.id,
      to.name,
      value,
      bridge ? 'yes' : 'no',
      relation.id,
      relation.type,
      relation.from,
      relation.to,
      relation.value,
    ]),
  );
  saveCsv('ties', revision, [head, ...body]);
}
